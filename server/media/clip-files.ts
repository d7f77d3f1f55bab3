import { createHash } from "node:crypto";
import { open, readdir, rename, rm, stat, statfs } from "node:fs/promises";
import { basename, join } from "node:path";
import { Readable } from "node:stream";
import type { Config } from "#server/config.ts";
import type { ClipFiles, RandomSource, StagedClip } from "#server/context.ts";
import type { StoredClipFile } from "#server/storage/stores.ts";
import { clipLimits } from "#shared/domain/clip.ts";
import type { ClipMedia } from "#shared/domain/clip.ts";
import type { ClipId } from "#shared/domain/ids.ts";
import { fail, ok } from "#shared/lib/result.ts";
import type { Result } from "#shared/lib/result.ts";
import type { Refusal } from "#shared/protocol/refusals.ts";
import { inspectInThread } from "./inspection-thread.ts";
import type { InspectionJob, InspectionOptions } from "./inspection-thread.ts";
import { clipFolder } from "./keys.ts";
import type { Keys } from "./keys.ts";
import { checkSealedClip, openRange } from "./sealed-reader.ts";
import type { SealedClip } from "./sealed-reader.ts";
import { writeSealed } from "./sealed-writer.ts";
import type { SealedBytes } from "./sealed-writer.ts";
import { stagingName, sweepStaging } from "./staging.ts";

/** What must stay free on the disk beside a clip: the board and the database need room too. */
const reserveBytes = 64 * 1024 * 1024;

/** How clips are taken in; a test has its own. */
export interface ClipFileOptions extends InspectionOptions {
  /** How many bytes are free on the disk that holds a folder. */
  readonly freeBytes?: (folder: string) => Promise<number>;
}

type Accepted = Result<{ media: ClipMedia; file: StoredClipFile }, Refusal>;

/**
 * Encrypted clips in the data folder. A file gets its lasting name only when it was read whole, accepted
 * and is on the disk; until then it bears a staging name, which is swept away at the next start.
 */
export async function createClipFiles(
  config: Config,
  random: RandomSource,
  keys: Keys,
  { freeBytes = readFreeBytes, ...inspection }: ClipFileOptions = {},
): Promise<ClipFiles> {
  const folder = clipFolder(config);
  await sweepStaging(folder);

  async function keep(clipId: ClipId, bytes: Readable, declared: number | null): Promise<Accepted> {
    const staging = join(folder, stagingName(random.uuid()));
    const { key, wrappedKey } = keys.create(clipId);
    try {
      const sealed = await receiveSealed(staging, clipId, key, bytes, declared);
      if (!sealed.ok) return sealed;
      const { bytes: totalBytes, sha256: clipRev } = sealed.value;
      return await settle({ path: staging, clipId, key, totalBytes }, wrappedKey, clipRev);
    } finally {
      key.fill(0);
      await rm(staging, { force: true });
    }
  }

  /** Looks through a whole sealed file and gives it its lasting name. */
  async function settle(
    job: InspectionJob,
    wrappedKey: Uint8Array,
    clipRev: string,
  ): Promise<Accepted> {
    const found = await inspectInThread(job, inspection);
    if (!found.ok) return found;
    const fileName = `${random.uuid()}.clip`;
    await rename(job.path, join(folder, fileName));
    await syncFolder(folder);
    const media = { ...found.value, bytes: job.totalBytes, clipRev };
    return ok({ media, file: { fileName, wrappedKey } });
  }

  async function keepStaged({ wrappedKey, digest, ...staged }: StagedClip): Promise<Accepted> {
    const key = keys.unwrap(staged.clipId, wrappedKey);
    try {
      const clip = { clipId: staged.clipId, key, totalBytes: staged.totalBytes };
      const hash = createHash("sha256");
      for await (const piece of readRange(staged.path, clip, 0, staged.totalBytes - 1)) {
        hash.update(piece);
      }
      if (hash.digest("hex") !== digest) return fail("clip-incomplete");
      return await settle({ ...clip, path: staged.path }, wrappedKey, digest);
    } finally {
      key.fill(0);
    }
  }

  const hasRoomFor = async (bytes: number) => !(await isDiskFull(folder, bytes, freeBytes));

  return {
    accept: async (clipId, bytes, declaredBytes) => {
      bytes.on("error", leaveToReader);
      if ((declaredBytes ?? 0) > clipLimits.bytes) return fail("too-large");
      if (!(await hasRoomFor(declaredBytes ?? clipLimits.bytes))) return fail("disk-full");
      return keep(clipId, bytes, declaredBytes);
    },
    acceptStaged: keepStaged,
    hasRoomFor,
    read: (clipId, file, totalBytes, start, end) => {
      const path = join(folder, basename(file.fileName));
      const key = keys.unwrap(clipId, file.wrappedKey);
      return Readable.from(readRange(path, { clipId, key, totalBytes }, start, end), {
        objectMode: false,
      });
    },
    remove: async (file) => {
      await rm(join(folder, basename(file.fileName)), { force: true });
      await syncFolder(folder);
    },
    sweep: async (kept, beforeMs) => {
      const unknown = (await readdir(folder)).filter(
        (name) => name.endsWith(".clip") && !kept.has(name),
      );
      for (const name of unknown) {
        const path = join(folder, name);
        if ((await stat(path)).mtimeMs < beforeMs) await rm(path, { force: true });
      }
    },
  };
}

/** Takes the bytes in; refuses by size, by a line that broke, or for want of disk. */
async function receiveSealed(
  path: string,
  clipId: ClipId,
  key: Buffer,
  bytes: Readable,
  declaredBytes: number | null,
): Promise<Result<SealedBytes, Refusal>> {
  try {
    const pieces = bytes.iterator({ destroyOnReturn: false });
    const sealed = await writeSealed(path, clipId, key, pieces, clipLimits.bytes);
    if (sealed === null) return fail("too-large");
    if (declaredBytes !== null && sealed.bytes !== declaredBytes) return fail("clip-incomplete");
    return ok(sealed);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOSPC") {
      return fail("disk-full");
    }
    // The sender went away half-way: expected on a poor line.
    if (bytes.errored !== null || bytes.destroyed) return fail("clip-incomplete");
    throw error;
  }
}

/** An error that comes before anybody reads is met by whoever reads; unheard, it would end the process. */
export function leaveToReader(): void {}

async function* readRange(
  path: string,
  clip: Omit<SealedClip, "file">,
  start: number,
  end: number,
): AsyncGenerator<Buffer, void> {
  const file = await open(path, "r");
  try {
    await checkSealedClip({ ...clip, file });
    yield* openRange({ ...clip, file }, start, end);
  } finally {
    await file.close();
  }
}

/** Whether so many bytes more would leave too little room for the board and the database. */
export async function isDiskFull(
  folder: string,
  neededBytes: number,
  freeBytes = readFreeBytes,
): Promise<boolean> {
  return (await freeBytes(folder)) < neededBytes + reserveBytes;
}

async function readFreeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/** Resolves once the names in a folder are on the disk as they are now. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
