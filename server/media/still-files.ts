import { mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { Readable } from "node:stream";
import type { Config } from "#server/config.ts";
import type { RandomSource } from "#server/context.ts";
import type { StoredClipFile } from "#server/storage/stores.ts";
import type { ClipId, ObservationId, ReviewId } from "#shared/domain/ids.ts";
import { fail, ok } from "#shared/lib/result.ts";
import type { Result } from "#shared/lib/result.ts";
import { isDiskFull, syncFolder } from "./clip-files.ts";
import type { Keys } from "./keys.ts";
import { checkSealedClip, collectRange } from "./sealed-reader.ts";
import { writeSealed } from "./sealed-writer.ts";
import { stagingName, sweepStaging } from "./staging.ts";

/** Which held moment a picture is of. */
export interface StillAddress {
  readonly reviewId: ReviewId;
  readonly observationId: ObservationId;
}

/** Whose picture a file is, and the clip it was drawn from: it opens as no other's. */
export interface StillOwner extends StillAddress {
  readonly clipId: ClipId;
}

/** Kept pictures on disk, sealed as clips are, each under a key of its own. */
export interface StillFiles {
  /** Resolves once the whole picture is on the disk. */
  keep(owner: StillOwner, png: Buffer): Promise<Result<StoredClipFile, "disk-full">>;
  /** The picture again, of so many plain bytes; throws when a bit of it is not as it was written. */
  read(owner: StillOwner, file: StoredClipFile, bytes: number): Promise<Buffer>;
  remove(fileNames: readonly string[]): Promise<void>;
  /** Removes what no row names (any more): the end of what a crash left half done. */
  sweep(namesInUse: ReadonlySet<string>): Promise<number>;
}

/** Where kept pictures lie inside the data folder. */
export function stillFolder(config: Config): string {
  return join(resolve(config.DATA_DIR), "stills");
}

/** Opens the folder; pictures that another run was still writing are gone. */
export async function openStillFiles(
  config: Config,
  random: RandomSource,
  keys: Keys,
): Promise<StillFiles> {
  const folder = stillFolder(config);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await sweepStaging(folder);
  const pathOf = (fileName: string) => join(folder, basename(fileName));

  async function remove(fileNames: readonly string[]): Promise<void> {
    if (fileNames.length === 0) return;
    await Promise.all(fileNames.map((fileName) => rm(pathOf(fileName), { force: true })));
    await syncFolder(folder);
  }

  return {
    keep: async (owner, png) => {
      if (await isDiskFull(folder, png.length)) return fail("disk-full");
      const staging = pathOf(stagingName(random.uuid()));
      const { key, wrappedKey } = keys.create(labelOf(owner));
      try {
        await writeSealed(staging, owner.clipId, key, Readable.from([png]), png.length);
        const fileName = `${random.uuid()}.still`;
        await rename(staging, pathOf(fileName));
        await syncFolder(folder);
        return ok({ fileName, wrappedKey });
      } finally {
        key.fill(0);
        await rm(staging, { force: true });
      }
    },

    read: async (owner, { fileName, wrappedKey }, totalBytes) => {
      const key = keys.unwrap(labelOf(owner), wrappedKey);
      const file = await open(pathOf(fileName), "r");
      try {
        const sealed = { file, key, clipId: owner.clipId, totalBytes };
        await checkSealedClip(sealed);
        return await collectRange(sealed, 0, totalBytes - 1);
      } finally {
        key.fill(0);
        await file.close();
      }
    },

    remove,

    sweep: async (namesInUse) => {
      const kept = (await readdir(folder)).filter((name) => name.endsWith(".still"));
      const orphans = kept.filter((name) => !namesInUse.has(name));
      await remove(orphans);
      return orphans.length;
    },
  };
}

function labelOf({ reviewId, observationId }: StillOwner): string {
  return `still|${reviewId}|${observationId}`;
}
