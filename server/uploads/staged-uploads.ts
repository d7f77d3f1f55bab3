import { mkdir, open, readdir, rm, stat } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { join } from "node:path";
import {
  chunkBytes,
  chunkCount,
  chunkPlace,
  clipHeader,
  headerBytes,
  sealChunk,
  sealedChunkBytes,
} from "#server/media/chunk-cipher.ts";
import { syncFolder } from "#server/media/clip-files.ts";
import type { Keys } from "#server/media/keys.ts";
import { clipIdSchema } from "#shared/domain/ids.ts";
import type { ClipId } from "#shared/domain/ids.ts";
import type { UploadId } from "./upload-id.ts";
import { createUploadRecords, nullIfMissing } from "./upload-records.ts";

/**
 * Clips that are still coming in. Each is two files: the clip as it will be kept, sealed chunk by chunk at
 * its lasting place in the file, and a sealed record of what it is, with the bytes behind the last whole
 * chunk. A process that is killed loses at most one chunk of what it took in, and none that it has answered
 * for. A chunk is sealed twice only when it was torn, and then with the same bytes: an upload goes on for
 * the file it began with.
 */
export interface StagedUploads {
  /** Begins one, instead of whatever was there for this clip. One of the same file is left as it is. */
  create(id: UploadId, totalBytes: number): Promise<void>;
  /** The clip's upload of this very file, or null. */
  find(id: UploadId): Promise<StagedUpload | null>;
  /** Adds bytes behind what is there; resolves with how many there are, once they are on the disk. */
  append(upload: StagedUpload, pieces: AsyncIterable<unknown>): Promise<number>;
  remove(clipId: ClipId): Promise<void>;
  /** All there are, and when a byte last came (ms, epoch UTC). */
  list(): Promise<ReadonlyMap<ClipId, number>>;
}

/** How far one upload is. */
export interface StagedUpload extends UploadId {
  /** Where the sealed bytes lie. */
  readonly path: string;
  readonly wrappedKey: Buffer;
  readonly totalBytes: number;
  /** Whole chunks that are sealed; the last of all counts only once the clip was accepted. */
  readonly chunks: number;
  /** The bytes behind them: fewer than a chunk. */
  readonly tail: Buffer;
}

/** How many plain bytes are there: where the sender goes on. Always fewer than all of them. */
export function offsetOf({ chunks, tail }: Pick<StagedUpload, "chunks" | "tail">): number {
  return chunks * chunkBytes + tail.length;
}

/** Uploads in this folder, which is made when the first one begins. */
export function createStagedUploads(folder: string, keys: Keys): StagedUploads {
  const records = createUploadRecords(folder, keys);
  const pathOf = (clipId: ClipId) => join(folder, `${clipId}.bytes`);

  async function find({ clipId, digest }: UploadId): Promise<StagedUpload | null> {
    const record = await records.read(clipId);
    const bytes = await nullIfMissing(stat(pathOf(clipId)));
    if (record === null || bytes === null || record.digest !== digest) return null;
    const { totalBytes, tail, tailChunk } = record;
    const sealed = Math.max(0, Math.floor((bytes.size - headerBytes) / sealedChunkBytes));
    const chunks = Math.min(sealed, chunkCount(totalBytes) - 1);
    return {
      clipId,
      digest,
      path: pathOf(clipId),
      wrappedKey: Buffer.from(record.wrappedKey, "base64"),
      totalBytes,
      chunks,
      tail: Buffer.from(tailChunk === chunks ? tail : "", "base64"),
    };
  }

  async function remove(clipId: ClipId): Promise<void> {
    await records.remove(clipId);
    await rm(pathOf(clipId), { force: true });
  }

  return {
    find,
    remove,

    async create(id, totalBytes) {
      const { clipId, digest } = id;
      if ((await find(id))?.totalBytes === totalBytes) return;
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await remove(clipId);
      const { key, wrappedKey } = keys.create(clipId);
      key.fill(0);
      const file = await open(pathOf(clipId), "wx", 0o600);
      try {
        await writeAt(file, 0, clipHeader(clipId));
        await file.sync();
      } finally {
        await file.close();
      }
      const record = { digest, totalBytes, wrappedKey: wrappedKey.toString("base64") };
      await records.write(clipId, { ...record, tail: "", tailChunk: 0 });
      await syncFolder(folder);
    },

    async append(upload, pieces) {
      const { clipId, digest, totalBytes, wrappedKey } = upload;
      const key = keys.unwrap(clipId, wrappedKey);
      const file = await open(upload.path, "r+");
      const count = chunkCount(totalBytes);
      let { chunks, tail } = upload;
      try {
        for await (const piece of pieces) {
          if (!(piece instanceof Uint8Array)) throw new TypeError("A clip comes in as bytes.");
          tail = Buffer.concat([tail, piece]);
          while (chunks < count && tail.length >= plainLength(totalBytes, chunks)) {
            const plain = tail.subarray(0, plainLength(totalBytes, chunks));
            const sealed = sealChunk(key, clipId, chunks, chunks === count - 1, plain);
            await writeAt(file, chunkPlace(totalBytes, chunks).start, sealed);
            tail = tail.subarray(plain.length);
            chunks += 1;
          }
        }
      } finally {
        // Also when the line broke: what came before it counts.
        key.fill(0);
        try {
          await file.sync();
        } finally {
          await file.close();
        }
        const record = { digest, totalBytes, wrappedKey: wrappedKey.toString("base64") };
        await records.write(clipId, {
          ...record,
          tail: tail.toString("base64"),
          tailChunk: chunks,
        });
      }
      return Math.min(totalBytes, offsetOf({ chunks, tail }));
    },

    async list() {
      const names = (await nullIfMissing(readdir(folder))) ?? [];
      const changed = new Map<ClipId, number>();
      for (const name of names) {
        const clipId = clipIdSchema.safeParse(name.split(".")[0]);
        const file = await nullIfMissing(stat(join(folder, name)));
        if (!clipId.success || file === null) continue;
        changed.set(clipId.data, Math.max(file.mtimeMs, changed.get(clipId.data) ?? 0));
      }
      return changed;
    },
  };
}

/** How many plain bytes chunk `index` holds. */
function plainLength(totalBytes: number, index: number): number {
  return Math.min(chunkBytes, totalBytes - index * chunkBytes);
}

/** A disk that fills up can take a part and say nothing. */
async function writeAt(file: FileHandle, position: number, bytes: Buffer): Promise<void> {
  const { bytesWritten } = await file.write(bytes, 0, bytes.length, position);
  if (bytesWritten < bytes.length) {
    throw Object.assign(new Error("The disk is full."), { code: "ENOSPC" });
  }
}
