import { describe, expect, it } from "vitest";
import {
  inStepFromMs,
  movingTogetherFromMs,
  numberAt,
  pairsWithin,
  sharedTime,
  stillFromMs,
} from "./sightings.ts";
import type { Sighting } from "./sightings.ts";

/** Pictures of 25 a second from that number on, each so late. */
function playing(options: {
  readonly fromNumber: number;
  readonly count: number;
  readonly startMs: number;
  readonly lateMs?: (n: number) => number;
}): Sighting[] {
  const { fromNumber, count, startMs, lateMs = () => 0 } = options;
  return Array.from({ length: count }, (_, n) => ({
    atMs: startMs + n * 40 + lateMs(n),
    number: fromNumber + n,
    missed: 0,
  }));
}

const second = { fromMs: 0, toMs: 1_000 };

describe("what two people's pictures say", () => {
  it("[PB64] the distance is that of the same picture on both screens, within the span alone", () => {
    const here = playing({ fromNumber: 10, count: 50, startMs: 0 });
    const there = playing({ fromNumber: 10, count: 50, startMs: 17 });

    const pairs = pairsWithin(here, there, { fromMs: 200, toMs: 400 });

    expect(pairs.map(({ number }) => number)).toEqual([15, 16, 17, 18, 19, 20]);
    expect(pairs.every(({ differenceMs }) => differenceMs === 17)).toBe(true);
  });

  it("[PB64] half a picture apart is half of the time on the same frame, and always on neighbours", () => {
    const here = playing({ fromNumber: 0, count: 40, startMs: -400 });
    const there = playing({ fromNumber: 0, count: 40, startMs: -380 });

    const shared = sharedTime(here, there, second);

    expect(shared).toEqual({ sameMs: 500, nearMs: 1_000, seenMs: 1_000, unseenMs: 0 });
  });

  it("[PB64] nothing is said of a time in which a picture passed unread", () => {
    const here = playing({ fromNumber: 0, count: 40, startMs: -400 });
    const there = here.map((seen) => (seen.number === 15 ? { ...seen, missed: 1 } : seen));

    const shared = sharedTime(here, there, second);

    expect(shared).toEqual({ sameMs: 960, nearMs: 960, seenMs: 960, unseenMs: 40 });
  });

  it("[PB64] a picture stands still from its last change, not from its last presentation", () => {
    const pictures = [
      { atMs: 100, number: 7, missed: 0 },
      { atMs: 140, number: 8, missed: 0 },
      { atMs: 300, number: 8, missed: 0 },
    ];

    expect(stillFromMs(pictures, 120)).toBe(140);
    expect(stillFromMs(pictures, 200)).toBe(200);
    expect(numberAt(pictures, 120)).toBe(7);
    expect(numberAt(pictures, 50)).toBeNull();
  });

  it("[PB64] both move together from the first picture after which none is 40 ms apart", () => {
    const here = playing({ fromNumber: 5, count: 25, startMs: 100 });
    const there = playing({
      fromNumber: 5,
      count: 25,
      startMs: 100,
      lateMs: (n) => (n < 6 ? 45 : 10),
    });

    const fromMs = movingTogetherFromMs(here, there, second);

    expect(fromMs).toBe(100 + 6 * 40 + 10);
  });

  it("[PB64] they are in step once nine pictures in ten of half a second are within 25 ms", () => {
    const oneBad = (n: number) => (n < 5 ? 30 : n === 9 ? 30 : 0);
    const here = playing({ fromNumber: 5, count: 25, startMs: 0 });
    const there = playing({ fromNumber: 5, count: 25, startMs: 0, lateMs: oneBad });

    expect(inStepFromMs(here, there, second)).toBe(5 * 40);
    expect(inStepFromMs(here, [], second)).toBeNull();
  });
});
