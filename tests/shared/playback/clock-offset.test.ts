import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addClockSample,
  clockErrorMs,
  hasSlept,
  offsetAt,
  slowRoundTripMs,
} from "#shared/playback/clock-offset.ts";
import type { ClockEstimate } from "#shared/playback/clock-offset.ts";

const trueOffsetMs = 123_456;

function ping(atLocalMs: number, upMs: number, downMs: number, offsetMs = trueOffsetMs) {
  return {
    sentAtLocalMs: atLocalMs,
    receivedAtLocalMs: atLocalMs + upMs + downMs,
    serverNowMs: atLocalMs + upMs + offsetMs,
  };
}

function learn(pings: readonly ReturnType<typeof ping>[]): ClockEstimate {
  const estimate = pings.reduce<ClockEstimate | null>(addClockSample, null);
  if (estimate === null) throw new Error("no ping");
  return estimate;
}

describe("the server's clock", () => {
  it("[PB11] believes the fastest way there and the fastest way back, of the same ping or not", () => {
    const estimate = learn([ping(0, 20, 90), ping(100, 20, 20), ping(200, 140, 20)]);

    expect(offsetAt(estimate, 400)).toBeCloseTo(trueOffsetMs, 1);
    expect(clockErrorMs(estimate)).toBeCloseTo(20, 1);
    const apart = learn([ping(0, 20, 90), ping(100, 140, 20)]);
    expect(offsetAt(apart, 400)).toBeCloseTo(trueOffsetMs, 1);
    expect(clockErrorMs(apart)).toBeCloseTo(20, 1);
  });

  it("[PB11] is surer than the fastest ping alone when both ways jitter", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { minLength: 20, maxLength: 20 }),
        (jitters) => {
          const burst = jitters.map(([up, down], n) => ping(n * 40, 100 + up, 100 + down));
          const fastestMs = Math.min(
            ...burst.map((one) => one.receivedAtLocalMs - one.sentAtLocalMs),
          );
          expect(clockErrorMs(learn(burst))).toBeLessThanOrEqual(fastestMs / 2 + 0.1);
        },
      ),
    );
  });

  it("[PB11] is off by half of what one way takes longer, and no more: nobody can tell from pings", () => {
    const burst = Array.from({ length: 20 }, (_, n) => ping(n * 40, 30 + (n % 5), 150 + (n % 7)));

    const estimate = learn(burst);

    expect(Math.abs(offsetAt(estimate, 900) - trueOffsetMs)).toBeCloseTo(60, 0);
    expect(clockErrorMs(estimate)).toBeCloseTo(90, 0);
  });

  it("[PB11] follows two clocks that go apart by 100 in a million, within a millisecond or two", () => {
    let estimate: ClockEstimate | null = null;
    const offsets: number[] = [];
    for (let n = 0; n < 600; n += 1) {
      const offsetMs = trueOffsetMs + n * 0.1;
      estimate = addClockSample(estimate, ping(n * 1_000, 20 + (n % 3), 20 + (n % 4), offsetMs));
      offsets.push(offsetAt(estimate, n * 1_000 + 50) - offsetMs);
    }

    expect(Math.max(...offsets.slice(40).map(Math.abs))).toBeLessThan(3);
  });

  it("[PB11] goes on by the pace of the two clocks when no ping has come for more than a minute", () => {
    let estimate: ClockEstimate | null = null;
    for (let n = 0; n < 600; n += 1) {
      estimate = addClockSample(estimate, ping(n * 1_000, 20, 20, trueOffsetMs + n * 0.05));
    }

    const longAfterMs = 600_000 + 600_000;
    const offMs = offsetAt(estimate ?? learn([]), longAfterMs) - (trueOffsetMs + 1_200 * 0.05);

    expect(Math.abs(offMs)).toBeLessThan(4);
  });

  it("[PB12] believes the newer pings at once when a clock was set in between", () => {
    const before = Array.from({ length: 30 }, (_, n) => ping(n * 1_000, 20, 20));

    const after = learn([...before, ping(31_000, 25, 25, trueOffsetMs + 5_000)]);

    expect(offsetAt(after, 31_100)).toBeCloseTo(trueOffsetMs + 5_000, 0);
  });

  it("[PB11] is never further off than half of the fastest way there and back", () => {
    const ways = fc.tuple(fc.nat(400), fc.nat(400));
    fc.assert(
      fc.property(fc.array(ways, { minLength: 1, maxLength: 19 }), (delays) => {
        const estimate = learn(delays.map(([up, down], n) => ping(n * 1_000, up, down)));
        const offMs = Math.abs(offsetAt(estimate, 99_000) - trueOffsetMs);
        expect(offMs).toBeLessThanOrEqual(clockErrorMs(estimate) + 1e-6);
      }),
    );
  });

  it("[PB11] slews a small correction, so that no picture jumps for a lucky ping", () => {
    const burst = Array.from({ length: 20 }, (_, n) => ping(n * 40, 30, 50));
    const before = learn(burst);
    const sample = ping(2_000, 20, 20);

    const after = addClockSample(before, sample);

    const atMs = sample.receivedAtLocalMs;
    expect(offsetAt(after, atMs)).toBeCloseTo(offsetAt(before, atMs), 6);
    expect(Math.abs(offsetAt(after, atMs + 100) - offsetAt(after, atMs))).toBeLessThanOrEqual(1);
    expect(offsetAt(after, atMs + 10_000)).toBeCloseTo(trueOffsetMs, 0);
  });

  it("[PB11] forgets a ping after forty later ones, so that a changed way is learned", () => {
    const fast = ping(0, 5, 5, trueOffsetMs - 50);
    const later = Array.from({ length: 40 }, (_, n) => ping(1_000 + n * 1_000, 40, 40));

    expect(offsetAt(learn([fast, ...later]), 41_000)).toBeCloseTo(trueOffsetMs, 0);
  });

  it("[PB11] knows the slow end of the way, for the common start", () => {
    const many = Array.from({ length: 39 }, (_, n) => ping(n * 40, 20, 20));

    expect(slowRoundTripMs(learn([...many, ping(5_000, 20, 380)]))).toBe(40);
    expect(slowRoundTripMs(learn([ping(0, 20, 100)]))).toBe(120);
  });
});

it("[PB12] notices a sleep by two clocks that have gone on differently, not by a wrong date", () => {
  expect(hasSlept(1_000, 41_000)).toBe(true);
  expect(hasSlept(1_000, 1_200)).toBe(false);
});
