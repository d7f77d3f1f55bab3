import { describe, expect, it } from "vitest";
import { considerDrift, startDrift, usualErrorMs } from "#shared/playback/drift.ts";
import type { DriftDecision } from "#shared/playback/drift.ts";

const frameMs = 40;

/** A picture `errorMs` from its line that does what is decided; a pair of rate writes loses `lossMs`. */
function play(errorMs: number, options: { hasSound: boolean; frames: number; lossMs?: number }) {
  let drift = startDrift(0);
  let offMs = errorMs;
  let correction = 0;
  const decisions: DriftDecision[] = [];
  const errors: number[] = [];
  for (let n = 1; n <= options.frames; n += 1) {
    offMs += frameMs * correction;
    const outcome = considerDrift(drift, { atMs: n * frameMs, errorMs: offMs }, options.hasSound);
    drift = outcome.drift;
    errors.push(offMs);
    if (outcome.decision.kind === "leave") continue;
    decisions.push(outcome.decision);
    correction = drift.correction;
    offMs = outcome.decision.kind === "jump" ? 0 : offMs - (options.lossMs ?? 0) / 2;
  }
  return { decisions, errors, offMs, drift };
}

describe("a clip without sound", () => {
  it("[PB13] is left alone while it is in step", () => {
    expect(play(3, { hasSound: false, frames: 100 }).decisions).toEqual([]);
  });

  it("[PB13] is brought back into step within three seconds without a jump or an overshoot", () => {
    for (const errorMs of [-150, -60, 25, 90, 160]) {
      const { decisions, errors, offMs } = play(errorMs, { hasSound: false, frames: 100 });

      expect(decisions.some((decision) => decision.kind === "jump")).toBe(false);
      expect(Math.abs(errors[75] ?? Infinity)).toBeLessThan(17);
      expect(Math.abs(offMs)).toBeLessThan(8);
      const overshootMs = Math.max(...errors.map((error) => -Math.sign(errorMs) * error));
      expect(overshootMs).toBeLessThan(15);
    }
  });

  it("[PB13] jumps once when it is far off, and not again within a second", () => {
    const { decisions } = play(900, { hasSound: false, frames: 60 });

    expect(decisions.filter((decision) => decision.kind === "jump")).toHaveLength(1);

    let drift = startDrift(0);
    const jumpsAtMs: number[] = [];
    for (let atMs = 0; atMs < 4_000; atMs += frameMs) {
      const outcome = considerDrift(drift, { atMs, errorMs: 900 }, false);
      drift = outcome.drift;
      if (outcome.decision.kind === "jump") jumpsAtMs.push(atMs);
    }
    const apartMs = jumpsAtMs.slice(1).map((atMs, n) => atMs - (jumpsAtMs[n] ?? 0));
    expect(Math.min(...apartMs)).toBeGreaterThanOrEqual(1_000);
  });
});

describe("a clip with sound", () => {
  it("[PB14] is left alone within 20 ms, since each correction is heard", () => {
    expect(play(-19, { hasSound: true, frames: 100 }).decisions).toEqual([]);
  });

  it("[PB14] is corrected by few long pulses that count in what the writes lose", () => {
    for (const errorMs of [-120, -40, 30, 110]) {
      const { decisions, offMs } = play(errorMs, { hasSound: true, frames: 120, lossMs: 30 });

      expect(Math.abs(offMs)).toBeLessThanOrEqual(20);
      expect(decisions.length).toBeLessThanOrEqual(4);
    }
  });
});

it("[PB13] changes nothing right after a start, and judges by the middle of the last errors", () => {
  let drift = startDrift(0);
  for (const [n, errorMs] of [200, 10, 12].entries()) {
    const outcome = considerDrift(drift, { atMs: n * frameMs, errorMs }, false);
    expect(outcome.decision).toEqual({ kind: "leave" });
    drift = outcome.drift;
  }

  expect(usualErrorMs(drift)).toBe(12);
  expect(usualErrorMs(startDrift(0))).toBeNull();
});
