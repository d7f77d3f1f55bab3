import type { Input, InputAudioTrack, InputVideoTrack } from "mediabunny";
import { clipLimits } from "#shared/domain/clip.ts";
import type { Refusal } from "#shared/protocol/refusals.ts";
import type { Packets } from "./packets.ts";

const videoCodecs: readonly (string | null)[] = ["avc", "vp8", "vp9", "av1"];
const soundCodecs: readonly (string | null)[] = ["aac", "opus", "vorbis", "mp3"];
const pictureLimits = { leastPixels: 64, mostPixels: 1920 } as const;
/** Encoders round a side up to whole blocks. */
const blockPixels = 16;
/** Sound may begin a little before the picture: encoders need a run-up of some 20-80 ms. */
const soundRunUpMs = 120;
/** Sound may outlast the picture by this much. */
const soundTailMs = 1000;
/** The picture may begin a little late; a browser shows nothing until then. */
const latestStartMs = 1000;
const roundingMs = 100;
/** A file may say it is this much longer than it is; more, and a part of it has been lost. */
const lostMs = 500;
/** Tables and headers need this much, and this much more a packet. */
const outlineBytes = { file: 64 * 1024, packet: 64 } as const;
/** Tags that an encoder writes of itself. Anything else says who, where, when or on which device. */
const harmlessTags: readonly string[] = ["©too", "ENCODER"];

/** Whether the file bears words: a title, a place, a date, a device, a picture. */
export async function hasTellingTags(input: Input): Promise<boolean> {
  const { raw, ...understood } = await input.getMetadataTags();
  const names = [...Object.keys(understood), ...Object.keys(raw ?? {})];
  return names.some((name) => !harmlessTags.includes(name));
}

/** What is wrong with how picture and sound are coded, or null. */
export async function refuseCoding(
  picture: InputVideoTrack,
  sound: InputAudioTrack | undefined,
): Promise<Refusal | null> {
  if (!videoCodecs.includes(await picture.getCodec())) return "clip-codec";
  if (sound !== undefined && !soundCodecs.includes(await sound.getCodec())) return "clip-codec";
  const shown = [await picture.getDisplayWidth(), await picture.getDisplayHeight()];
  const coded = [await picture.getCodedWidth(), await picture.getCodedHeight()];
  const { leastPixels, mostPixels } = pictureLimits;
  const fits =
    [...shown, ...coded].every((side) => side >= leastPixels) &&
    shown.every((side) => side <= mostPixels) &&
    coded.every((side) => side <= mostPixels + blockPixels);
  return fits ? null : "clip-picture-size";
}

/** What a file holds and what it says of itself. */
export interface Contents {
  readonly shown: Packets;
  readonly heard: Packets | null;
  /** The length the file tells (0 when it does not), and the length its edit list shows. */
  readonly toldMs: number;
  readonly editedMs: number | null;
  readonly totalBytes: number;
}

/** What is wrong with the times of a clip, or with how much lies in the file beside them; null if nothing. */
export function refuseContents(contents: Contents): Refusal | null {
  if (contents.shown.startsMs.length === 0) return "clip-incomplete";
  if (contents.shown.startsMs.length === 1) return "clip-not-video"; // a photograph
  const checks = [refuseUnshown, refuseLength, refuseTimes] as const;
  for (const check of checks) {
    const refusal = check(contents);
    if (refusal !== null) return refusal;
  }
  return null;
}

/** More in the file than is shown: before the beginning, after the end, or between the packets. */
function refuseUnshown(contents: Contents): Refusal | null {
  const { shown, heard, editedMs } = contents;
  const isHidden =
    (shown.startsMs[0] ?? 0) < 0 ||
    (heard?.startsMs[0] ?? 0) < -soundRunUpMs ||
    (shown.startsMs.at(-1) ?? 0) >= (editedMs ?? Infinity) + roundingMs ||
    unexplainedBytes(contents) > outlineBytes.file;
  return isHidden ? "clip-hidden-frames" : null;
}

function refuseLength({ shown, heard, toldMs }: Contents): Refusal | null {
  const endMs = Math.max(shown.endMs, heard?.endMs ?? 0);
  if (endMs > clipLimits.durationMs + roundingMs || shown.overflowed) return "clip-too-long";
  return toldMs > endMs + lostMs ? "clip-incomplete" : null;
}

function refuseTimes({ shown, heard }: Contents): Refusal | null {
  const startsLate = (shown.startsMs[0] ?? 0) > latestStartMs;
  const soundOutlasts = (heard?.endMs ?? 0) > shown.endMs + soundTailMs;
  return !shown.increasing || startsLate || soundOutlasts ? "clip-timestamps" : null;
}

/** What the file weighs beyond the packets a player is shown: film that was cut off may still lie there. */
function unexplainedBytes({ shown, heard, totalBytes }: Contents): number {
  const packets = shown.startsMs.length + (heard?.startsMs.length ?? 0);
  return totalBytes - shown.bytes - (heard?.bytes ?? 0) - packets * outlineBytes.packet;
}
