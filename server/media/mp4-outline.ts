import { fail, ok } from "#shared/lib/result.ts";
import type { Result } from "#shared/lib/result.ts";
import type { ClipBytes, OutlineRefusal } from "./clip-bytes.ts";

/**
 * The boxes of an MP4 file, read without trusting a player's leniency: a demuxer skips what it does not
 * know, and what it does not know may be where a phone keeps the place a film was taken.
 */
interface Box {
  readonly type: string;
  readonly body: Buffer;
}

const knownAtTop = ["ftyp", "moov", "mdat", "free", "skip", "wide", "moof", "mfra", "sidx", "styp"];
const wordsAtTop = ["uuid", "meta", "udta"];
const longestMovieBytes = 16 * 1024 * 1024;

/** Refuses a file that is cut short, holds something else beside its film, or words about it. */
export async function checkMp4Outline(clip: ClipBytes): Promise<Result<null, OutlineRefusal>> {
  let at = 0;
  let movie: Buffer | null = null;
  while (at < clip.totalBytes) {
    if (clip.totalBytes - at < 8) return fail("clip-incomplete");
    const head = await clip.read(at, Math.min(at + 16, clip.totalBytes) - 1);
    const { type, headBytes, length } = boxHead(head, clip.totalBytes - at);
    if (wordsAtTop.includes(type)) return fail("clip-metadata");
    if (!knownAtTop.includes(type)) return fail("clip-container");
    if (length < headBytes || at + length > clip.totalBytes) return fail("clip-incomplete");
    if (type === "moov") {
      if (movie !== null || length > longestMovieBytes) return fail("clip-container");
      movie = await clip.read(at + headBytes, at + length - 1);
    }
    at += length;
  }
  return movie === null ? fail("clip-incomplete") : checkMovie(movie);
}

function checkMovie(movie: Buffer): Result<null, OutlineRefusal> {
  const boxes = readBoxes(movie);
  if (boxes === null) return fail("clip-incomplete");
  if (boxes.some(({ type }) => type === "uuid")) return fail("clip-metadata");
  for (const box of boxes) {
    if (box.type !== "trak") continue;
    const checked = checkTrack(box.body);
    if (!checked.ok) return checked;
  }
  return ok(null);
}

/** Only picture and sound may be tracks: phones write places and times as tracks of their own. */
function checkTrack(track: Buffer): Result<null, OutlineRefusal> {
  const boxes = readBoxes(track) ?? [];
  if (boxes.some(({ type }) => ["udta", "meta", "uuid"].includes(type)))
    return fail("clip-metadata");
  const media = readBoxes(find(boxes, "mdia")) ?? [];
  const handler = find(media, "hdlr").subarray(8, 12).toString("latin1");
  if (handler !== "vide" && handler !== "soun") return fail("clip-metadata");
  const edits = find(readBoxes(find(boxes, "edts")) ?? [], "elst");
  // More than one edit joins or leaves out parts: what is shown is then not what is in the file.
  if (handler === "vide" && edits.length >= 8 && edits.readUInt32BE(4) > 1) {
    return fail("clip-hidden-frames");
  }
  return ok(null);
}

function boxHead(
  head: Buffer,
  restBytes: number,
): { type: string; headBytes: number; length: number } {
  const short = head.readUInt32BE(0);
  const type = head.subarray(4, 8).toString("latin1");
  if (short === 0) return { type, headBytes: 8, length: restBytes };
  if (short !== 1) return { type, headBytes: 8, length: short };
  if (head.length < 16) return { type, headBytes: 16, length: 0 };
  return { type, headBytes: 16, length: Number(head.readBigUInt64BE(8)) };
}

function readBoxes(body: Buffer): Box[] | null {
  const boxes: Box[] = [];
  let at = 0;
  while (at + 8 <= body.length) {
    const { type, headBytes, length } = boxHead(body.subarray(at, at + 16), body.length - at);
    if (length < headBytes || at + length > body.length) return null;
    boxes.push({ type, body: body.subarray(at + headBytes, at + length) });
    at += length;
  }
  return boxes;
}

function find(boxes: readonly Box[], type: string): Buffer {
  return boxes.find((box) => box.type === type)?.body ?? Buffer.alloc(0);
}
