import { expect, it } from "vitest";
import { leadMsFor } from "#server/review-room/lead-time.ts";

const beatMs = 1000 / 60;
const pace = { roundTripMs: 0, startLatencyMs: 0, beatAtServerMs: null };

/** How far a start is from the nearest instant a picture can meet exactly. */
function offBeatMs(startsAtServerMs: number, beatAtServerMs: number): number {
  const beats = (startsAtServerMs - beatAtServerMs) / beatMs;
  return Math.abs(beats - Math.round(beats)) * beatMs;
}

it("[PB67] a common start is far enough ahead for the slowest, and never absurdly far", () => {
  expect(leadMsFor([], 0)).toBe(120);
  expect(leadMsFor([pace, { ...pace, roundTripMs: 400, startLatencyMs: 80 }], 0)).toBe(340);
  expect(leadMsFor([{ ...pace, roundTripMs: 9_000 }], 0)).toBe(600);
});

it("[PB67] a common start meets every picture's beat as nearly as can be, within one beat of the lead", () => {
  const nowMs = 777_123.4;
  for (const [first, second] of [
    [777_000, 777_000],
    [777_001.5, 776_990],
    [12.3, 777_777.7],
  ] as const) {
    const paces = [first, second].map((beatAtServerMs) => ({ ...pace, beatAtServerMs }));
    const leadMs = leadMsFor(paces, nowMs);
    const offs = [first, second].map((beat) => offBeatMs(nowMs + leadMs, beat));

    expect(leadMs).toBeGreaterThanOrEqual(120);
    expect(leadMs).toBeLessThan(120 + beatMs);
    expect(Math.max(...offs)).toBeLessThanOrEqual(beatMs / 4 + 0.001);
    expect(Math.abs((offs[0] ?? 0) - (offs[1] ?? 0))).toBeLessThan(0.001);
  }
});
