import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { beforeEach, describe, expect, it } from "vitest";
import { readConfig } from "#server/config.ts";
import type { Config } from "#server/config.ts";
import type { ClipFiles } from "#server/context.ts";
import { chunkBytes, headerBytes, storedBytes } from "#server/media/chunk-cipher.ts";
import { createClipFiles } from "#server/media/clip-files.ts";
import { openKeys } from "#server/media/keys.ts";
import { clipFolder } from "#server/media/keys.ts";
import { machineRandom } from "#server/start-server.ts";
import type { StoredClipFile } from "#server/storage/stores.ts";
import { clipLimits } from "#shared/domain/clip.ts";
import type { ClipMedia } from "#shared/domain/clip.ts";
import type { ClipId } from "#shared/domain/ids.ts";
import { newId } from "#tests/helpers/build-records.ts";
import { bundleForNode } from "#tests/helpers/bundle-for-node.ts";
import { demoClips, numberedClips, readClip, refusedClip } from "#tests/helpers/clips.ts";
import { inspectionWorkerUrl } from "#tests/helpers/inspection-worker.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

let config: Config;
let clipFiles: ClipFiles;
async function openClipFiles(limits: { readonly deadlineMs?: number } = {}): Promise<ClipFiles> {
  const inspection = { workerUrl: await inspectionWorkerUrl(), ...limits };
  return createClipFiles(config, machineRandom, await openKeys(config), inspection);
}

beforeEach(async () => {
  config = readConfig({ DATA_DIR: join(await temporaryFolder(), "data") });
  clipFiles = await openClipFiles();
});

const stored = () => readdir(clipFolder(config));

/** Many small pieces of uneven length, as a line brings them. */
function inPieces(bytes: Buffer): Readable {
  const pieces: Buffer[] = [];
  for (let at = 0, n = 0; at < bytes.length; n += 1) {
    const length = 1 + ((n * 7919) % 30_000);
    pieces.push(bytes.subarray(at, at + length));
    at += length;
  }
  return Readable.from(pieces, { objectMode: false });
}

interface Kept {
  readonly clipId: ClipId;
  readonly media: ClipMedia;
  readonly file: StoredClipFile;
}

async function keep(bytes: Buffer): Promise<Kept> {
  const clipId = newId.clip();
  const accepted = await clipFiles.accept(clipId, inPieces(bytes), bytes.length);
  if (!accepted.ok) throw new Error(`refused: ${accepted.reason}`);
  return { clipId, ...accepted.value };
}

async function readBack({ clipId, file, media }: Kept, start = 0, end = media.bytes - 1) {
  const pieces: Buffer[] = [];
  for await (const piece of clipFiles.read(clipId, file, media.bytes, start, end)) {
    pieces.push(piece as Buffer); // a byte stream yields buffers
  }
  return Buffer.concat(pieces);
}

const demoClip = () => readClip(demoClips[0] ?? "");

/** What reading says of a file that is not what was written. */
const unreadable = /unable to authenticate|ends too soon|does not begin/;

