import { describe, expect, it } from "vitest";
import {
  considerDrift,
  driftGains,
  settleDrift,
  startDrift,
  usualErrorMs,
} from "#shared/playback/drift.ts";
import type { Drift, DriftDecision } from "#shared/playback/drift.ts";
import { firstProfile, startLatencyMs } from "#shared/playback/drift-profile.ts";
import type { DriftProfile } from "#shared/playback/drift-profile.ts";
import { learnMiss, learnPace, learnStart } from "#shared/playback/drift-profile.ts";
import { seededRandom } from "#tests/helpers/simulator/seeded-random.ts";

const frameMs = 40;

interface Habits {
  readonly hasSound?: boolean;
  readonly frames: number;
  /** What a rate written and taken back really loses. */
  readonly lossMs?: number;
  /** How much of a nudge takes effect. */
  readonly obeys?: number;
  /** By how much the media clock runs slow. */
  readonly slow?: number;
  /** Each error is read off by up to half of this, as by the screen's beat. */
  readonly beatMs?: number;
  readonly profile?: DriftProfile;
}

const obedient = { hasSound: false, lossMs: 0, obeys: 1, slow: 0, beatMs: 16, profile: null };

/** A picture `errorMs` from its line that does what is decided. */
function play(errorMs: number, given: Habits) {
  const habits = { ...obedient, ...given };
  const gains = driftGains[habits.hasSound ? "sound" : "silent"];
  const random = seededRandom(5);
  let profile = habits.profile ?? firstProfile(habits.hasSound);
  let drift = startDrift(0, gains);
  let offMs = errorMs;
  let pulse: { correction: number; endsAtMs: number } | null = null;
  const decisions: DriftDecision[] = [];
  const errors: number[] = [];
  for (let atMs = frameMs; atMs <= habits.frames * frameMs; atMs += frameMs) {
    const movedMs: number = frameMs * (pulse?.correction ?? 0) * habits.obeys;
    offMs += movedMs + frameMs * (profile.trim - habits.slow);
    if (pulse !== null && atMs >= pulse.endsAtMs) {
      offMs -= habits.lossMs + pulse.correction * (atMs - pulse.endsAtMs);
      drift = settleDrift(drift, atMs, gains.quietAfterPulseMs);
      pulse = null;
    }
    const readMs = offMs + (random() - 0.5) * habits.beatMs;
    const outcome = considerDrift(drift, { atMs, errorMs: readMs }, { profile, gains });
    ({ drift, profile } = outcome);
    errors.push(offMs);
    const { decision } = outcome;
    if (decision.kind !== "leave") decisions.push(decision);
    if (decision.kind === "jump") offMs = 0;
    if (decision.kind === "nudge") {
      pulse = { correction: decision.correction, endsAtMs: atMs + decision.forMs };
    }
  }
  return { decisions, errors, offMs, profile };
}

const jumpsOf = (decisions: readonly DriftDecision[]) =>
  decisions.filter((decision) => decision.kind === "jump");

describe("a clip without sound", () => {
  it("[PB13] is left alone while it is in step, however the screen's beat makes it look", () => {
    expect(play(0, { frames: 750 }).decisions.length).toBeLessThanOrEqual(6);
    expect(play(3, { frames: 750, beatMs: 0 }).decisions).toEqual([]);
  });

  it("[PB13] is brought back within a few ms in two seconds, without a jump or an overshoot", () => {
    for (const errorMs of [-150, -60, 25, 90, 160]) {
      const { decisions, errors } = play(errorMs, { frames: 100 });

      expect(jumpsOf(decisions)).toEqual([]);
      expect(Math.abs(errors[60] ?? Infinity)).toBeLessThan(8);
      const overshootMs = Math.max(...errors.map((error) => -Math.sign(errorMs) * error));
      expect(overshootMs).toBeLessThan(10);
    }
  });

  it("[PB13] jumps once when it is far off, and not again within a second", () => {
    expect(jumpsOf(play(900, { frames: 60 }).decisions)).toHaveLength(1);

    const gains = driftGains.silent;
    let drift = startDrift(0, gains);
    const jumpsAtMs: number[] = [];
    for (let atMs = 0; atMs < 6_000; atMs += frameMs) {
      const context = { profile: firstProfile(false), gains };
      const outcome = considerDrift(settleDrift(drift, 0, 0), { atMs, errorMs: 900 }, context);
      drift = outcome.drift;
      if (outcome.decision.kind === "jump") jumpsAtMs.push(atMs);
    }
    const apartMs = jumpsAtMs.slice(1).map((atMs, n) => atMs - (jumpsAtMs[n] ?? 0));
    expect(jumpsAtMs.length).toBeGreaterThan(2);
    expect(Math.min(...apartMs)).toBeGreaterThanOrEqual(1_000);
  });

  it("[PB26] learns the pace of a player that runs slow, and needs fewer and fewer pulses", () => {
    const first = play(0, { frames: 1_000, slow: 0.01 });
    const later = play(0, { frames: 1_000, slow: 0.01, profile: first.profile });

    expect(first.profile.trim).toBeGreaterThan(0.005);
    expect(later.decisions.length).toBeLessThan(first.decisions.length);
  });
});

