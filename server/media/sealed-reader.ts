import type { FileHandle } from "node:fs/promises";
import type { ClipId } from "#shared/domain/ids.ts";
import {
  checkHeader,
  chunkBytes,
  chunkCount,
  chunkPlace,
  headerBytes,
  openChunk,
} from "./chunk-cipher.ts";

/** A stored clip, open for reading. */
export interface SealedClip {
  readonly file: FileHandle;
  readonly clipId: ClipId;
  readonly key: Buffer;
  readonly totalBytes: number;
}

/** Throws unless the open file is this clip's, in a form this version reads. */
export async function checkSealedClip(clip: SealedClip): Promise<void> {
  checkHeader(await readExactly(clip.file, 0, headerBytes), clip.clipId);
}

/** The plain bytes from `start` to `end`, both included, chunk by chunk; only whole, true chunks come out. */
export async function* openRange(
  clip: SealedClip,
  start: number,
  end: number,
): AsyncGenerator<Buffer, void> {
  const first = Math.floor(start / chunkBytes);
  const last = Math.floor(end / chunkBytes);
  for (let index = first; index <= last; index += 1) {
    const place = chunkPlace(clip.totalBytes, index);
    const sealed = await readExactly(clip.file, place.start, place.length);
    const isLast = index === chunkCount(clip.totalBytes) - 1;
    const plain = openChunk(clip.key, clip.clipId, index, isLast, sealed);
    const chunkStart = index * chunkBytes;
    yield plain.subarray(Math.max(0, start - chunkStart), end - chunkStart + 1);
  }
}

/** The same in one piece. */
export async function collectRange(clip: SealedClip, start: number, end: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of openRange(clip, start, end)) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function readExactly(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await file.read(buffer, filled, length - filled, position + filled);
    if (bytesRead === 0) throw new Error("A stored clip ends too soon.");
    filled += bytesRead;
  }
  return buffer;
}
