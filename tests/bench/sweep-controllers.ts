import { driftGains, usualErrorMs } from "#shared/playback/drift.ts";
import type { considerDrift, Drift, DriftGains, DriftOutcome } from "#shared/playback/drift.ts";
import type { SeenError } from "#shared/playback/drift-errors.ts";
import type { Controller } from "./sweep-run.ts";

/** A controller with its name in the table. */
export interface NamedController extends Controller {
  readonly name: string;
}

/** Changes the rate again at each picture; nothing is learned and nothing is looked at twice. */
function continuous(
  correctionFor: (errorMs: number) => number,
  leastChange: number,
  jumpBeyondMs: number,
): typeof considerDrift {
  let before = 0;
  return (drift, seen, { profile }): DriftOutcome => {
    const errors = [...drift.errors.slice(-6), seen];
    const next = { ...drift, errors };
    const outcome = { drift: next, profile, landed: errors.length === 7 ? landing(next) : null };
    const errorMs = usualErrorMs(next);
    if (errorMs === null) {
      before = 0;
      return { ...outcome, decision: { kind: "leave" } };
    }
    if (Math.abs(errorMs) > jumpBeyondMs && seen.atMs - drift.jumpedAtMs > 1_000) {
      const jumped = { ...drift, errors: [], jumpedAtMs: seen.atMs };
      return { ...outcome, drift: jumped, decision: { kind: "jump" } };
    }
    const correction = correctionFor(errorMs);
    if (Math.abs(correction - before) < leastChange)
      return { ...outcome, decision: { kind: "leave" } };
    before = correction;
    return { ...outcome, decision: { kind: "nudge", correction, forMs: Infinity } };
  };
}

/** All of them learn how late a picture starts. */
function landing(drift: Drift): SeenError | null {
  const errorMs = usualErrorMs(drift);
  return errorMs === null ? null : { atMs: 0, errorMs };
}

/** timingsrc 1.4.36: time constant 0.5 s, tolerance 25 ms, a seek above 1 s. Its rate is v / f or v x f, f = 1 + |error| / 0.5 s. */
function timingsrc(errorMs: number): number {
  if (Math.abs(errorMs) <= 25) return 0;
  const factor = 1 + Math.abs(errorMs) / 500;
  return errorMs > 0 ? 1 / factor - 1 : factor - 1;
}

/** The first controller of this product: median of seven, dead band of 4 ms, time constant 0.7 s. */
function constantNudging(errorMs: number): number {
  if (Math.abs(errorMs) <= 4) return 0;
  return Math.max(-0.1, Math.min(0.1, -errorMs / 700));
}

function withGains(silent: Partial<DriftGains>, sound: Partial<DriftGains> = silent): Controller {
  return {
    gains: {
      silent: { ...driftGains.silent, ...silent },
      sound: { ...driftGains.sound, ...sound },
    },
  };
}

/** The rows that are always there. */
export function fixedControllers(): NamedController[] {
  const never: typeof considerDrift = (drift, seen, { profile }) => ({
    drift: { ...drift, errors: [...drift.errors.slice(-6), seen] },
    profile,
    landed: drift.errors.length === 6 ? landing(drift) : null,
    decision: { kind: "leave" },
  });
  return [
    { name: "start only", consider: never },
    { name: "timingsrc", consider: continuous(timingsrc, 0.000_1, 1_000) },
    { name: "nudging all the time", consider: continuous(constantNudging, 0.005, 350) },
    { name: "ours", ...withGains({}) },
  ];
}

/** Ours with one gain changed. */
export function variedControllers(): NamedController[] {
  const vary = (name: string, silent: Partial<DriftGains>, sound?: Partial<DriftGains>) => ({
    name,
    ...withGains(silent, sound),
  });
  return [
    vary("tolerance 0.3 / 6", { toleranceMs: 0.3 }, { toleranceMs: 6 }),
    vary("tolerance 3 / 14", { toleranceMs: 3 }, { toleranceMs: 14 }),
    vary("tolerance 5 / 20", { toleranceMs: 5 }, { toleranceMs: 20 }),
    vary("unsure 8 / 20", { unsureMs: 8 }, { unsureMs: 20 }),
    vary("unsure 24 / 45", { unsureMs: 24 }, { unsureMs: 45 }),
    vary("most 5 %", { mostCorrection: 0.05 }),
    vary("most 10 %", { mostCorrection: 0.1 }),
    vary("most 15 %", { mostCorrection: 0.15 }),
    vary("pulse 100 / 300", { pulseMs: 100 }, { pulseMs: 300 }),
    vary("pulse 400 / 800", { pulseMs: 400 }, { pulseMs: 800 }),
    vary("quiet after pulse 0 / 100", { quietAfterPulseMs: 0 }, { quietAfterPulseMs: 100 }),
    vary("quiet after pulse 200 / 500", { quietAfterPulseMs: 200 }, { quietAfterPulseMs: 500 }),
    vary("jump beyond 200", { jumpBeyondMs: 200 }),
    vary("jump beyond 1000", { jumpBeyondMs: 1_000 }),
    vary("no trim", { leastTrim: Infinity }),
  ];
}
