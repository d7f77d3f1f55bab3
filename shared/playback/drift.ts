import { isOff, medianOfLastMs, middleOf, spansOf, spreadOf } from "./drift-errors.ts";
import type { SeenError } from "./drift-errors.ts";
import { learnPace, learnPulse, learnScatter } from "./drift-profile.ts";
import type { DriftProfile, Pulse } from "./drift-profile.ts";

/**
 * What to do about a moving picture that is not where the timeline says: leave it, nudge its rate for a
 * while, or jump. Pure: an error goes in, one decision comes out. Errors are picture minus timeline in ms
 * of waiting time (already divided by the rate): positive is ahead.
 *
 * A screen shows pictures on its beat, so one error says little and many say much. The picture is watched
 * until its error is sure; then one pulse lands it on zero, with what the writes lose counted in; then it
 * is watched anew, and where it has landed teaches the profile.
 */
export interface Drift {
  readonly errors: readonly SeenError[];
  /** Errors before this do not count: the picture has just started, jumped or been nudged. */
  readonly settledFromMs: number;
  /** A pulse is under way. */
  readonly isPulsing: boolean;
  /** The pulse whose landing has yet to be seen. */
  readonly pulse: Pulse | null;
  /** Where the last start, jump or pulse has landed; null until it is seen. */
  readonly landed: SeenError | null;
  readonly jumpedAtMs: number;
  /** Nothing has been corrected since the common start. */
  readonly isAsStarted: boolean;
}

/** What to do about the distance to the timeline. The rate is multiplied by `1 + correction` for so long. */
export type DriftDecision =
  | { readonly kind: "leave" }
  | { readonly kind: "nudge"; readonly correction: number; readonly forMs: number }
  | { readonly kind: "jump" };

/** How far is too far, and how quickly it is made good. docs/decisions has the table they come from. */
export interface DriftGains {
  readonly toleranceMs: number;
  /** What a start may be off by: within a beat of the screen, pictures started as one change as one. */
  readonly startToleranceMs: number;
  /** One error is uncertain by so much at least; the mean of n by the nth part of its square. */
  readonly unsureMs: number;
  /** Of what chance may have added to a mean, this share is taken off before it is made good. */
  readonly modesty: number;
  readonly mostCorrection: number;
  readonly pulseMs: number;
  readonly longestPulseMs: number;
  readonly quietAfterPulseMs: number;
  readonly quietAfterStartMs: number;
  readonly jumpBeyondMs: number;
  /** A smaller lasting change of rate is not worth a write. */
  readonly leastTrim: number;
}

/** The gains for clips without sound, and for those with. */
export const driftGains: { readonly silent: DriftGains; readonly sound: DriftGains } = {
  silent: {
    toleranceMs: 1,
    startToleranceMs: 9,
    unsureMs: 16,
    modesty: 0.5,
    mostCorrection: 0.25,
    pulseMs: 200,
    longestPulseMs: 1_500,
    quietAfterPulseMs: 40,
    quietAfterStartMs: 120,
    jumpBeyondMs: 350,
    leastTrim: 0.0002,
  },
  sound: {
    toleranceMs: 10,
    startToleranceMs: 10,
    unsureMs: 30,
    modesty: 0,
    mostCorrection: 0.15,
    pulseMs: 500,
    longestPulseMs: 1_500,
    quietAfterPulseMs: 200,
    quietAfterStartMs: 200,
    jumpBeyondMs: 350,
    leastTrim: 0.004,
  },
};

/** What the decision goes by besides the errors. */
export interface DriftContext {
  readonly profile: DriftProfile;
  readonly gains: DriftGains;
}

/** What has been decided, and what was learned on the way. */
export interface DriftOutcome {
  readonly drift: Drift;
  readonly profile: DriftProfile;
  /** Where the last start, jump or pulse has landed, when that has been seen just now. */
  readonly landed: SeenError | null;
  readonly decision: DriftDecision;
}

const windowMs = 2_000;
const leastErrors = 4;
const landingErrors = 8;
const scatterErrors = { least: 8, most: 16 };
const leastPaceMs = 400;
const leastCorrection = 0.005;
const betweenJumpsMs = 1_000;
const quietAfterJumpMs = 150;
const step = { toleranceMs: 80, betweenJumpsMs: 5_000 };

const leave: DriftDecision = { kind: "leave" };

/** A picture that starts to move at that instant. */
export function startDrift(atMs: number, gains: DriftGains): Drift {
  return {
    errors: [],
    settledFromMs: atMs + gains.quietAfterStartMs,
    isPulsing: false,
    pulse: null,
    landed: null,
    jumpedAtMs: -Infinity,
    isAsStarted: true,
  };
}

/** The middle of the last errors in ms, or null while there are too few to tell. */
export const usualErrorMs = ({ errors }: Drift): number | null => medianOfLastMs(errors);

