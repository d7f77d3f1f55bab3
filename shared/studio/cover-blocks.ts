import type { CoverBox } from "./cover-place.ts";

/** A picture's or a part's measure, in whole pixels. */
export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/** A part of a picture, in whole pixels. */
export interface PixelRect extends PixelSize {
  readonly x: number;
  readonly y: number;
}

/** The longer side of a pixelated cover has at most so many blocks: too few to know a face by. */
export const mostBlocks = 8;
const leastBlockPx = 4;

/** The pixels under a cover: all that it touches. Null when it lies outside the picture. */
export function coverRect(box: CoverBox, picture: PixelSize): PixelRect | null {
  const [x, right] = within(box.x, box.width, picture.width);
  const [y, bottom] = within(box.y, box.height, picture.height);
  return right > x && bottom > y ? { x, y, width: right - x, height: bottom - y } : null;
}

function within(start: number, length: number, sidePx: number): [number, number] {
  return [Math.floor(start * sidePx), Math.min(sidePx, Math.ceil((start + length) * sidePx))];
}

/** How a cover is divided: about square blocks, `mostBlocks` along its longer side. */
export function blocksOf(rect: PixelRect): { readonly columns: number; readonly rows: number } {
  const sidePx = Math.max(leastBlockPx, rect.width / mostBlocks, rect.height / mostBlocks);
  return {
    columns: Math.max(1, Math.floor(rect.width / sidePx)),
    rows: Math.max(1, Math.floor(rect.height / sidePx)),
  };
}

/** The blocks of a cover, row by row; together they are the whole of it. */
export function blockRects(rect: PixelRect): PixelRect[] {
  const { columns, rows } = blocksOf(rect);
  return Array.from({ length: columns * rows }, (_, n) => {
    const [x, right] = part(rect.x, rect.width, n % columns, columns);
    const [y, bottom] = part(rect.y, rect.height, Math.floor(n / columns), rows);
    return { x, y, width: right - x, height: bottom - y };
  });
}

function part(start: number, length: number, n: number, of: number): [number, number] {
  return [start + Math.round((n * length) / of), start + Math.round(((n + 1) * length) / of)];
}

/** A colour channel (0-255) brought to one of a few steps, so that a block tells less than its mean. */
export function coarse(channel: number): number {
  return Math.min(255, Math.round(channel / coarseStep) * coarseStep);
}

const coarseStep = 36;
