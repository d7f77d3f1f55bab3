import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPlaceMs, stretchRefusal, writePlaceMs } from "#shared/studio/selection.ts";

describe("the stretch a clip is chosen by", () => {
  it("[CP34] a clip of a minute may be chosen, one longer or outside the film is refused by name", () => {
    expect(stretchRefusal({ startMs: 0, endMs: 60_000 }, 90_000)).toBeNull();
    expect(stretchRefusal({ startMs: 0, endMs: 60_001 }, 90_000)).toBe("longer-than-a-minute");
    expect(stretchRefusal({ startMs: 5_000, endMs: 5_000 }, 90_000)).toBe("ends-before-it-starts");
    expect(stretchRefusal({ startMs: 80_000, endMs: 90_001 }, 90_000)).toBe("outside-film");
  });

  it("[CP34] a typed place is read to the millisecond, and what is no place is not guessed", () => {
    expect(["1:02.5", "0:07.042", "62,25", "90"].map(readPlaceMs)).toEqual([
      62_500, 7_042, 62_250, 90_000,
    ]);
    expect(["", "1:60", "-1", "1:2:3", "7.0001", "soon"].map(readPlaceMs)).toEqual(
      Array(6).fill(null),
    );
  });

  it("[CP34] a place that is written is read as the same place", () => {
    fc.assert(
      fc.property(fc.nat(5 * 3_600_000), (placeMs) => {
        expect(readPlaceMs(writePlaceMs(placeMs))).toBe(placeMs);
      }),
    );
  });
});
