import { CustomSource, Input, MP4, QTFF, MATROSKA, WEBM } from "mediabunny";
import type { InputAudioTrack, InputVideoTrack } from "mediabunny";
import { clipLimits } from "#shared/domain/clip.ts";
import type { ClipMedia } from "#shared/domain/clip.ts";
import { fail, ok } from "#shared/lib/result.ts";
import type { Result } from "#shared/lib/result.ts";
import type { Refusal } from "#shared/protocol/refusals.ts";
import type { ClipBytes } from "./clip-bytes.ts";
import { checkMp4Outline } from "./mp4-outline.ts";
import { readPackets } from "./packets.ts";
import type { Packets } from "./packets.ts";
import { checkWebmOutline } from "./webm-outline.ts";

/** What inspection finds out; size in bytes and revision are known to whoever took the bytes in. */
export type InspectedMedia = Omit<ClipMedia, "bytes" | "clipRev">;
type Inspected = Result<InspectedMedia, Refusal>;

const videoCodecs: readonly (string | null)[] = ["avc", "vp8", "vp9", "av1"];
const soundCodecs: readonly (string | null)[] = ["aac", "opus", "vorbis", "mp3"];
const pictureLimits = { leastPixels: 64, mostPixels: 1920 } as const;
/** Sound may begin a little before the picture: encoders need a run-up of some 20-80 ms. */
const soundRunUpMs = 120;
/** Sound may outlast the picture, and a player rounds, by this much. */
const soundTailMs = 1000;
/** Tags that an encoder writes of itself. Anything else says who, where, when or on which device. */
const harmlessTags = ["©too", "ENCODER"];

/**
 * Reads a clip by demuxing it (nothing is decoded) and refuses, with a reason, what must not enter a
 * room: other kinds of file, what browsers do not play alike, and above all more than is shown - hidden
 * frames, second tracks, leftovers of a longer film, or words on who was filmed and where.
 */
export async function inspectClip(clip: ClipBytes): Promise<Inspected> {
  if (clip.totalBytes === 0) return fail("clip-not-video");
  const input = new Input({
    formats: [MP4, QTFF, WEBM, MATROSKA],
    source: new CustomSource({
      getSize: () => clip.totalBytes,
      read: (start, end) => clip.read(start, end - 1),
      prefetchProfile: "fileSystem",
      handleUnhandledError: () => undefined,
    }),
  });
  try {
    if (!(await input.canRead())) return fail("clip-not-video");
    const format = await input.getFormat();
    if (format !== MP4 && format !== WEBM) return fail("clip-container");
    const outline = await (format === MP4 ? checkMp4Outline(clip) : checkWebmOutline(clip));
    if (!outline.ok) return outline;
    return await inspectTracks(input, clip.totalBytes, format === MP4 ? "video/mp4" : "video/webm");
  } catch (error) {
    // The demuxer throws on what it cannot make sense of; a broken disk is not the sender's doing.
    if (error instanceof Error && "syscall" in error) throw error;
    return fail("clip-incomplete");
  } finally {
    input.dispose();
  }
}

async function inspectTracks(
  input: Input,
  totalBytes: number,
  mimeType: ClipMedia["mimeType"],
): Promise<Inspected> {
  const pictures = await input.getVideoTracks();
  const sounds = await input.getAudioTracks();
  const [picture] = pictures;
  if (picture === undefined) return fail("clip-not-video");
  // A second picture or sound would lie in the file unseen.
  if (pictures.length > 1 || sounds.length > 1) return fail("clip-hidden-frames");
  if (await hasTellingTags(input)) return fail("clip-metadata");
  const [sound] = sounds;
  const refusal = await refuseTracks(picture, sound);
  if (refusal !== null) return fail(refusal);
  const shown = await readPackets(picture);
  const heard = sound === undefined ? null : await readPackets(sound);
  const misfit = refuseTimes(
    shown,
    heard,
    (await input.getDurationFromMetadata()) ?? 0,
    totalBytes,
  );
  if (misfit !== null) return fail(misfit);
  return ok({
    mimeType,
    videoCodec: (await picture.getCodecParameterString()) ?? String(await picture.getCodec()),
    hasSound: heard !== null && heard.startsMs.length > 0,
    width: await picture.getDisplayWidth(),
    height: await picture.getDisplayHeight(),
    durationMs: shown.endMs,
    framesMs: shown.startsMs,
  });
}

async function refuseTracks(
  picture: InputVideoTrack,
  sound: InputAudioTrack | undefined,
): Promise<Refusal | null> {
  if (!videoCodecs.includes(await picture.getCodec())) return "clip-codec";
  if (sound !== undefined && !soundCodecs.includes(await sound.getCodec())) return "clip-codec";
  const sides = [
    await picture.getDisplayWidth(),
    await picture.getDisplayHeight(),
    await picture.getCodedWidth(),
    await picture.getCodedHeight(),
  ];
  const { leastPixels, mostPixels } = pictureLimits;
  // Coded sides are rounded up to whole blocks of 16.
  if (sides.some((side) => side < leastPixels || side > mostPixels + 16))
    return "clip-picture-size";
  return null;
}

function refuseTimes(
  shown: Packets,
  heard: Packets | null,
  toldSeconds: number,
  totalBytes: number,
): Refusal | null {
  const firstMs = shown.startsMs[0];
  if (firstMs === undefined) return "clip-incomplete";
  const firstSoundMs = heard?.startsMs[0] ?? 0;
  if (firstMs < 0 || firstSoundMs < -soundRunUpMs) return "clip-hidden-frames";
  const endMs = Math.max(shown.endMs, heard?.endMs ?? 0);
  if (endMs > clipLimits.durationMs + 100 || shown.overflowed) return "clip-too-long";
  if (toldSeconds * 1000 > endMs + 500) return "clip-incomplete";
  if (endMs > shown.endMs + soundTailMs) return "clip-timestamps";
  if (!shown.increasing || firstMs > 1000) return "clip-timestamps";
  const told = shown.bytes + (heard?.bytes ?? 0);
  const packets = shown.startsMs.length + (heard?.startsMs.length ?? 0);
  // Tables and headers need some bytes a packet. More than that is film that no player shows.
  return totalBytes - told > 64 * 1024 + packets * 64 ? "clip-hidden-frames" : null;
}

async function hasTellingTags(input: Input): Promise<boolean> {
  const { raw, ...understood } = await input.getMetadataTags();
  return (
    Object.keys(understood).length > 0 ||
    Object.keys(raw ?? {}).some((name) => !harmlessTags.includes(name))
  );
}
