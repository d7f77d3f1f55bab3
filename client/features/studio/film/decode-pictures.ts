import { VideoSampleSink } from "mediabunny";
import type { InputVideoTrack } from "mediabunny";
import { clipSize } from "#shared/studio/cut-frames.ts";
import type { FilmFrames } from "./film-frames.ts";

/** A picture of the film by its number; closed by whoever got it. */
export interface DecodedPicture<Picture> {
  readonly index: number;
  readonly picture: Picture;
}

/** Times are told by two readers of one file; they differ by rounding alone. */
const sameMs = 0.5;

/**
 * Decodes the film's pictures from one number to another (not included), upright and as large as a clip
 * can be. The decoder's own pictures are given back at once: some have only a few to lend.
 */
export async function* decodePictures(
  track: InputVideoTrack,
  frames: FilmFrames,
  from: number,
  to: number,
): AsyncGenerator<DecodedPicture<ImageBitmap>> {
  const size = clipSize({
    width: await track.getDisplayWidth(),
    height: await track.getDisplayHeight(),
  });
  const canvas = new OffscreenCanvas(size.width, size.height);
  const pen = canvas.getContext("2d", { alpha: false });
  if (pen === null) throw new Error("nothing to draw on");
  const endMs = to < frames.count ? frames.startMs(to) - sameMs : Infinity;
  const sink = new VideoSampleSink(track);
  for await (const sample of sink.samples((frames.startMs(from) + sameMs) / 1000, endMs / 1000)) {
    const index = frames.indexAt(sample.timestamp * 1000);
    sample.draw(pen, 0, 0, size.width, size.height);
    sample.close();
    if (index >= from && index < to) yield { index, picture: canvas.transferToImageBitmap() };
  }
}
