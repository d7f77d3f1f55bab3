import type { InputVideoTrack } from "mediabunny";
import { blockRects } from "#shared/studio/cover-blocks.ts";
import type { PixelRect } from "#shared/studio/cover-blocks.ts";
import type { CutPlan } from "#shared/studio/cut-plan.ts";
import type { ClipFault } from "./clip-faults.ts";
import type { CutOptions, ExpectedClip } from "./cut-outcome.ts";
import { decodeFrames } from "./cut-pictures.ts";
import { placeCovers } from "./draw-covers.ts";
import type { PlacedCover } from "./draw-covers.ts";
import type { FilmToCut } from "./film-to-cut.ts";
import { createPicturePainter } from "./paint-picture.ts";

/** Both pictures are compared this small: what counts is which picture it is. */
const compared = { width: 32, height: 18 } as const;
/** How far (of 255) a picture may be from the film's own, in the mean; encoding alone stays well below. */
const mostMeanDifference = 10;
/** How far a pixel well inside a block may be from its block's mean, in the mean of all of them. */
const mostMeanUnevenness = 10;

/**
 * Decodes every picture of a finished clip. The first and the last must look like the film's, painted
 * anew; under a cover every block must be of one colour.
 */
export async function checkPictures(
  clip: InputVideoTrack,
  expected: ExpectedClip,
  film: FilmToCut,
  plan: CutPlan,
  { onProgress, signal }: CutOptions,
): Promise<ClipFault[]> {
  const { frames, size } = expected;
  const ends = await paintEnds(film, expected, plan);
  const shown = createPicturePainter(size, []);
  const faults = new Set<ClipFault>();
  const inClip = frames.map(({ clipMs }) => ({ film: { startMs: clipMs, endMs: clipMs }, clipMs }));
  let done = 0;
  for await (const { frame, picture } of decodeFrames(clip, inClip)) {
    const covers = placeCovers(plan.covers, size, frames[done]?.film ?? frame.film);
    const end = ends.get(done);
    if (covers.length > 0 || end !== undefined) {
      shown.paint(picture, frame.film);
      if (end !== undefined && differs(end, shrink(shown.canvas))) {
        faults.add(done === 0 ? "first-picture" : "last-picture");
      }
      if (covers.some((_, n) => isOpen(shown.pen, covers, n))) faults.add("cover-open");
    }
    picture.close();
    signal.throwIfAborted();
    done += 1;
    onProgress(done / frames.length);
  }
  return [...faults];
}

/** The film's own first and last picture of the clip, by their number, small. */
async function paintEnds(
  film: FilmToCut,
  { frames, size }: ExpectedClip,
  plan: CutPlan,
): Promise<Map<number, Uint8ClampedArray>> {
  const painter = createPicturePainter(size, plan.covers);
  const ends = new Map<number, Uint8ClampedArray>();
  for (const n of new Set([0, frames.length - 1])) {
    for await (const { frame, picture } of decodeFrames(film.picture, frames.slice(n, n + 1))) {
      painter.paint(picture, frame.film);
      picture.close();
      ends.set(n, shrink(painter.canvas));
    }
  }
  return ends;
}

function shrink(canvas: OffscreenCanvas): Uint8ClampedArray {
  const { width, height } = compared;
  const pen = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
  if (pen === null) throw new Error("nothing to draw on");
  pen.imageSmoothingQuality = "high";
  pen.drawImage(canvas, 0, 0, width, height);
  return pen.getImageData(0, 0, width, height).data;
}

function differs(one: Uint8ClampedArray, other: Uint8ClampedArray): boolean {
  const total = one.reduce((sum, value, n) => sum + Math.abs(value - (other[n] ?? 0)), 0);
  return total / one.length > mostMeanDifference;
}

/** Whether something shows through cover `n`: a block that lies open to view and is not of one colour. */
function isOpen(
  pen: OffscreenCanvasRenderingContext2D,
  covers: readonly PlacedCover[],
  n: number,
): boolean {
  const placed = covers[n];
  if (placed === undefined) return false;
  const later = covers.slice(n + 1).map(({ rect }) => rect);
  return blockRects(placed.rect)
    .filter((block) => placed.cover.shape === "rectangle" || isInEllipse(block, placed.rect))
    .filter((block) => !later.some((rect) => touches(block, rect)))
    .some((block) => unevenness(pen, insideOf(block)) > mostMeanUnevenness);
}

function isInEllipse(block: PixelRect, { x, y, width, height }: PixelRect): boolean {
  const corners = [
    [block.x, block.y],
    [block.x + block.width, block.y],
    [block.x, block.y + block.height],
    [block.x + block.width, block.y + block.height],
  ] as const;
  return corners.every(([cornerX, cornerY]) => {
    const acrossX = (cornerX - x) / (width / 2) - 1;
    const acrossY = (cornerY - y) / (height / 2) - 1;
    return acrossX ** 2 + acrossY ** 2 <= 1;
  });
}

function touches(one: PixelRect, other: PixelRect): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

/** The middle of a block: its edges are smeared into their neighbours by any encoder. */
function insideOf({ x, y, width, height }: PixelRect): PixelRect {
  const [sideX, sideY] = [Math.floor(width / 4), Math.floor(height / 4)];
  return { x: x + sideX, y: y + sideY, width: width - 2 * sideX, height: height - 2 * sideY };
}

function unevenness(pen: OffscreenCanvasRenderingContext2D, rect: PixelRect): number {
  const { data } = pen.getImageData(rect.x, rect.y, rect.width, rect.height);
  const [means, pixels] = [[0, 0, 0, 0], data.length / 4];
  for (const [n, value] of data.entries()) means[n % 4] = (means[n % 4] ?? 0) + value / pixels;
  const total = data.reduce((sum, value, n) => sum + Math.abs(value - (means[n % 4] ?? 0)), 0);
  return total / data.length;
}
