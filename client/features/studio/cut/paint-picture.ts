import type { VideoSample } from "mediabunny";
import type { PixelSize } from "#shared/studio/cover-blocks.ts";
import type { CoverRegion, Stretch } from "#shared/studio/cut-plan.ts";
import { drawCovers, placeCovers } from "./draw-covers.ts";

/** Paints pictures of a film as a clip shows them, one after another on the same canvas. */
export interface PicturePainter {
  readonly canvas: OffscreenCanvas;
  readonly pen: OffscreenCanvasRenderingContext2D;
  /** Upright, in the clip's measure, covered as it must be while the film shows it. */
  paint(picture: VideoSample, shown: Stretch): void;
}

/** Makes a painter for clips of this measure. Throws where a worker cannot draw. */
export function createPicturePainter(
  size: PixelSize,
  covers: readonly CoverRegion[],
): PicturePainter {
  const canvas = new OffscreenCanvas(size.width, size.height);
  const pen = canvas.getContext("2d", { alpha: false, desynchronized: true });
  if (pen === null) throw new Error("nothing to draw on");
  return {
    canvas,
    pen,
    paint(picture, shown) {
      picture.draw(pen, 0, 0, size.width, size.height);
      drawCovers(pen, placeCovers(covers, size, shown));
    },
  };
}
