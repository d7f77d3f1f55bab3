/**
 * What is learned of one browser's player, for clips with sound and for those without apart: how late it
 * starts, what a pair of rate writes costs, how far off its clock runs, and whether it obeys a nudge at
 * all. Chosen by what is seen, never by the browser's name. It outlives each line.
 */
export interface DriftProfile {
  /** `step`: nudges have shown no effect; only rare jumps are left, until nudging is tried again. */
  readonly kind: "nudge" | "step";
  readonly stepUntilMs: number;
  /** How long the next such rest from nudging is. */
  readonly stepForMs: number;
  /** Nudges in a row without their effect. */
  readonly misses: number;
  /** What a rate written and taken back loses, in ms of the clip. */
  readonly lossMs: number;
  readonly mostLossMs: number;
  /** By how much the rate is changed for good, since this player's clock runs slow or fast. */
  readonly trim: number;
  /** The last start latencies, in ms. */
  readonly startsMs: readonly number[];
  /** Over how many ms its errors scatter while nothing is wrong: a machine with much to draw skips beats. */
  readonly scatterMs: number;
}

/** A pulse that has ended: where it began, and how far it should have moved the picture. */
export interface Pulse {
  readonly fromErrorMs: number;
  readonly moveMs: number;
}

const firstStartLatencyMs = 17;
const mostStartLatencyMs = 400;
const startsKept = 5;
const earliestStartMs = -20;
const missesToStep = 5;
const firstStepForMs = 60_000;
const mostStepForMs = 600_000;
/** A smaller move could be chance. */
const tellingMoveMs = 25;
const effect = { least: 0.4, most: 1.8 };
const learning = 0.3;
const scatterLearning = 0.1;
const mostTrim = 0.03;
const trimLearnedInMs = 4_000;
const tooFarForPaceMs = 25;

/** A browser of which nothing is known yet; 15 ms for each write is what Chromium loses with sound. */
export function firstProfile(hasSound: boolean): DriftProfile {
  return {
    kind: "nudge",
    stepUntilMs: -Infinity,
    stepForMs: firstStepForMs,
    misses: 0,
    lossMs: hasSound ? 30 : 0,
    mostLossMs: hasSound ? 60 : 12,
    trim: 0,
    startsMs: [],
    scatterMs: 0,
  };
}

/** How long this browser's picture takes from `play()` until it moves, in ms: the middle of the last starts. */
export function startLatencyMs({ startsMs }: DriftProfile): number {
  const sorted = startsMs.toSorted((a, b) => a - b);
  const low = sorted[(sorted.length - 1) >> 1] ?? firstStartLatencyMs;
  const high = sorted[sorted.length >> 1] ?? firstStartLatencyMs;
  return (low + high) / 2;
}

/** Takes in how late the picture really began to move after `play()`. */
export function learnStart(profile: DriftProfile, latencyMs: number): DriftProfile {
  if (latencyMs > mostStartLatencyMs) return profile; // something else was in the way
  return {
    ...profile,
    startsMs: [...profile.startsMs, Math.max(earliestStartMs, latencyMs)].slice(-startsKept),
  };
}

/** Takes in over how many ms its last errors scattered. */
export function learnScatter(profile: DriftProfile, spreadMs: number): DriftProfile {
  const scatterMs = profile.scatterMs + scatterLearning * (spreadMs - profile.scatterMs);
  return { ...profile, scatterMs };
}

/** Takes in where a pulse has landed. */
export function learnPulse(
  profile: DriftProfile,
  pulse: Pulse,
  landedMs: number,
  atMs: number,
): DriftProfile {
  const ratio = (landedMs - pulse.fromErrorMs + profile.lossMs) / pulse.moveMs;
  const isTelling = Math.abs(pulse.moveMs) >= tellingMoveMs;
  if (isTelling && (ratio < effect.least || ratio > effect.most)) return learnMiss(profile, atMs);
  const missedMs = landedMs - (pulse.fromErrorMs + pulse.moveMs - profile.lossMs);
  const lossMs = Math.max(0, Math.min(profile.mostLossMs, profile.lossMs - learning * missedMs));
  return { ...profile, lossMs, misses: isTelling ? 0 : profile.misses };
}

/** A nudge had no effect, or stopped the picture. After five in a row, nudging rests; one more later is enough. */
export function learnMiss(profile: DriftProfile, atMs: number): DriftProfile {
  const misses = profile.misses + 1;
  if (misses < missesToStep) return { ...profile, misses };
  return {
    ...profile,
    kind: "step",
    misses: missesToStep - 1,
    stepUntilMs: atMs + profile.stepForMs,
    stepForMs: Math.min(mostStepForMs, profile.stepForMs * 2),
  };
}

/** Takes in how far the picture went off its line in so long without a pulse. The longer, the surer. */
export function learnPace(profile: DriftProfile, movedMs: number, inMs: number): DriftProfile {
  if (Math.abs(movedMs) > tooFarForPaceMs) return profile; // a stall, or a hand
  const sureness = Math.min(1, inMs / trimLearnedInMs) / 2;
  const trim = profile.trim - (movedMs / inMs) * sureness;
  return { ...profile, trim: Math.max(-mostTrim, Math.min(mostTrim, trim)) };
}
