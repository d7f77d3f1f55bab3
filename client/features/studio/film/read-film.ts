import { BlobSource, EncodedPacketSink, Input } from "mediabunny";
import type { InputAudioTrack, InputVideoTrack } from "mediabunny";
import { fail, ok } from "#shared/lib/result.ts";
import type { Result } from "#shared/lib/result.ts";
import { filmFormats } from "#client/features/studio/film-formats.ts";
import type { FrameTable } from "#shared/playback/frames.ts";
import { frameTableOf } from "./film-frames.ts";
import type { TimedPacket } from "./film-frames.ts";
import { readFileSigns } from "./file-signs.ts";
import type { FileSigns } from "./file-signs.ts";
import type { FilmHint, FilmRefusal } from "./film-refusals.ts";

/** What is known of a film once it is open. */
export interface FilmDetails {
  /** Of the upright picture, in pixels. */
  readonly width: number;
  readonly height: number;
  readonly picturesPerSecond: number;
  readonly hasSound: boolean;
  readonly hints: readonly FilmHint[];
}

/** An open film. Only what is asked for is read of its file. */
export interface ReadFilm {
  readonly details: FilmDetails;
  readonly table: FrameTable;
  readonly picture: InputVideoTrack;
  /** Null when there is none, or none that this browser can decode. */
  readonly sound: InputAudioTrack | null;
  close(): void;
}

/** How a film is read. `onProgress` is told the part of the film whose pictures are known, 0-1. */
export interface ReadOptions {
  readonly onProgress: (fraction: number) => void;
  readonly signal: AbortSignal;
  /** Node knows no codecs: tests say what a browser would. */
  readonly canDecode?: (track: InputVideoTrack | InputAudioTrack) => Promise<boolean>;
}

const mostSidePx = 8_192;
const fewPicturesPerSecond = 20;
const longMs = 20 * 60_000;
/** A file's header may round; what lacks more than this, and a twentieth, was not all copied. */
const lackMs = 2_000;
const lackShare = 0.05;
const progressEachPackets = 2_000;

/** Opens a film and learns when each of its pictures is shown, without decoding any; or says why not. */
export async function readFilm(
  file: Blob,
  options: ReadOptions,
): Promise<Result<ReadFilm, FilmRefusal>> {
  if (file.size === 0) return fail("empty");
  try {
    const signs = await readFileSigns(file);
    if (signs.kind === "playlist") return fail("playlist");
    return await readOpened(file, signs, options);
  } catch (error) {
    if (isGone(error)) return fail("unreachable");
    throw error;
  }
}

async function readOpened(
  file: Blob,
  signs: FileSigns,
  options: ReadOptions,
): Promise<Result<ReadFilm, FilmRefusal>> {
  const source = new BlobSource(file, { handleUnhandledError: () => undefined });
  const input = new Input({ formats: filmFormats, source });
  try {
    const read = await readInput(input, signs, options);
    if (!read.ok) input.dispose();
    return read;
  } catch (error) {
    input.dispose();
    if (options.signal.aborted) return fail("stopped");
    if (isGone(error)) throw error;
    // Whatever a broken or locked file makes the reader stumble over.
    return fail(signs.isProtected ? "protected" : "cut-short");
  }
}

function isGone(error: unknown): boolean {
  return error instanceof DOMException && /^Not(Readable|Found)Error$/.test(error.name);
}

async function readInput(
  input: Input,
  signs: FileSigns,
  options: ReadOptions,
): Promise<Result<ReadFilm, FilmRefusal>> {
  const { canDecode = (track) => track.canDecode() } = options;
  if (!(await input.canRead())) return fail(signs.kind === "film" ? "cut-short" : "not-a-film");
  const picture = await input.getPrimaryVideoTrack();
  const heard = await input.getPrimaryAudioTrack();
  if (picture === null) return fail(heard === null ? "cut-short" : "sound-only");
  const refusal = await refusePicture(picture, canDecode);
  if (refusal !== null) return fail(refusal);

  const table = await readTable(input, picture, signs, options);
  if (table === null) return fail("cut-short");
  if (table.framesMs.length < 2) return fail("one-picture");

  const sound = heard !== null && (await canDecode(heard)) ? heard : null;
  const details = await describe(picture, table, sound !== null);
  if (sound === null) details.hints.push(heard === null ? "no-sound" : "unheard-sound");
  return ok({ details, table, picture, sound, close: () => input.dispose() });
}

/** Null when pictures lack at the end. */
async function readTable(
  input: Input,
  picture: InputVideoTrack,
  signs: FileSigns,
  options: ReadOptions,
): Promise<FrameTable | null> {
  const likelyMs = ((await input.getDurationFromMetadata()) ?? 0) * 1000;
  const table = frameTableOf(await readPackets(picture, likelyMs, options));
  options.signal.throwIfAborted();
  const saidMs = Math.max(signs.saidMs ?? 0, likelyMs);
  const isShort = saidMs - table.durationMs > Math.max(lackMs, saidMs * lackShare);
  return isShort || !(await hasItsEnd(picture)) ? null : table;
}

async function describe(picture: InputVideoTrack, table: FrameTable, hasSound: boolean) {
  const picturesPerSecond = (table.framesMs.length * 1000) / table.durationMs;
  const hints: FilmHint[] = [];
  if (picturesPerSecond < fewPicturesPerSecond) hints.push("few-pictures");
  if (table.durationMs > longMs) hints.push("long");
  const width = await picture.getDisplayWidth();
  const height = await picture.getDisplayHeight();
  return { width, height, picturesPerSecond, hasSound, hints };
}

async function refusePicture(
  picture: InputVideoTrack,
  canDecode: NonNullable<ReadOptions["canDecode"]>,
): Promise<FilmRefusal | null> {
  const sidesPx = [await picture.getDisplayWidth(), await picture.getDisplayHeight()];
  if (Math.max(...sidesPx) > mostSidePx) return "too-large";
  if ((await picture.getInternalCodecId()) === "encv") return "protected";
  if (await canDecode(picture)) return null;
  return (await picture.getCodec()) === "hevc" ? "hevc" : "unknown-kind";
}

async function readPackets(
  picture: InputVideoTrack,
  likelyMs: number,
  { onProgress, signal }: ReadOptions,
): Promise<TimedPacket[]> {
  const packets: TimedPacket[] = [];
  const sink = new EncodedPacketSink(picture);
  for await (const packet of sink.packets(undefined, undefined, { metadataOnly: true })) {
    packets.push({ timestamp: packet.timestamp, duration: packet.duration });
    if (packets.length % progressEachPackets > 0) continue;
    signal.throwIfAborted();
    if (likelyMs > 0) onProgress(Math.min(1, (packet.timestamp * 1000) / likelyMs));
  }
  return packets;
}

/** Whether the bytes of the last picture are there: tables at the front know of more than was copied. */
async function hasItsEnd(picture: InputVideoTrack): Promise<boolean> {
  const last = await new EncodedPacketSink(picture).getPacket(Infinity);
  return last !== null && last.data.byteLength === last.byteLength && last.byteLength > 0;
}
