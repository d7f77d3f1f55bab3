import {
  BufferSource,
  BufferTarget,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  Input,
  MP4,
  Mp4OutputFormat,
  Output,
} from "mediabunny";
import { describe, expect, it } from "vitest";
import { createFilmFrames } from "#client/features/studio/film/film-frames.ts";
import { readFilm } from "#client/features/studio/film/read-film.ts";
import type { ReadFilm } from "#client/features/studio/film/read-film.ts";
import type { FilmRefusal } from "#client/features/studio/film/film-refusals.ts";
import type { Result } from "#shared/lib/result.ts";
import { readFilm as bytesOf, unusableFilms } from "#tests/helpers/films.ts";
import type { UnusableFilm } from "#tests/helpers/films.ts";

const expected: Record<UnusableFilm, FilmRefusal> = {
  "zero bytes": "empty",
  "a text renamed": "not-a-film",
  "sound only": "sound-only",
  "one frame": "one-picture",
  "16k x 16k": "too-large",
  "a lying length": "cut-short",
  encrypted: "protected",
  "a playlist": "playlist",
  "a zip": "not-a-film",
  "an SVG": "not-a-film",
  truncated: "cut-short",
  "cut off before its tables": "cut-short",
  HEVC: "hevc",
};

function read(bytes: Buffer): Promise<Result<ReadFilm, FilmRefusal>> {
  return readFilm(new Blob([new Uint8Array(bytes)]), {
    onProgress: () => undefined,
    signal: new AbortController().signal,
    canDecode: async (track) => (await track.getCodec()) !== "hevc",
  });
}

async function opened(bytes: Buffer): Promise<ReadFilm> {
  const found = await read(bytes);
  if (!found.ok) throw new Error(`refused: ${found.reason}`);
  return found.value;
}

describe("what is no film to work with", () => {
  it.each(Object.entries(expected))("[CP1] %s is refused as %s", async (name, reason) => {
    const found = await read(unusableFilms[name as UnusableFilm]()); // the table's own keys

    expect(found).toMatchObject({ ok: false, reason });
  });
});

describe("the pictures of a film", () => {
  it("[CP2] come at their own times, also when these are uneven", async () => {
    const { table } = await opened(bytesOf("variable"));

    const gapsMs = table.framesMs.slice(1).map((startMs, n) => startMs - (table.framesMs[n] ?? 0));
    expect(gapsMs.every((gapMs) => gapMs > 0)).toBe(true);
    expect(new Set(gapsMs.map(Math.round)).size).toBeGreaterThan(2);
  });

  it("[CP2] are counted in the order they are shown, not in that of the file", async () => {
    const { table, details } = await opened(bytesOf("bFrames"));
    const frames = createFilmFrames(table);

    for (let n = 0; n < frames.count; n += 1) {
      expect(frames.indexAt(frames.startMs(n))).toBe(n);
      expect(frames.indexAt(frames.endMs(n) - 1)).toBe(n);
    }
    expect(details.hints).toEqual([]);
    expect(frames.durationMs).toBeCloseTo(6_000, -1);
  });

  it("[CP2] of a phone held upright are measured upright", async () => {
    const { details, picture } = await opened(bytesOf("phone"));

    expect([details.width, details.height]).toEqual([
      await picture.getCodedHeight(),
      await picture.getCodedWidth(),
    ]);
  });
});

/** The numbered film with another time between its pictures, and no sound. */
async function filmWithPicturesEach(eachMs: number): Promise<Buffer> {
  const input = new Input({
    formats: [MP4],
    source: new BufferSource(new Uint8Array(bytesOf("sixty"))),
  });
  const track = await input.getPrimaryVideoTrack();
  const decoderConfig = (await track?.getDecoderConfig()) ?? null;
  if (track === null || decoderConfig === null) throw new Error("no picture");
  const target = new BufferTarget();
  const output = new Output({ format: new Mp4OutputFormat(), target });
  const pictures = new EncodedVideoPacketSource("avc");
  output.addVideoTrack(pictures);
  await output.start();
  let n = 0;
  for await (const packet of new EncodedPacketSink(track).packets()) {
    const times = { timestamp: (n * eachMs) / 1000, duration: eachMs / 1000 };
    await pictures.add(packet.clone(times), { decoderConfig });
    n += 1;
  }
  await output.finalize();
  if (target.buffer === null) throw new Error("nothing was written");
  return Buffer.from(target.buffer);
}

describe("kind hints", () => {
  it.each([
    ["12 pictures a second", 1000 / 12, ["few-pictures", "no-sound"]],
    ["25 pictures a second", 40, ["no-sound"]],
    ["half an hour", 12_000, ["few-pictures", "long", "no-sound"]],
  ])("[CP3] [F2.2] a film of %s opens, with what is good to know", async (_, eachMs, hints) => {
    const { details } = await opened(await filmWithPicturesEach(eachMs));

    expect(details.hints).toEqual(hints);
  });
});