describe("a clip on the disk", () => {
  it("[MD4] comes back byte for byte, whole and in 200 random ranges", async () => {
    const bytes = demoClip();
    const kept = await keep(bytes);

    expect((await readBack(kept)).equals(bytes)).toBe(true);
    for (let n = 0; n < 200; n += 1) {
      const start = Math.floor(Math.random() * bytes.length);
      const end = start + Math.floor(Math.random() * (bytes.length - start));
      const range = await readBack(kept, start, end);
      expect(range.equals(bytes.subarray(start, end + 1))).toBe(true);
    }
    for (const edge of [chunkBytes - 1, chunkBytes, chunkBytes * 3]) {
      expect(await readBack(kept, edge, edge)).toEqual(bytes.subarray(edge, edge + 1));
    }
  });

  it("[MD4] shows nothing of itself: no box, no run of its bytes, no key", async () => {
    const bytes = demoClip();
    const canary = bytes.subarray(bytes.length >> 1, (bytes.length >> 1) + 12);
    const { file } = await keep(bytes);
    const wrappedKey = Buffer.from(file.wrappedKey);

    const onDisk = await readFile(join(clipFolder(config), file.fileName));

    expect(await stored()).toEqual([file.fileName]);
    expect(onDisk.length).toBe(storedBytes(bytes.length));
    for (const word of ["ftyp", "moov", "mdat", "avc1", canary, wrappedKey]) {
      expect(onDisk.includes(word)).toBe(false);
      expect(bytes.includes(word) || word === wrappedKey).toBe(true);
    }
  });

  it("[MD5] is not read when a bit was flipped, a chunk moved, or an end lost", async () => {
    const kept = await keep(demoClip());
    const path = join(clipFolder(config), kept.file.fileName);
    const whole = await readFile(path);
    const place = (index: number) => headerBytes + index * (chunkBytes + 16);
    const chunk = (index: number) => whole.subarray(place(index), place(index + 1));
    const flipped = Buffer.from(whole);
    flipped[place(3) + 77] = (flipped[place(3) + 77] ?? 0) ^ 1;
    const swapped = Buffer.from(whole);
    chunk(2).copy(swapped, place(1));
    chunk(1).copy(swapped, place(2));
    const otherVersion = Buffer.from(whole);
    otherVersion[6] = 2;

    for (const damaged of [
      flipped,
      swapped,
      otherVersion,
      whole.subarray(0, -1),
      whole.subarray(0, place(4)),
    ]) {
      await writeFile(path, damaged);
      await expect(readBack(kept)).rejects.toThrow(unreadable);
    }
    await writeFile(path, whole);
    expect((await readBack(kept)).length).toBe(kept.media.bytes);
  });

  it("[MD5] is not read as shorter than it is", async () => {
    const kept = await keep(demoClip());
    const shorter = { ...kept.media, bytes: chunkBytes * 2 };

    await expect(readBack({ ...kept, media: shorter })).rejects.toThrow(unreadable);
  });

  it("[MD5] opens with its own key only", async () => {
    const one = await keep(readClip(numberedClips.silent));
    const other = await keep(readClip(numberedClips.silent));

    const swapKeys = () =>
      readBack({ ...one, file: { ...one.file, wrappedKey: other.file.wrappedKey } });
    const swapFiles = () =>
      readBack({ ...one, file: { ...one.file, fileName: other.file.fileName } });

    await expect(swapKeys()).rejects.toThrow(unreadable);
    await expect(swapFiles()).rejects.toThrow(unreadable);
  });

  it("[MD5] is gone when it is removed", async () => {
    const kept = await keep(readClip(numberedClips.silent));

    await clipFiles.remove(kept.file);

    expect(await stored()).toEqual([]);
    await expect(readBack(kept)).rejects.toThrow(/ENOENT/);
  });
});

it("[CP55] a file that a crash left without a clip is swept away once it is old", async () => {
  const kept = await keep(readClip(numberedClips.silent));
  const left = await keep(readClip(numberedClips.silent));
  const known = new Set([kept.file.fileName]);

  await clipFiles.sweep(known, Date.now() - 60_000);
  const young = await stored();
  await clipFiles.sweep(known, Date.now() + 60_000);

  expect(young.toSorted()).toEqual([kept.file.fileName, left.file.fileName].toSorted());
  expect(await stored()).toEqual([kept.file.fileName]);
});