/** Takes the error of one presented picture and decides. */
export function considerDrift(
  before: Drift,
  seen: SeenError,
  { profile: known, gains }: DriftContext,
): DriftOutcome {
  const errors = [...before.errors, seen].filter(({ atMs }) => seen.atMs - atMs <= windowMs);
  const drift = { ...before, errors };
  const settled = errors.filter(({ atMs }) => atMs >= drift.settledFromMs);
  const isUnsettled = drift.isPulsing || settled.length < leastErrors;
  if (isUnsettled) return { drift, profile: known, landed: null, decision: leave };

  const profile = withScatter(known, settled);
  const watched: DriftOutcome = { drift, profile, landed: null, decision: leave };
  const toleranceMs = drift.isAsStarted ? gains.startToleranceMs : gains.toleranceMs;
  const chanceMs = (span: readonly SeenError[]) =>
    Math.max(gains.unsureMs, profile.scatterMs) / Math.sqrt(span.length);
  const off = spansOf(settled).find((span) => isOff(span, toleranceMs, chanceMs(span)));
  const middle = middleOf(off ?? settled);
  const hasLanded = drift.landed === null && (off !== undefined || settled.length >= landingErrors);
  const outcome = hasLanded ? land(watched, middle) : watched;
  if (off === undefined) return outcome;
  const errorMs = middle.errorMs - byChance(middle.errorMs, chanceMs(off)) * gains.modesty;
  return decide(outcome, { ...middle, errorMs }, seen.atMs, gains);
}

/** The pulse is over, or the picture has been moved in another way: what is seen from now on counts anew. */
export function settleDrift(drift: Drift, atMs: number, quietMs: number): Drift {
  return { ...drift, isPulsing: false, settledFromMs: atMs + quietMs };
}

/** The lasting change of rate that is worth its write. */
export function trimOf({ profile, gains }: DriftContext): number {
  return Math.abs(profile.trim) < gains.leastTrim ? 0 : profile.trim;
}

/** What is seen on this machine while the picture is left alone. */
function withScatter(profile: DriftProfile, settled: readonly SeenError[]): DriftProfile {
  const last = settled.slice(-scatterErrors.most);
  return last.length < scatterErrors.least ? profile : learnScatter(profile, spreadOf(last));
}

/** How much of a mean may be chance: nearly all of one that is as small as chance, little of a large one. */
function byChance(meanMs: number, chanceMs: number): number {
  return meanMs * Math.min(1, (chanceMs / meanMs) ** 2);
}

function land(outcome: DriftOutcome, landed: SeenError): DriftOutcome {
  const { pulse } = outcome.drift;
  const profile =
    pulse === null
      ? outcome.profile
      : learnPulse(outcome.profile, pulse, landed.errorMs, landed.atMs);
  return { ...outcome, drift: { ...outcome.drift, landed, pulse: null }, profile, landed };
}

function decide(
  outcome: DriftOutcome,
  seen: SeenError,
  nowMs: number,
  gains: DriftGains,
): DriftOutcome {
  const { drift, profile } = outcome;
  const isStepping = profile.kind === "step" && nowMs < profile.stepUntilMs;
  const limits = isStepping ? step : { toleranceMs: gains.jumpBeyondMs, betweenJumpsMs };
  const isFar = Math.abs(seen.errorMs) > limits.toleranceMs;
  if (isFar && nowMs - drift.jumpedAtMs >= limits.betweenJumpsMs) {
    return { ...outcome, drift: jumped(drift, nowMs), decision: { kind: "jump" } };
  }
  return isStepping ? outcome : pulse(outcome, seen, gains);
}

function jumped(drift: Drift, atMs: number): Drift {
  const settledFromMs = atMs + quietAfterJumpMs;
  return {
    ...drift,
    errors: [],
    settledFromMs,
    pulse: null,
    landed: null,
    jumpedAtMs: atMs,
    isAsStarted: false,
  };
}

function pulse(
  outcome: DriftOutcome,
  { atMs, errorMs }: SeenError,
  gains: DriftGains,
): DriftOutcome {
  const { drift } = outcome;
  const profile = withPace(drift, outcome.profile, { atMs, errorMs });
  const wantedMs = profile.lossMs - errorMs;
  const neededMs = Math.abs(wantedMs) / gains.mostCorrection;
  const forMs = Math.max(gains.pulseMs, Math.min(gains.longestPulseMs, neededMs));
  const correction = bounded(wantedMs / forMs, gains.mostCorrection);
  const moving = { fromErrorMs: errorMs, moveMs: correction * forMs };
  return {
    ...outcome,
    drift: { ...drift, isPulsing: true, isAsStarted: false, pulse: moving, landed: null },
    profile,
    decision: { kind: "nudge", correction, forMs },
  };
}

/** How far it went since it had landed, when that was long enough ago to tell. */
function withPace({ landed }: Drift, profile: DriftProfile, seen: SeenError): DriftProfile {
  const inMs = landed === null ? 0 : seen.atMs - landed.atMs;
  if (landed === null || inMs < leastPaceMs) return profile;
  return learnPace(profile, seen.errorMs - landed.errorMs, inMs);
}

/** Never so small that nothing is written: the loss is counted in. */
function bounded(correction: number, most: number): number {
  const sign = correction < 0 ? -1 : 1;
  return sign * Math.max(leastCorrection, Math.min(most, Math.abs(correction)));
}
