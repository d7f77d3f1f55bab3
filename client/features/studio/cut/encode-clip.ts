import { BufferTarget, Mp4OutputFormat, Output, VideoSample } from "mediabunny";
import type { VideoSampleSource } from "mediabunny";
import type { CutFrames } from "#shared/studio/cut-frames.ts";
import type { Sound } from "#shared/studio/cut-sound.ts";
import { refuseCut } from "./cut-outcome.ts";
import type { CutOptions, CutOutcome } from "./cut-outcome.ts";
import { decodeFrames, pictureEncoderFor } from "./cut-pictures.ts";
import type { EncodingWay, PictureEncoder } from "./cut-pictures.ts";
import { openSoundFeed } from "./cut-sound.ts";
import type { SoundFeed } from "./cut-sound.ts";
import type { FilmToCut } from "./film-to-cut.ts";
import type { PicturePainter } from "./paint-picture.ts";

/** What is encoded, and how. */
export interface ClipToEncode {
  readonly film: FilmToCut;
  readonly cut: CutFrames;
  readonly sound: Sound | null;
  readonly painter: PicturePainter;
  readonly way: EncodingWay;
}

/**
 * The file, whole, its tables before its data. Refused where this browser cannot encode picture or sound,
 * and as soon as the encoder turns pictures round.
 */
export async function encodeClip(
  { film, cut, sound, painter, way }: ClipToEncode,
  { onProgress, signal }: CutOptions,
): Promise<CutOutcome<Uint8Array<ArrayBuffer>>> {
  const pictures = await pictureEncoderFor(painter.canvas, way);
  const feed = sound && (await openSoundFeed(sound, way));
  if (pictures === null || (sound !== null && feed === null)) return refuseCut("cannot-encode");
  const target = new BufferTarget();
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: "in-memory" }), target });
  output.addVideoTrack(pictures.source);
  if (feed !== null) output.addAudioTrack(feed.source);
  try {
    await output.start();
    if (!(await encodePictures({ film, cut, painter }, pictures, feed, { onProgress, signal }))) {
      await output.cancel();
      return refuseCut("not-as-planned", { faults: ["reordered"] });
    }
    await feed?.feedTo(Infinity);
    await output.finalize();
  } catch (error) {
    await output.cancel().catch(() => undefined); // what went wrong first is what counts
    throw error;
  }
  if (target.buffer === null) throw new Error("nothing was written");
  return { ok: true, value: new Uint8Array(target.buffer) };
}

/** False, and then it stops at once, when the encoder turns pictures round. */
async function encodePictures(
  { film, cut, painter }: Pick<ClipToEncode, "film" | "cut" | "painter">,
  pictures: PictureEncoder,
  feed: SoundFeed | null,
  { onProgress, signal }: CutOptions,
): Promise<boolean> {
  let done = 0;
  for await (const { frame, picture } of decodeFrames(film.picture, cut.frames)) {
    painter.paint(picture, frame.film);
    picture.close();
    signal.throwIfAborted();
    if (pictures.isReordering()) return false;
    done += 1;
    const endMs = cut.frames[done]?.clipMs ?? cut.durationMs;
    await addPicture(pictures.source, painter, frame.clipMs, endMs);
    await feed?.feedTo(endMs);
    onProgress(done / cut.frames.length);
  }
  return true;
}

async function addPicture(
  pictures: VideoSampleSource,
  { canvas }: PicturePainter,
  clipMs: number,
  endMs: number,
): Promise<void> {
  const timestamp = clipMs / 1000;
  const picture = new VideoSample(canvas, { timestamp, duration: (endMs - clipMs) / 1000 });
  try {
    await pictures.add(picture);
  } finally {
    picture.close();
  }
}
