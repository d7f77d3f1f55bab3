import { openAsBlob } from "node:fs";
import { open } from "node:fs/promises";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { ALL_FORMATS, Input, UrlSource } from "mediabunny";
import { expect, it, onTestFinished } from "vitest";
import { openFilmToCut } from "#client/features/studio/cut/film-to-cut.ts";
import { readFilm } from "#client/features/studio/film/read-film.ts";
import { CountedBlob } from "#tests/helpers/counted-blob.ts";
import { readFilm as bytesOf } from "#tests/helpers/films.ts";
import { tellMeasured } from "#tests/helpers/measured.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const options = {
  onProgress: () => undefined,
  signal: new AbortController().signal,
  canDecode: () => Promise.resolve(true),
};
const mebibyte = 1024 * 1024;
const padding = 3 * 1024 * mebibyte;

/** The phone's film with three gigabytes of nothing before its pictures; its tables come last. */
async function writeLargeFilm(path: string): Promise<void> {
  const film = Buffer.from(bytesOf("phone"));
  for (let at = film.indexOf("stco"); at > 0; at = film.indexOf("stco", at + 4)) {
    const count = film.readUInt32BE(at + 8);
    for (let n = 0; n < count; n += 1) {
      const place = at + 12 + 4 * n;
      film.writeUInt32BE(film.readUInt32BE(place) + padding, place);
    }
  }
  const firstBox = film.readUInt32BE(0);
  const free = Buffer.alloc(8);
  free.writeUInt32BE(padding);
  free.write("free", 4, "latin1");
  const file = await open(path, "w");
  await file.write(Buffer.concat([film.subarray(0, firstBox), free]), 0, undefined, 0);
  await file.write(film, firstBox, undefined, firstBox + padding);
  await file.close();
}

it("[CP90] [F2.1] of a film of gigabytes only its ends and tables are read to open it", async () => {
  const path = join(await temporaryFolder(), "large.mov");
  await writeLargeFilm(path);
  let bytesRead = 0;
  const film = new CountedBlob(await openAsBlob(path), (bytes) => {
    bytesRead += bytes;
  });

  const read = await readFilm(film, options);

  tellMeasured(
    `${(bytesRead / mebibyte).toFixed(1)} of ${Math.round(film.size / mebibyte)} MiB read to open it`,
  );
  expect(film.size).toBeGreaterThan(padding);
  expect(read.ok && read.value.table.framesMs.length).toBe(150);
  expect(bytesRead).toBeLessThan(16 * mebibyte);
  if (read.ok) read.value.close();
});

it("[CP23] of what a playlist names nothing is asked for, neither to look through it nor to cut it", async () => {
  const asked: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url);
    response.end(playlist());
  });
  const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on a port
  const playlist = () =>
    `#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:4,\n${address()}/part-1.ts\n#EXT-X-ENDLIST\n`;
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const film = new Blob([playlist()]);

  const looked = await readFilm(film, options);
  const cut = await openFilmToCut(film);
  const askedByUs = [...asked];
  // a reader that takes playlists would ask: else nothing was proved
  const careless = new Input({ formats: ALL_FORMATS, source: new UrlSource(`${address()}/list`) });
  await careless.getPrimaryVideoTrack().catch(() => null);
  careless.dispose();

  expect(looked).toMatchObject({ ok: false, reason: "playlist" });
  expect(cut).toMatchObject({ ok: false, reason: "film-unreadable" });
  expect(askedByUs).toEqual([]);
  expect(asked).toContain("/part-1.ts");
});
