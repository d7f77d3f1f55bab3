import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import type { ClipId } from "#shared/domain/ids.ts";
import { chunkBytes, clipHeader, sealChunk } from "./chunk-cipher.ts";

/** What was written: how many plain bytes, and their SHA-256. */
export interface SealedBytes {
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Seals bytes to `path` as they arrive, so that no plain byte of a clip ever lies on the disk, and
 * resolves once all is on it (fsync). Null when there are more than `limitBytes`.
 */
export async function writeSealed(
  path: string,
  clipId: ClipId,
  key: Buffer,
  plain: AsyncIterable<unknown>,
  limitBytes: number,
): Promise<SealedBytes | null> {
  const file = await open(path, "wx", 0o600);
  try {
    await file.write(clipHeader(clipId));
    const hash = createHash("sha256");
    let waiting = Buffer.alloc(0);
    let bytes = 0;
    let index = 0;
    for await (const piece of plain) {
      if (!(piece instanceof Uint8Array)) throw new TypeError("A clip comes in as bytes.");
      bytes += piece.length;
      if (bytes > limitBytes) return null;
      hash.update(piece);
      waiting = Buffer.concat([waiting, piece]);
      // The last chunk is known only at the end, so a full one waits until another byte is there.
      while (waiting.length > chunkBytes) {
        await file.write(sealChunk(key, clipId, index, false, waiting.subarray(0, chunkBytes)));
        waiting = waiting.subarray(chunkBytes);
        index += 1;
      }
    }
    if (waiting.length > 0) await file.write(sealChunk(key, clipId, index, true, waiting));
    await file.sync();
    return { bytes, sha256: hash.digest("hex") };
  } finally {
    await file.close();
  }
}
