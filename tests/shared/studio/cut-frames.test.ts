import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clipSize, framesOfCut } from "#shared/studio/cut-frames.ts";

const evenly = (count: number, everyMs: number) =>
  Array.from({ length: count }, (_, n) => n * everyMs);
const numbersOf = (framesMs: readonly number[], startMs: number, endMs: number) =>
  framesOfCut(framesMs, framesMs.length * 40, { startMs, endMs })?.frames.map(({ film }) =>
    framesMs.indexOf(film.startMs),
  );

/** Uneven pictures, 5-60 ms each, and a stretch of them. */
const film = fc.array(fc.double({ min: 5, max: 60, noNaN: true }), {
  minLength: 2,
  maxLength: 300,
});
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe("the pictures of a cut", () => {
  it("[CP17] begin with the one shown at the start and end with the last that begins before the end", () => {
    const framesMs = evenly(20, 40);

    const middles = numbersOf(framesMs, 100, 225);
    const starts = numbersOf(framesMs, 120, 240);

    expect(middles).toEqual([2, 3, 4, 5]);
    expect(starts).toEqual([3, 4, 5]);
  });

  it("[CP17] leave out what a rounded number would show for less than a millisecond", () => {
    const framesMs = evenly(20, 100 / 3);

    const cut = framesOfCut(framesMs, 667, { startMs: 133, endMs: 234 });

    expect(cut?.frames.map(({ film: { startMs } }) => Math.round(startMs))).toEqual([
      133, 167, 200,
    ]);
    expect(cut?.frames[0]?.clipMs).toBe(0);
    expect(cut?.durationMs).toBe(101);
  });

  it("[CP17] keep the film's own times and come at most thirty a second", () => {
    fc.assert(
      fc.property(film, share, share, (staysMs, one, other) => {
        const framesMs = staysMs.map((_, n) => staysMs.slice(0, n).reduce((a, b) => a + b, 0));
        const endOfFilmMs = staysMs.reduce((a, b) => a + b, 0);
        const [startMs, endMs] = [
          Math.min(one, other) * endOfFilmMs,
          Math.max(one, other) * endOfFilmMs,
        ];
        fc.pre(endMs - startMs >= 3);

        const cut = framesOfCut(framesMs, endOfFilmMs, { startMs, endMs });

        const frames = cut?.frames ?? [];
        const later = frames.slice(1);
        expect(frames[0]?.clipMs).toBe(0);
        expect(frames.length).toBeLessThanOrEqual(((cut?.durationMs ?? 0) / 1000) * 30 + 2);
        expect(frames.every((one) => one.film.startMs < endMs && one.film.endMs > startMs)).toBe(
          true,
        );
        expect(later.every(({ film: { startMs: at }, clipMs }) => clipMs === at - startMs)).toBe(
          true,
        );
        expect(later.every(({ clipMs }, n) => clipMs > (frames[n]?.clipMs ?? 0))).toBe(true);
      }),
    );
  });

  it.each([24, 25, 29.97, 30])("[CP17] are all kept at %d a second", (perSecond) => {
    const framesMs = evenly(200, 1000 / perSecond);

    const cut = framesOfCut(framesMs, 200_000 / perSecond, { startMs: 0, endMs: 5_000 });

    expect(cut?.frames).toHaveLength(framesMs.filter((at) => at < 4_999).length);
  });

  it("[CP17] are every second one at sixty a second", () => {
    const cut = framesOfCut(evenly(120, 1000 / 60), 2_000, { startMs: 0, endMs: 1_000 });

    expect(cut?.frames).toHaveLength(30);
  });

  it("[CP17] are none where the film shows none", () => {
    expect(framesOfCut([0, 40], 80, { startMs: 100, endMs: 200 })).toBeNull();
    expect(framesOfCut([], 0, { startMs: 0, endMs: 200 })).toBeNull();
  });

  it("[CP17] end where the film ends", () => {
    expect(framesOfCut([0, 40], 80, { startMs: 20, endMs: 900 })?.durationMs).toBe(60);
  });
});

describe("the measure of a clip", () => {
  it.each([
    [1920, 1080, 1280, 720],
    [1080, 1920, 720, 1280],
    [3840, 1600, 1280, 534],
    [320, 180, 320, 180],
    [641, 479, 642, 480],
  ])("[CP17] of %d x %d is %d x %d", (width, height, clipWidth, clipHeight) => {
    expect(clipSize({ width, height })).toEqual({ width: clipWidth, height: clipHeight });
  });
});
