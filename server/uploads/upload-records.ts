import { open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Keys } from "#server/media/keys.ts";
import { clipLimits } from "#shared/domain/clip.ts";
import type { ClipId } from "#shared/domain/ids.ts";
import { clipDigestSchema } from "#shared/protocol/clip-uploads.ts";

const recordSchema = z.strictObject({
  digest: clipDigestSchema,
  totalBytes: z.int().positive().max(clipLimits.bytes),
  /** Base64, as is `tail`. */
  wrappedKey: z.base64(),
  /** The bytes behind the last whole chunk, as they were when a request ended. */
  tail: z.base64(),
  /** The chunk that the tail begins; once a later one is due, it is an old tail. */
  tailChunk: z.int().nonnegative(),
});
/** What an upload is, beside its sealed bytes. */
export type UploadRecord = z.infer<typeof recordSchema>;

/** The record of each upload, sealed: the tail is film too. */
export interface UploadRecords {
  read(clipId: ClipId): Promise<UploadRecord | null>;
  /** Resolves once it is on the disk, whole; until then the one before it stands. */
  write(clipId: ClipId, record: UploadRecord): Promise<void>;
  remove(clipId: ClipId): Promise<void>;
}

/** Records as files of this folder. */
export function createUploadRecords(folder: string, keys: Keys): UploadRecords {
  const pathOf = (clipId: ClipId) => join(folder, `${clipId}.record`);
  const asideOf = (clipId: ClipId) => `${pathOf(clipId)}.new`;
  const label = (clipId: ClipId) => `upload ${clipId}`;
  return {
    async read(clipId) {
      const sealed = await nullIfMissing(readFile(pathOf(clipId)));
      if (sealed === null) return null;
      const record: unknown = JSON.parse(keys.open(label(clipId), sealed).toString());
      return recordSchema.parse(record);
    },

    async write(clipId, record) {
      const file = await open(asideOf(clipId), "w", 0o600);
      try {
        await file.writeFile(keys.seal(label(clipId), Buffer.from(JSON.stringify(record))));
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(asideOf(clipId), pathOf(clipId));
    },

    async remove(clipId) {
      await rm(pathOf(clipId), { force: true });
      await rm(asideOf(clipId), { force: true });
    },
  };
}

/** What a call of the file system gives, or null when that file or folder is not there. */
export async function nullIfMissing<Value>(asked: Promise<Value>): Promise<Value | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
