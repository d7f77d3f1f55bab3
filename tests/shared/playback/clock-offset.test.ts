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
  it("[PB11] believes the ping that travelled fastest", () => {
    const estimate = learn([ping(0, 20, 90), ping(100, 20, 20), ping(200, 140, 20)]);

    expect(offsetAt(estimate, 400)).toBeCloseTo(trueOffsetMs, 6);
    expect(clockErrorMs(estimate)).toBe(20);
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
    expect(offsetAt(after, atMs + 10_000)).toBeCloseTo(trueOffsetMs, 6);
  });

  it("[PB11] forgets a ping after forty later ones, so that a changed way is learned", () => {
    const fast = ping(0, 5, 5, trueOffsetMs - 50);
    const later = Array.from({ length: 40 }, (_, n) => ping(1_000 + n * 1_000, 40, 40));

    expect(offsetAt(learn([fast, ...later]), 99_000)).toBeCloseTo(trueOffsetMs, 6);
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
