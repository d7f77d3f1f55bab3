import { createCipheriv, createDecipheriv } from "node:crypto";
import type { ClipId } from "#shared/domain/ids.ts";

/**
 * A clip at rest: a header, then chunks of 64 KiB, each sealed with AES-256-GCM under the clip's own key.
 * The nonce is the chunk's number (a key seals one write-once file, so none comes twice). Header, number
 * and "this is the last" are authenticated with each chunk: none can be changed, moved, left out or
 * brought in from another clip. Any range of the clip maps to whole chunks at known places.
 */
export const chunkBytes = 64 * 1024;
/** Length of the header before the first chunk. */
export const headerBytes = 24;
const tagBytes = 16;
/** How many bytes a whole chunk has once it is sealed. */
export const sealedChunkBytes = chunkBytes + tagBytes;
const formatVersion = 1;
/** 1 is AES-256-GCM with a key the server can open; a clip sealed in the browser would bear another. */
const cipherAes256Gcm = 1;
const magic = Buffer.from("SFCLIP");

/** The file's first bytes: what it is, its version, its cipher and whose it is. */
export function clipHeader(clipId: ClipId): Buffer {
  const id = Buffer.from(clipId.replaceAll("-", ""), "hex");
  return Buffer.concat([magic, Buffer.of(formatVersion, cipherAes256Gcm), id]);
}

/** Throws when these are not the first bytes of this clip in a form this version reads. */
export function checkHeader(header: Buffer, clipId: ClipId): void {
  if (!header.equals(clipHeader(clipId))) {
    throw new Error("A stored clip does not begin as it should: wrong version, cipher or clip.");
  }
}

/** Seals one chunk; `plain` is at most 64 KiB, and exactly that unless it is the last. */
export function sealChunk(
  key: Buffer,
  clipId: ClipId,
  index: number,
  isLast: boolean,
  plain: Buffer,
): Buffer {
  const cipher = createCipheriv("aes-256-gcm", key, chunkNonce(index));
  cipher.setAAD(chunkLabel(clipId, index, isLast));
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Opens one chunk; throws when a bit of it, its place, its clip or its key is not the right one. */
export function openChunk(
  key: Buffer,
  clipId: ClipId,
  index: number,
  isLast: boolean,
  sealed: Buffer,
): Buffer {
  if (sealed.length < tagBytes) throw new Error("A stored clip ends too soon.");
  const decipher = createDecipheriv("aes-256-gcm", key, chunkNonce(index), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(chunkLabel(clipId, index, isLast));
  decipher.setAuthTag(sealed.subarray(-tagBytes));
  return Buffer.concat([decipher.update(sealed.subarray(0, -tagBytes)), decipher.final()]);
}

/** How many chunks a clip of so many plain bytes has. */
export function chunkCount(totalBytes: number): number {
  return Math.ceil(totalBytes / chunkBytes);
}

/** How long the stored file of so many plain bytes is. */
export function storedBytes(totalBytes: number): number {
  return headerBytes + totalBytes + chunkCount(totalBytes) * tagBytes;
}

/** Where chunk `index` lies in the stored file, and how many sealed bytes it has. */
export function chunkPlace(totalBytes: number, index: number): { start: number; length: number } {
  const plainLength = Math.min(chunkBytes, totalBytes - index * chunkBytes);
  return { start: headerBytes + index * sealedChunkBytes, length: plainLength + tagBytes };
}

function chunkNonce(index: number): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(index), 4);
  return nonce;
}

function chunkLabel(clipId: ClipId, index: number, isLast: boolean): Buffer {
  const place = Buffer.alloc(9);
  place.writeBigUInt64BE(BigInt(index));
  place.writeUInt8(isLast ? 1 : 0, 8);
  return Buffer.concat([clipHeader(clipId), place]);
}
