import { BufferTarget, Mp4OutputFormat, Output, VideoSample } from "mediabunny";
import type { VideoSampleSource } from "mediabunny";
import type { CutFrames } from "#shared/studio/cut-frames.ts";
import type { Sound } from "#shared/studio/cut-sound.ts";
import type { CutOptions } from "./cut-outcome.ts";
import { decodeFrames, pictureSourceFor } from "./cut-pictures.ts";
import type { EncodingWay } from "./cut-pictures.ts";
import { openSoundFeed } from "./cut-sound.ts";
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

/** The file, whole, its tables before its data; null when this browser cannot encode picture or sound. */
export async function encodeClip(
  { film, cut, sound, painter, way }: ClipToEncode,
  { onProgress, signal }: CutOptions,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const pictures = await pictureSourceFor(painter.canvas, way);
  const feed = sound && (await openSoundFeed(sound, way));
  if (pictures === null || (sound !== null && feed === null)) return null;
  const target = new BufferTarget();
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: "in-memory" }), target });
  output.addVideoTrack(pictures);
  if (feed !== null) output.addAudioTrack(feed.source);
  let done = 0;
  try {
    await output.start();
    for await (const { frame, picture } of decodeFrames(film.picture, cut.frames)) {
      painter.paint(picture, frame.film);
      picture.close();
      signal.throwIfAborted();
      done += 1;
      const endMs = cut.frames[done]?.clipMs ?? cut.durationMs;
      await addPicture(pictures, painter, frame.clipMs, endMs);
      await feed?.feedTo(endMs);
      onProgress(done / cut.frames.length);
    }
    await feed?.feedTo(Infinity);
    await output.finalize();
  } catch (error) {
    await output.cancel().catch(() => undefined); // what went wrong first is what counts
    throw error;
  }
  return target.buffer && new Uint8Array(target.buffer);
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
