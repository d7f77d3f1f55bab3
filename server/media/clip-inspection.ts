import { CustomSource, Input, MATROSKA, MP4, QTFF, WEBM } from "mediabunny";
import type { ClipMedia } from "#shared/domain/clip.ts";
import { fail, ok } from "#shared/lib/result.ts";
import type { Result } from "#shared/lib/result.ts";
import type { Refusal } from "#shared/protocol/refusals.ts";
import type { ClipBytes, Outline } from "./clip-bytes.ts";
import { hasTellingTags, refuseCoding, refuseContents } from "./clip-rules.ts";
import { checkMp4Outline } from "./mp4-outline.ts";
import { readPackets } from "./packets.ts";
import { checkWebmOutline } from "./webm-outline.ts";

/** What inspection finds out; size in bytes and revision are known to whoever took the bytes in. */
export type InspectedMedia = Omit<ClipMedia, "bytes" | "clipRev">;

/**
 * Reads a clip by demuxing it (nothing is decoded) and refuses, with a reason, what must not enter a
 * room: other kinds of file, what browsers do not play alike, and above all more than is shown - hidden
 * frames, second tracks, leftovers of a longer film, or words on who was filmed and where.
 */
export async function inspectClip(clip: ClipBytes): Promise<Result<InspectedMedia, Refusal>> {
  if (clip.totalBytes === 0) return fail("clip-not-video");
  let brokenRead: unknown = null;
  const input = new Input({
    // More kinds are recognised than admitted, so that each is refused for what it is.
    formats: [MP4, QTFF, WEBM, MATROSKA],
    source: new CustomSource({
      getSize: () => clip.totalBytes,
      read: async (start, end) =>
        clip.read(start, end - 1).catch((error: unknown) => {
          brokenRead = error;
          throw error;
        }),
      handleUnhandledError: () => undefined,
    }),
  });
  try {
    return await inspectInput(input, clip);
  } catch (error) {
    // The demuxer throws on what it cannot make sense of; a broken disk is not the sender's doing.
    if (brokenRead !== null) throw error;
    return fail("clip-incomplete");
  } finally {
    input.dispose();
  }
}

async function inspectInput(
  input: Input,
  clip: ClipBytes,
): Promise<Result<InspectedMedia, Refusal>> {
  if (!(await input.canRead())) return fail("clip-not-video");
  const format = await input.getFormat();
  if (format !== MP4 && format !== WEBM) return fail("clip-container");
  const isMp4 = format === MP4;
  const outline = await (isMp4 ? checkMp4Outline(clip) : checkWebmOutline(clip));
  if (!outline.ok) return outline;
  return inspectTracks(input, isMp4 ? "video/mp4" : "video/webm", {
    totalBytes: clip.totalBytes,
    ...outline.value,
  });
}

async function inspectTracks(
  input: Input,
  mimeType: ClipMedia["mimeType"],
  outline: Outline & { readonly totalBytes: number },
): Promise<Result<InspectedMedia, Refusal>> {
  const [picture, ...otherPictures] = await input.getVideoTracks();
  const [sound, ...otherSounds] = await input.getAudioTracks();
  if (picture === undefined) return fail("clip-not-video");
  // A second picture or sound would lie in the file unseen.
  if (otherPictures.length + otherSounds.length > 0) return fail("clip-hidden-frames");
  if (await hasTellingTags(input)) return fail("clip-metadata");
  const miscoded = await refuseCoding(picture, sound);
  if (miscoded !== null) return fail(miscoded);

  const toldSeconds = await input.getDurationFromMetadata();
  const shown = await readPackets(picture);
  const heard = sound === undefined ? null : await readPackets(sound);
  // Header and tables are two places to say it, and players believe either.
  const toldMs = Math.max(outline.toldMs, (toldSeconds ?? 0) * 1000);
  const refusal = refuseContents({ ...outline, shown, heard, toldMs });
  if (refusal !== null) return fail(refusal);
  return ok({
    mimeType,
    videoCodec: (await picture.getCodecParameterString()) ?? "",
    hasSound: heard !== null,
    width: await picture.getDisplayWidth(),
    height: await picture.getDisplayHeight(),
    durationMs: shown.endMs,
    framesMs: shown.startsMs,
  });
}