describe("a clip with sound", () => {
  it("[PB14] is left alone within 10 ms, since each correction is heard", () => {
    expect(play(-9, { hasSound: true, frames: 100, beatMs: 8 }).decisions).toEqual([]);
  });

  it("[PB14] is corrected by few long pulses that count in what the writes lose", () => {
    for (const errorMs of [-120, -40, 30, 110]) {
      const { decisions, offMs } = play(errorMs, { hasSound: true, frames: 150, lossMs: 30 });

      expect(Math.abs(offMs)).toBeLessThanOrEqual(20);
      expect(decisions.length).toBeLessThanOrEqual(3);
    }
  });

  it("[PB26] learns what the writes of this browser really lose, from where the pulses land", () => {
    let profile = firstProfile(true);
    for (let n = 0; n < 12; n += 1) {
      ({ profile } = play(n % 2 === 0 ? -80 : 80, {
        hasSound: true,
        frames: 100,
        lossMs: 8,
        profile,
      }));
    }

    expect(profile.kind).toBe("nudge");
    expect(profile.lossMs).toBeGreaterThan(2);
    expect(profile.lossMs).toBeLessThan(16);
  });
});

describe("a player that does not obey", () => {
  it("[PB27] is found out by what its nudges do, and then only jumps, at most each five seconds", () => {
    const { decisions, profile } = play(-200, { hasSound: true, frames: 600, obeys: 0 });

    expect(profile.kind).toBe("step");
    const nudges = decisions.filter((decision) => decision.kind === "nudge");
    expect(nudges.length).toBeLessThanOrEqual(6);
    expect(jumpsOf(decisions)).toHaveLength(1);
    const off = play(60, { hasSound: true, frames: 600, profile });
    expect(off.decisions).toEqual([]);
  });

  it("[PB27] is asked again after a while, each time after a longer one", () => {
    let profile = firstProfile(false);
    for (let miss = 0; miss < 5; miss += 1) profile = learnMiss(profile, 1_000);
    const restsMs = [profile.stepUntilMs - 1_000];
    profile = learnMiss(profile, 100_000);
    restsMs.push(profile.stepUntilMs - 100_000);

    const tried = considerAt({ ...profile, stepUntilMs: 0 });

    expect(restsMs).toEqual([60_000, 120_000]);
    expect(considerAt(profile).kind).toBe("leave");
    expect(tried.kind).toBe("nudge");
  });

  it("[PB27] one stall in between is no reason to give up nudging", () => {
    const missed = learnMiss(learnMiss(firstProfile(false), 0), 0);

    expect(missed.kind).toBe("nudge");
    expect(play(-150, { frames: 150, profile: missed }).profile.misses).toBe(0);
  });
});

/** What is decided about a picture that is steadily 60 ms late. */
function considerAt(profile: DriftProfile): DriftDecision {
  const gains = driftGains.silent;
  let drift = startDrift(0, gains);
  let decision: DriftDecision = { kind: "leave" };
  for (let atMs = 0; atMs < 1_000 && decision.kind === "leave"; atMs += frameMs) {
    ({ drift, decision } = considerDrift(drift, { atMs, errorMs: -60 }, { profile, gains }));
  }
  return decision;
}

it("[PB26] a start latency is the middle of the last five, so that one slow start teaches nothing", () => {
  let profile = firstProfile(true);
  const before = startLatencyMs(profile);
  for (const latencyMs of [60, 62, 175, 58, 64]) profile = learnStart(profile, latencyMs);
  const middle = startLatencyMs(profile);

  expect(before).toBe(17);
  expect(middle).toBe(62);
  expect(startLatencyMs(learnStart(profile, 3_000))).toBe(62);
});

it("[PB26] a stall does not count as a player that runs slow", () => {
  expect(learnPace(firstProfile(false), -90, 2_000).trim).toBe(0);
  expect(learnPace(firstProfile(false), -12, 4_000).trim).toBeCloseTo(0.0015, 6);
});

it("[PB13] changes nothing right after a start, and tells the usual error by the middle of the last", () => {
  const gains = driftGains.silent;
  let drift = startDrift(0, gains);
  for (const [n, errorMs] of [200, 10, 12].entries()) {
    const context = { profile: firstProfile(false), gains };
    const outcome = considerDrift(drift, { atMs: n * frameMs, errorMs }, context);
    expect(outcome.decision).toEqual({ kind: "leave" });
    drift = outcome.drift;
  }

  expect(usualErrorMs(drift)).toBe(12);
  expect(usualErrorMs(startDrift(0, gains))).toBeNull();
});

it("[PB67] what started within a beat of the screen is left alone; once corrected, it is held closer", () => {
  const gains = driftGains.silent;
  const context = { profile: firstProfile(false), gains };
  const seeAt = (errorMs: number, drift: Drift) => {
    let now = drift;
    const kinds = new Set<string>();
    for (let atMs = 1_000; atMs < 2_000; atMs += 40) {
      const beat = (atMs % 80) / 5 - 4;
      const outcome = considerDrift(now, { atMs, errorMs: errorMs + beat }, context);
      if (!now.isPulsing) kinds.add(outcome.decision.kind);
      now = outcome.drift;
    }
    return kinds;
  };
  const started = startDrift(0, gains);

  expect(seeAt(6, started)).toEqual(new Set(["leave"]));
  expect(seeAt(6, { ...started, isAsStarted: false })).toContain("nudge");
  expect(seeAt(20, started)).toContain("nudge");
});
