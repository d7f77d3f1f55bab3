import { fail, ok } from "#shared/lib/result.ts";
import type { Result } from "#shared/lib/result.ts";
import type { ClipBytes, Outline, OutlineRefusal } from "./clip-bytes.ts";

/**
 * The boxes of an MP4 file, read without trusting a player's leniency: a demuxer skips what it does not
 * know, and what it does not know may be where a phone keeps the place a film was taken.
 */
interface Box {
  readonly type: string;
  readonly body: Buffer;
}

interface BoxHead {
  readonly type: string;
  readonly headBytes: number;
  readonly length: number;
}

const knownAtTop = ["ftyp", "moov", "mdat", "free", "skip", "wide", "moof", "mfra", "sidx", "styp"];
const wordsAtTop = ["uuid", "meta", "udta"];
const longestMovieBytes = 16 * 1024 * 1024;

/** Refuses a file that is cut short, holds something else beside its film, or words about it. */
export async function checkMp4Outline(clip: ClipBytes): Promise<Result<Outline, OutlineRefusal>> {
  let at = 0;
  let movie: Buffer | null = null;
  while (at < clip.totalBytes) {
    const found = await readTopBox(clip, at);
    if (!found.ok) return found;
    const { type, headBytes, length } = found.value;
    if (type === "moov") {
      if (movie !== null || length > longestMovieBytes) return fail("clip-container");
      movie = await clip.read(at + headBytes, at + length - 1);
    }
    at += length;
  }
  return movie === null ? fail("clip-incomplete") : checkMovie(movie);
}

async function readTopBox(clip: ClipBytes, at: number): Promise<Result<BoxHead, OutlineRefusal>> {
  const restBytes = clip.totalBytes - at;
  if (restBytes < 8) return fail("clip-incomplete");
  const head = boxHead(await clip.read(at, at + Math.min(16, restBytes) - 1), restBytes);
  if (wordsAtTop.includes(head.type)) return fail("clip-metadata");
  if (!knownAtTop.includes(head.type)) return fail("clip-container");
  if (head.length < head.headBytes || head.length > restBytes) return fail("clip-incomplete");
  return ok(head);
}

function checkMovie(movie: Buffer): Result<Outline, OutlineRefusal> {
  const boxes = readBoxes(movie);
  if (boxes === null) return fail("clip-incomplete");
  if (boxes.some(({ type }) => type === "uuid")) return fail("clip-metadata");
  const header = find(boxes, "mvhd");
  const unitsPerSecond = timescaleOf(header);
  let editedMs: number | null = null;
  for (const { body } of boxes.filter(({ type }) => type === "trak")) {
    const checked = checkTrack(body);
    if (!checked.ok) return checked;
    if (checked.value > 0) editedMs = (checked.value / unitsPerSecond) * 1000;
  }
  return ok({ editedMs, toldMs: (lengthOf(header) / unitsPerSecond) * 1000 });
}

/**
 * Only picture and sound may be tracks: phones write places and times as tracks of their own. The value is
 * how long the edit list of a picture shows it, in units of the movie; 0 when it does not say.
 */
function checkTrack(track: Buffer): Result<number, OutlineRefusal> {
  const boxes = readBoxes(track) ?? [];
  if (boxes.some(({ type }) => ["udta", "meta", "uuid"].includes(type)))
    return fail("clip-metadata");
  const media = readBoxes(find(boxes, "mdia")) ?? [];
  const handler = find(media, "hdlr").subarray(8, 12).toString("latin1");
  if (isEncrypted(readBoxes(find(media, "minf")) ?? [])) return fail("clip-codec");
  if (handler === "soun") return ok(0);
  if (handler !== "vide") return fail("clip-metadata");
  const edits = find(readBoxes(find(boxes, "edts")) ?? [], "elst");
  if (edits.length < 16) return ok(0);
  // More than one edit joins or leaves out parts: what is shown is then not what is in the file.
  if (edits.readUInt32BE(4) > 1) return fail("clip-hidden-frames");
  return ok(edits[0] === 1 ? Number(edits.readBigUInt64BE(8)) : edits.readUInt32BE(8));
}

/** Units a second of the movie header, whose two versions place it differently. */
function timescaleOf(movieHeader: Buffer): number {
  const at = movieHeader[0] === 1 ? 20 : 12;
  return movieHeader.length < at + 4 ? 1000 : Math.max(1, movieHeader.readUInt32BE(at));
}

/** How long the movie header says it is, in its own units; 0 when it does not say. */
function lengthOf(movieHeader: Buffer): number {
  const isLong = movieHeader[0] === 1;
  if (movieHeader.length < (isLong ? 32 : 20)) return 0;
  if (isLong) return Number(BigInt.asIntN(64, movieHeader.readBigUInt64BE(24)));
  return movieHeader.readUInt32BE(16) === 0xffff_ffff ? 0 : movieHeader.readUInt32BE(16);
}

/** Whether a track's packets can be opened only by whoever has its key. */
function isEncrypted(mediaInformation: readonly Box[]): boolean {
  const table = readBoxes(find(mediaInformation, "stbl")) ?? [];
  const kind = find(table, "stsd").subarray(12, 16).toString("latin1");
  return kind === "encv" || kind === "enca";
}

function boxHead(head: Buffer, restBytes: number): BoxHead {
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
