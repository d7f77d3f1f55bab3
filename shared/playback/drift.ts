/**
 * What to do about a moving picture that is not where the timeline says: leave it, nudge its rate, or
 * jump. Pure: an error goes in, one decision comes out. Errors are picture minus timeline in ms of
 * waiting time (already divided by the rate): positive is ahead.
 *
 * A clip without sound takes many small rate writes. With sound each pair of writes loses about 30 ms, so
 * there are few: one pulse that lands on zero with its loss counted in, then quiet.
 */
export interface Drift {
  readonly errors: readonly { readonly atMs: number; readonly errorMs: number }[];
  /** The rate is multiplied by `1 + correction`. */
  readonly correction: number;
  /** Nothing is changed before this: the picture has just started, jumped or been nudged. */
  readonly quietUntilMs: number;
  readonly pulseEndsMs: number | null;
  readonly jumpedAtMs: number;
}

/** What to do about the distance to the timeline. */
export type DriftDecision =
  | { readonly kind: "leave" }
  | { readonly kind: "nudge"; readonly correction: number }
  | { readonly kind: "jump" };

/** How far is too far, and how quickly it is made good. */
export const driftLimits = {
  window: 7,
  windowMs: 450,
  deadbandMs: 4,
  timeConstantMs: 700,
  mostCorrection: 0.1,
  leastChange: 0.005,
  soundToleranceMs: 20,
  soundLossMs: 30,
  pulseMs: 500,
  quietAfterPulseMs: 500,
  quietAfterStartMs: 300,
  quietAfterJumpMs: 150,
  jumpBeyondMs: 350,
  betweenJumpsMs: 1000,
} as const;

const leave: DriftDecision = { kind: "leave" };

/** A picture that starts to move at that instant. */
export function startDrift(atMs: number): Drift {
  const quietUntilMs = atMs + driftLimits.quietAfterStartMs;
  return { errors: [], correction: 0, quietUntilMs, pulseEndsMs: null, jumpedAtMs: -Infinity };
}

/** The middle of the last errors, or null while there are too few to tell. */
export function usualErrorMs(drift: Drift): number | null {
  if (drift.errors.length < 3) return null;
  const sorted = drift.errors.map((seen) => seen.errorMs).sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? null;
}

/** Takes the error of one presented frame and decides. */
export function considerDrift(
  before: Drift,
  seen: { readonly atMs: number; readonly errorMs: number },
  hasSound: boolean,
): { readonly drift: Drift; readonly decision: DriftDecision } {
  const drift = { ...before, errors: recent([...before.errors, seen], seen.atMs) };
  if (drift.pulseEndsMs !== null && seen.atMs >= drift.pulseEndsMs)
    return endPulse(drift, seen.atMs);
  if (drift.pulseEndsMs !== null || seen.atMs < drift.quietUntilMs)
    return { drift, decision: leave };

  const errorMs = usualErrorMs(drift);
  if (errorMs === null) return { drift, decision: leave };
  const mayJump = seen.atMs - drift.jumpedAtMs >= driftLimits.betweenJumpsMs;
  if (Math.abs(errorMs) > driftLimits.jumpBeyondMs && mayJump) return jump(seen.atMs);
  return hasSound ? pulse(drift, errorMs, seen.atMs) : nudge(drift, errorMs);
}

function nudge(drift: Drift, errorMs: number): ReturnType<typeof considerDrift> {
  const still = Math.abs(errorMs) <= driftLimits.deadbandMs;
  const correction = still ? 0 : bounded(-errorMs / driftLimits.timeConstantMs);
  const changes = Math.abs(correction - drift.correction) >= driftLimits.leastChange;
  const settles = correction === 0 && drift.correction !== 0;
  if (!changes && !settles) return { drift, decision: leave };
  return { drift: { ...drift, correction }, decision: { kind: "nudge", correction } };
}

function pulse(drift: Drift, errorMs: number, atMs: number): ReturnType<typeof considerDrift> {
  if (Math.abs(errorMs) <= driftLimits.soundToleranceMs) return { drift, decision: leave };
  const moveMs = driftLimits.soundLossMs - errorMs;
  const lengthMs = Math.max(driftLimits.pulseMs, Math.abs(moveMs) / driftLimits.mostCorrection);
  const correction = bounded(moveMs / lengthMs);
  return {
    drift: { ...drift, correction, pulseEndsMs: atMs + lengthMs },
    decision: { kind: "nudge", correction },
  };
}

function endPulse(drift: Drift, atMs: number): ReturnType<typeof considerDrift> {
  const quietUntilMs = atMs + driftLimits.quietAfterPulseMs;
  return {
    drift: { ...drift, errors: [], correction: 0, pulseEndsMs: null, quietUntilMs },
    decision: { kind: "nudge", correction: 0 },
  };
}

function jump(atMs: number): ReturnType<typeof considerDrift> {
  const quietUntilMs = atMs + driftLimits.quietAfterJumpMs;
  return {
    drift: { errors: [], correction: 0, quietUntilMs, pulseEndsMs: null, jumpedAtMs: atMs },
    decision: { kind: "jump" },
  };
}

function recent(errors: Drift["errors"], atMs: number): Drift["errors"] {
  return errors
    .slice(-driftLimits.window)
    .filter((seen) => atMs - seen.atMs <= driftLimits.windowMs);
}

function bounded(correction: number): number {
  const most = driftLimits.mostCorrection;
  return Math.max(-most, Math.min(most, correction));
}
