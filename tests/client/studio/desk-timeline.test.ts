import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  mostZoom,
  thumbnailTimes,
  windowAround,
} from "#client/features/studio/timeline/time-window.ts";

const hourMs = 3_600_000;
const someLookAt = fc
  .record({
    durationMs: fc.integer({ min: 40, max: 2 * hourMs }),
    zoom: fc.integer({ min: 0, max: 30 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ durationMs, zoom, share }) => ({ durationMs, zoom, placeMs: share * durationMs }));

describe("the time line", () => {
  it("[CP38] shows the whole film first, and at the closest two to four seconds of a long one", () => {
    expect(windowAround(5_000, 0, 600_000, null)).toEqual({ startMs: 0, endMs: 600_000 });
    const closest = windowAround(5_000, mostZoom(600_000), 600_000, null);
    expect(closest.endMs - closest.startMs).toBeGreaterThanOrEqual(2_000);
    expect(closest.endMs - closest.startMs).toBeLessThan(4_000);
    expect(mostZoom(900)).toBe(0);
  });

  it("[CP38] always shows the playhead and nothing outside the film, at any place and zoom", () => {
    fc.assert(
      fc.property(someLookAt, ({ durationMs, zoom, placeMs }) => {
        const { startMs, endMs } = windowAround(placeMs, zoom, durationMs, null);

        expect(startMs).toBeGreaterThanOrEqual(0);
        expect(endMs).toBeLessThanOrEqual(durationMs + 0.001);
        expect(placeMs).toBeGreaterThanOrEqual(startMs - 0.001);
        expect(placeMs).toBeLessThanOrEqual(endMs + 0.001);
      }),
    );
  });

  it("[CP38] stays where it is while the playhead is in it, and turns over like a page at its end", () => {
    const before = windowAround(0, 3, 80_000, null);

    expect(windowAround(9_999, 3, 80_000, before)).toBe(before);
    expect(windowAround(10_001, 3, 80_000, before)).toEqual({ startMs: 9_001, endMs: 19_001 });
    expect(windowAround(40_000, 4, 80_000, before)).toEqual({ startMs: 37_500, endMs: 42_500 });
  });

  it("[CP38] small pictures cover the stretch, no more than are asked for, at places that come again", () => {
    fc.assert(
      fc.property(someLookAt, fc.integer({ min: 1, max: 30 }), (look, count) => {
        const stretch = windowAround(look.placeMs, look.zoom, look.durationMs, null);
        const times = thumbnailTimes(stretch, count);
        const stepMs = (times[1] ?? 0) - (times[0] ?? 0);

        expect(times.length).toBeLessThanOrEqual(count + 2);
        expect(times[0]).toBeLessThanOrEqual(stretch.startMs + 0.001);
        const steps = times.length > 1 ? (times[0] ?? 0) / stepMs : 0;
        expect(Math.abs(steps - Math.round(steps))).toBeLessThan(0.001);
      }),
    );
  });
});
