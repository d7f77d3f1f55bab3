/**
 * One frame of voice or face, sealed: what packets and the router must read stays in the clear, then comes
 * the sealed rest with its tag, then a trailer of counter (8 bytes), key number (1) and mark (3). Clear
 * bytes and trailer are authenticated. The initialisation vector is the key's own salt and the counter.
 */
export type FrameKind = "audio" | "video";

/** What a frame is sealed with: an AES-GCM key and the salt of its vectors, drawn together. */
export interface FrameKey {
  readonly key: CryptoKey;
  /** 4 bytes. */
  readonly salt: Uint8Array;
}

const trailerBytes = 12;
const tagBytes = 16;
const mark = [0x53, 0x46, 0x31];

/** Seals one frame. A counter must never come twice with one key. */
export async function sealFrame(
  kind: FrameKind,
  frame: Uint8Array<ArrayBuffer>,
  { key, salt }: FrameKey,
  place: { readonly keyNumber: number; readonly counter: number },
): Promise<ArrayBuffer> {
  const clear = frame.subarray(0, clearBytesOf(kind, frame, frame.length));
  const trailer = trailerOf(place);
  const sealed = await crypto.subtle.encrypt(
    { name: "AES-GCM", iv: vectorOf(salt, trailer), additionalData: joined(clear, trailer) },
    key,
    frame.subarray(clear.length),
  );
  return joined(clear, new Uint8Array(sealed), trailer).buffer;
}

/** Opens one frame with the key it names; null when there is no such key or not every bit is as it was sealed. */
export async function openFrame(
  kind: FrameKind,
  frame: Uint8Array<ArrayBuffer>,
  keyOf: (keyNumber: number) => FrameKey | null,
): Promise<ArrayBuffer | null> {
  const openLength = frame.length - trailerBytes - tagBytes;
  if (openLength < 0 || !isSealed(frame)) return null;
  const trailer = frame.subarray(-trailerBytes);
  const frameKey = keyOf(trailer[8] ?? 0);
  if (frameKey === null) return null;
  const clear = frame.subarray(0, clearBytesOf(kind, frame, openLength));
  try {
    const opened = await crypto.subtle.decrypt(
      {
        name: "AES-GCM",
        iv: vectorOf(frameKey.salt, trailer),
        additionalData: joined(clear, trailer),
      },
      frameKey.key,
      frame.subarray(clear.length, -trailerBytes),
    );
    return joined(clear, new Uint8Array(opened)).buffer;
  } catch {
    return null; // changed on its way, or sealed with another key of that number
  }
}

/** The frame bears the mark of a sealed one. */
export function isSealed(frame: Uint8Array): boolean {
  return mark.every((byte, index) => frame.at(index - mark.length) === byte);
}

/** Opus: its table of contents. VP8: 10 bytes of a key frame, 3 of any other; the lowest bit says which. */
function clearBytesOf(kind: FrameKind, frame: Uint8Array, openLength: number): number {
  const isKeyFrame = ((frame[0] ?? 1) & 1) === 0;
  const wanted = kind === "audio" ? 1 : isKeyFrame ? 10 : 3;
  return Math.min(wanted, openLength);
}

function trailerOf(place: { readonly keyNumber: number; readonly counter: number }) {
  const trailer = new Uint8Array(trailerBytes);
  new DataView(trailer.buffer).setBigUint64(0, BigInt(place.counter));
  trailer[8] = place.keyNumber;
  trailer.set(mark, 9);
  return trailer;
}

function vectorOf(salt: Uint8Array, trailer: Uint8Array): Uint8Array<ArrayBuffer> {
  return joined(salt, trailer.subarray(0, 8));
}

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
