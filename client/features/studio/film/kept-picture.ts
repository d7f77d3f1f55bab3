import { VideoSample } from "mediabunny";
import { clipSize } from "#shared/studio/cut-frames.ts";
import { bitmapOf } from "./sample-bitmap.ts";

/** A picture of up to 1080p is kept as its decoder gives it; larger ones no larger than a clip shows them. */
const mostBytes = 1920 * 1088 * 1.5;

/** What pictures pass through; only one is copied at a time. */
const passage = new Uint8Array(mostBytes);

/**
 * A copy of a decoded picture to keep: decoders have only a few of their own to lend. It is copied as it
 * is, for painting takes five times as long and most kept pictures are never seen.
 */
export async function keepPicture(sample: VideoSample): Promise<VideoSample> {
  const { timestamp, duration, rotation, flip } = sample;
  const frame = sample.toVideoFrame();
  try {
    const { format, visibleRect, displayWidth, displayHeight } = frame;
    if (format === null || visibleRect === null || frame.allocationSize() > mostBytes) {
      return new VideoSample(await paintPicture(sample), { timestamp, duration });
    }
    const copy = new VideoFrame(passage, {
      format,
      layout: await frame.copyTo(passage),
      codedWidth: visibleRect.width,
      codedHeight: visibleRect.height,
      displayWidth,
      displayHeight,
      colorSpace: frame.colorSpace.toJSON(),
      timestamp: frame.timestamp,
    });
    return new VideoSample(copy, { timestamp, duration, rotation, flip });
  } finally {
    frame.close();
  }
}

/** Paints a picture upright and as large as a clip can be; the caller closes it. */
export function paintPicture(sample: VideoSample): Promise<ImageBitmap> {
  return bitmapOf(sample, clipSize({ width: sample.displayWidth, height: sample.displayHeight }));
}
