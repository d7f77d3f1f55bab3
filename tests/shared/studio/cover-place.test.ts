import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  blockRects,
  blocksOf,
  coarse,
  coverRect,
  mostBlocks,
} from "#shared/studio/cover-blocks.ts";
import { coverBoxAt } from "#shared/studio/cover-place.ts";
import type { CoverRegion } from "#shared/studio/cut-plan.ts";

const place = (atMs: number, x: number) => ({ atMs, x, y: 0.2, width: 0.1, height: 0.3 });

function buildCover(parts: Partial<CoverRegion> = {}): CoverRegion {
  return {
    coverId: "6b0f8f4e-5f0a-4f5e-9a53-0c1de5a4a0a1",
    shape: "rectangle",
    look: "pixelated",
    places: [place(1_000, 0.1), place(2_000, 0.5)],
    stretch: null,
    ...parts,
  };
}

const shownAt = (startMs: number, forMs = 40) => ({ startMs, endMs: startMs + forMs });
const fraction = fc.double({ min: 0, max: 1, noNaN: true });
const side = fc.double({ min: 0.01, max: 1, noNaN: true });
const box = fc.record({ x: fraction, y: fraction, width: side, height: side });
const picture = fc.record({
  width: fc.integer({ min: 64, max: 1_280 }),
  height: fc.integer({ min: 64, max: 720 }),
});

describe("where a cover lies", () => {
  it.each([
    [0, 0.1],
    [1_000, 0.1],
    [1_250, 0.2],
    [1_500, 0.3],
    [2_000, 0.5],
    [9_000, 0.5],
  ])("[CP18] it glides between its places: at %d ms", (atMs, x) => {
    expect(coverBoxAt(buildCover(), shownAt(atMs))?.x).toBeCloseTo(x, 9);
  });

  it("[CP18] it is on every picture that its stretch shows any of, and on no other", () => {
    const cover = buildCover({ stretch: { startMs: 1_010, endMs: 1_090 } });

    const isCovered = [920, 960, 1_000, 1_040, 1_080, 1_090, 1_120].map(
      (atMs) => coverBoxAt(cover, shownAt(atMs)) !== null,
    );

    expect(isCovered).toEqual([false, false, true, true, true, false, false]);
  });

  it("[CP18] it never leaves the way between its places", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 20 }),
        fc.array(fraction, { minLength: 20, maxLength: 20 }),
        fc.integer({ min: 0, max: 12_000 }),
        (instants, xs, atMs) => {
          const places = instants.toSorted((a, b) => a - b).map((at, n) => place(at, xs[n] ?? 0));

          const found = coverBoxAt(buildCover({ places }), shownAt(atMs));

          const before = places.findLast((one) => one.atMs <= atMs) ?? places[0];
          const after = places.find((one) => one.atMs > atMs) ?? places.at(-1);
          const ends = [before?.x ?? 0, after?.x ?? 0];
          expect(found?.x).toBeGreaterThanOrEqual(Math.min(...ends) - 1e-9);
          expect(found?.x).toBeLessThanOrEqual(Math.max(...ends) + 1e-9);
        },
      ),
    );
  });
});

describe("the blocks of a cover", () => {
  it("[CP19] are few, and together the whole of it, each pixel once", () => {
    fc.assert(
      fc.property(box, picture, (one, size) => {
        const rect = coverRect(one, size);
        fc.pre(rect !== null);

        const { columns, rows } = blocksOf(rect);
        const blocks = blockRects(rect);

        const area = blocks.reduce((sum, { width, height }) => sum + width * height, 0);
        expect(Math.max(columns, rows)).toBeLessThanOrEqual(mostBlocks);
        expect(area).toBe(rect.width * rect.height);
        expect(blocks.every(({ width, height }) => width > 0 && height > 0)).toBe(true);
      }),
    );
  });

  it("[CP19] reach over every pixel that the cover touches, and not out of the picture", () => {
    fc.assert(
      fc.property(box, picture, (one, size) => {
        const rect = coverRect(one, size);
        fc.pre(rect !== null);

        expect(rect.x).toBeLessThanOrEqual(one.x * size.width);
        expect(rect.y).toBeLessThanOrEqual(one.y * size.height);
        const right = Math.min(1, one.x + one.width) * size.width;
        const bottom = Math.min(1, one.y + one.height) * size.height;
        expect(rect.x + rect.width).toBeGreaterThanOrEqual(right - 1e-6);
        expect(rect.y + rect.height).toBeGreaterThanOrEqual(bottom - 1e-6);
        expect(rect.x + rect.width).toBeLessThanOrEqual(size.width);
        expect(rect.y + rect.height).toBeLessThanOrEqual(size.height);
      }),
    );
  });

  it("[CP19] have one of eight steps of each colour", () => {
    const steps = new Set(Array.from({ length: 256 }, (_, n) => coarse(n)));

    expect(steps.size).toBe(8);
    expect(Math.max(...steps)).toBeLessThanOrEqual(255);
  });
});
