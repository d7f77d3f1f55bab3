import type { VideoSample } from "mediabunny";
import type { PixelSize } from "#shared/studio/cover-blocks.ts";

/** What a picture's pixels pass through; only one is on its way at a time. */
let pixels = new Uint8ClampedArray(0);
let turn: Promise<unknown> = Promise.resolve();

/**
 * A decoded picture, upright and of this size in pixels; the caller closes it. It is read by its pixels, not
 * drawn: of every picture drawn a browser without a graphics card keeps a whole copy, up to 512 MB.
 */
export function bitmapOf(sample: VideoSample, size: PixelSize): Promise<ImageBitmap> {
  const { rotation, flip } = sample;
  const frame = sample.toVideoFrame(); // the sample may be closed while this waits
  const painted = turn
    .then(async () => {
      const lying = rotation % 180 === 0 ? size : { width: size.height, height: size.width };
      const bitmap = await readBitmap(frame, lying);
      return rotation === 0 && !flip ? bitmap : turned(bitmap, { rotation, flip }, size);
    })
    .finally(() => frame.close());
  turn = painted.catch(() => undefined);
  return painted;
}

async function readBitmap(frame: VideoFrame, { width, height }: PixelSize): Promise<ImageBitmap> {
  const isMuchSmaller = width * 2 < frame.displayWidth;
  const resizeQuality = isMuchSmaller ? "medium" : "low"; // the first takes longer, and leaves no jags
  const resize = { resizeWidth: width, resizeHeight: height, resizeQuality } as const;
  const data = await readPixels(frame).catch(() => null);
  return createImageBitmap(data ?? frame, resize);
}

/** Throws where the browser does not hand them out, as of a picture on a graphics card. */
async function readPixels(frame: VideoFrame): Promise<ImageData> {
  const asked = { format: "RGBX" } as const;
  const bytes = frame.allocationSize(asked);
  if (pixels.length !== bytes) pixels = new Uint8ClampedArray(bytes);
  await frame.copyTo(pixels, asked);
  const { width, height } = frame.visibleRect ?? frame.codedRect ?? { width: 0, height: 0 };
  return new ImageData(pixels, width, height);
}

/** The picture turned clockwise by so many degrees, whole quarters, and then mirrored. */
function turned(
  bitmap: ImageBitmap,
  { rotation, flip }: Pick<VideoSample, "rotation" | "flip">,
  { width, height }: PixelSize,
): ImageBitmap {
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext("2d", { alpha: false });
  if (pen === null) throw new Error("nothing to draw on");
  pen.translate(width / 2, height / 2);
  pen.scale(flip ? -1 : 1, 1);
  pen.rotate((rotation * Math.PI) / 180);
  pen.drawImage(bitmap, -bitmap.width / 2, -bitmap.height / 2);
  bitmap.close();
  return canvas.transferToImageBitmap();
}