describe("a clip that is not kept", () => {
  it.each([
    ["refused by its contents", readClip(refusedClip("tagged.mp4")), null, "clip-metadata"],
    ["shorter than it was said to be", readClip(numberedClips.silent), 12_000, "clip-incomplete"],
    ["empty", Buffer.alloc(0), 0, "clip-not-video"],
    ["said to be too large", readClip(numberedClips.silent), clipLimits.bytes + 1, "too-large"],
  ])("[MD6] leaves nothing behind: %s", async (_, bytes, declared, reason) => {
    expect(await clipFiles.accept(newId.clip(), inPieces(bytes), declared)).toEqual({
      ok: false,
      reason,
    });
    expect(await stored()).toEqual([]);
  });

  it("[MD6] leaves nothing behind: more than 200 MiB, whatever was said", async () => {
    const piece = Buffer.alloc(4 * 1024 * 1024);
    const endless = Readable.from(
      (function* () {
        for (let n = 0; n < 60; n += 1) yield piece;
      })(),
    );

    expect(await clipFiles.accept(newId.clip(), endless, null)).toEqual({
      ok: false,
      reason: "too-large",
    });
    expect(await stored()).toEqual([]);
  }, 60_000);

  it("[MD6] leaves nothing behind: a line that broke", async () => {
    const bytes = new Readable({ read: () => undefined });
    bytes.push(readClip(numberedClips.silent).subarray(0, 5_000));
    const accepting = clipFiles.accept(newId.clip(), bytes, 11_280);

    bytes.destroy(new Error("aborted"));

    expect(await accepting).toEqual({ ok: false, reason: "clip-incomplete" });
    expect(await stored()).toEqual([]);
  });

  it("[MD6] is swept away when the process was killed while it came in", async () => {
    const child = spawn(
      process.execPath,
      [fileURLToPath(await bundleForNode("tests/helpers/accept-clip-child.ts"))],
      {
        env: { ...process.env, DATA_DIR: config.DATA_DIR },
        stdio: ["pipe", "pipe", "inherit"],
      },
    );
    child.stdin.on("error", () => undefined); // it is killed while it reads
    child.stdin.write(demoClip().subarray(0, 500_000));
    await once(child.stdout, "data");
    await expect.poll(stored).toHaveLength(1);
    const [staged = ""] = await stored();
    const beside = await openClipFiles();
    expect(await stored()).toEqual([staged]);

    child.kill("SIGKILL");
    await once(child, "exit");
    await openClipFiles();

    expect(staged).toMatch(/\.part$/);
    expect(await stored()).toEqual([]);
    expect(beside).toBeDefined();
  }, 60_000);

  it("[MD7] is given up when it keeps the inspector busy, while everything else goes on", async () => {
    const bytes = Buffer.from(readClip(numberedClips.silent));
    bytes.writeUInt32BE(0x7fff_ffff, bytes.indexOf("stts") + 12);
    const impatient = await openClipFiles({ deadlineMs: 1500 });
    let ticks = 0;
    const ticking = setInterval(() => (ticks += 1), 50);

    const accepted = await impatient.accept(newId.clip(), inPieces(bytes), bytes.length);
    clearInterval(ticking);

    expect(accepted).toEqual({ ok: false, reason: "clip-incomplete" });
    expect(ticks).toBeGreaterThan(10);
    expect(await stored()).toEqual([]);
  });

  it("[MD7] is refused by a reason whatever bytes were changed", async () => {
    const impatient = await openClipFiles({ deadlineMs: 1000 });
    const originals = [readClip(numberedClips.silent), readClip(numberedClips.webm)];
    const changed = Array.from({ length: 24 }, (_, round) => {
      const bytes = Buffer.from(originals[round % 2] ?? Buffer.alloc(0));
      for (let n = 0; n < 8; n += 1)
        bytes[(round * 7919 + n * 104_729) % 3000] = (round * 31 + n) % 256;
      return bytes;
    });

    const outcomes = [];
    for (const bytes of changed) {
      outcomes.push(await impatient.accept(newId.clip(), inPieces(bytes), bytes.length));
    }

    expect(outcomes.filter(({ ok }) => !ok).length).toBeGreaterThan(4);
    expect((await stored()).filter((name) => name.endsWith(".part"))).toEqual([]);
  }, 60_000);
});

it("[MD1] the drawn demo clips are accepted, and small", async () => {
  for (const path of demoClips) {
    const { media } = await keep(readClip(path));
    expect(media).toMatchObject({
      mimeType: "video/mp4",
      hasSound: true,
      width: 1280,
      height: 720,
    });
    expect(media.bytes).toBeLessThan(1.5 * 1024 * 1024);
    expect(media.durationMs).toBeGreaterThan(8000);
  }
});
