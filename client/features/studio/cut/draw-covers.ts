import { blockRects, blocksOf, coarse, coverRect } from "#shared/studio/cover-blocks.ts";
import type { PixelRect, PixelSize } from "#shared/studio/cover-blocks.ts";
import { coverBoxAt } from "#shared/studio/cover-place.ts";
import type { CoverRegion, Stretch } from "#shared/studio/cut-plan.ts";

/** A cover on one picture, in its pixels. */
export interface PlacedCover {
  readonly cover: CoverRegion;
  readonly rect: PixelRect;
}

/** The colour of a filled cover. */
export const coverGrey = 90;

/** The covers on a picture that the film shows for `shown`; later ones lie on earlier ones. */
export function placeCovers(
  covers: readonly CoverRegion[],
  picture: PixelSize,
  shown: Stretch,
): PlacedCover[] {
  return covers.flatMap((cover) => {
    const box = coverBoxAt(cover, shown);
    const rect = box && coverRect(box, picture);
    return rect === null ? [] : [{ cover, rect }];
  });
}

/** Draws covers over the picture on a canvas. Nothing under them can be won back: few blocks, few colours. */
export function drawCovers(
  pen: OffscreenCanvasRenderingContext2D,
  covers: readonly PlacedCover[],
): void {
  for (const { cover, rect } of covers) {
    const blocks = blockRects(rect);
    const colours = cover.look === "filled" ? [] : meanColours(pen, rect);
    pen.save();
    if (cover.shape === "ellipse") pen.clip(ellipseIn(rect));
    for (const [n, block] of blocks.entries()) {
      pen.fillStyle = colours[n] ?? `rgb(${coverGrey} ${coverGrey} ${coverGrey})`;
      pen.fillRect(block.x, block.y, block.width, block.height);
    }
    pen.restore();
  }
}

function ellipseIn({ x, y, width, height }: PixelRect): Path2D {
  const path = new Path2D();
  path.ellipse(x + width / 2, y + height / 2, width / 2, height / 2, 0, 0, 2 * Math.PI);
  return path;
}

/** The mean of each block, made coarse; the picture is shrunk to one pixel a block. */
function meanColours(pen: OffscreenCanvasRenderingContext2D, rect: PixelRect): string[] {
  const { columns, rows } = blocksOf(rect);
  const small = new OffscreenCanvas(columns, rows).getContext("2d", { willReadFrequently: true });
  if (small === null) return [];
  small.imageSmoothingQuality = "high";
  small.drawImage(pen.canvas, rect.x, rect.y, rect.width, rect.height, 0, 0, columns, rows);
  const { data } = small.getImageData(0, 0, columns, rows);
  return Array.from({ length: columns * rows }, (_, n) => {
    const [red = 0, green = 0, blue = 0] = data.subarray(n * 4, n * 4 + 3);
    return `rgb(${coarse(red)} ${coarse(green)} ${coarse(blue)})`;
  });
}
