import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  boxAfterKey,
  boxInPicture,
  coverLimits,
  newCover,
  picturesToLookAt,
  withoutPlace,
  withPlace,
} from "#client/features/studio/covers/cover-edits.ts";
import { coverBoxAt } from "#shared/studio/cover-place.ts";
import { coverRegionSchema } from "#shared/studio/cut-plan.ts";

const coverId = "0f5d3a5e-55a4-4f4e-9a1e-0d0b7f6a2c11";
const pictures = { startMs: (n: number) => n * 40, indexAt: (ms: number) => Math.floor(ms / 40) };

describe("covers of a clip", () => {
  test("[CP78] a cover stays in the picture, wherever it is dragged and however large it is made", () => {
    const part = fc.double({ min: -3, max: 3, noNaN: true });

    fc.assert(
      fc.property(part, part, part, part, (x, y, width, height) => {
        const box = boxInPicture({ x, y, width, height });
        const cover = withPlace(newCover(coverId, "ellipse", 0), 40, box);
        expect(coverRegionSchema.safeParse(cover).success).toBe(true);
        expect(box.x + box.width).toBeLessThanOrEqual(1 + 1e-9);
        expect(box.y + box.height).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });

  test("[CP78] placed at two pictures it glides between them; a place put again takes the earlier one's stead", () => {
    const box = { x: 0, y: 0.5, width: 0.2, height: 0.2 };
    const first = withPlace(newCover(coverId, "rectangle", 1_000), 1_000, box);
    const cover = withPlace(withPlace(first, 2_000, { ...box, x: 0.9 }), 2_000, { ...box, x: 0.4 });

    expect(cover.places.map(({ atMs }) => atMs)).toEqual([1_000, 2_000]);
    expect(coverBoxAt(cover, { startMs: 1_500, endMs: 1_540 })?.x).toBeCloseTo(0.2);
    expect(withoutPlace(withoutPlace(cover, 1_000), 2_000).places).toHaveLength(1);
  });

  test("[CP78] no more places than a plan may have", () => {
    const box = { x: 0, y: 0, width: 0.2, height: 0.2 };
    let cover = newCover(coverId, "ellipse", 0);
    for (let n = 0; n < coverLimits.places + 5; n += 1) cover = withPlace(cover, n * 40, box);

    expect(cover.places).toHaveLength(coverLimits.places);
    expect(withPlace(cover, 40, { ...box, x: 0.5 }).places[1]?.x).toBe(0.5);
  });

  test("[CP79] arrow keys move a cover by a hundredth, with Shift they change its size", () => {
    const box = { x: 0.5, y: 0.5, width: 0.2, height: 0.2 };

    expect(boxAfterKey(box, "ArrowLeft", false)).toEqual({ ...box, x: 0.49 });
    expect(boxAfterKey(box, "ArrowDown", true)?.height).toBeCloseTo(0.21);
    expect(boxAfterKey(box, "Enter", false)).toBeNull();
  });

  test("[CP80] [N9] the look through a clip shows its first and last picture and each where a cover was placed, begins or ends", () => {
    const cover = {
      ...withPlace(newCover(coverId, "ellipse", 2_200), 3_480, {
        x: 0,
        y: 0,
        width: 0.2,
        height: 0.2,
      }),
      stretch: { startMs: 2_120, endMs: 3_960 },
    };
    const long = picturesToLookAt({ startMs: 2_000, endMs: 62_000 }, [cover], pictures, 60);
    const short = picturesToLookAt({ startMs: 2_000, endMs: 2_200 }, [], pictures, 60);

    expect(short).toEqual([50, 51, 52, 53, 54]);
    expect(long[0]).toBe(50);
    expect(long.at(-1)).toBe(1_549);
    for (const atMs of [2_120, 2_200, 3_480, 3_960]) expect(long).toContain(atMs / 40);
    expect(long.length).toBeLessThan(70);
  });
});
