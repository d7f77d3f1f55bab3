/**
 * An estimate of the server's clock from pings. Each ping bounds the offset from both sides: the server
 * cannot have answered before it was asked, nor after the answer came. The fastest way there and the
 * fastest way back of all that are kept give the tightest bounds, and their middle is believed. A small
 * change is slewed, so that a picture never jumps because a ping was lucky. Both clocks are monotonic: a
 * wrong wall clock has no part in it.
 */

/** One ping: when it left and came back on the local clock, and what the server's clock said between. */
export interface ClockSample {
  readonly sentAtLocalMs: number;
  readonly receivedAtLocalMs: number;
  readonly serverNowMs: number;
}

/** What is known of the server's clock, and how surely. */
export interface ClockEstimate {
  readonly samples: readonly ClockSample[];
  /** Server clock minus local clock, as used at `slewFromLocalMs`, moving towards `targetMs`. */
  readonly usedMs: number;
  readonly slewFromLocalMs: number;
  readonly targetMs: number;
  /** The first sure estimate, from which the pace of the two clocks is told. */
  readonly first: { readonly atLocalMs: number; readonly offsetMs: number } | null;
}

/** Samples kept: the first twenty come in a burst, the rest once a second. */
export const clockWindow = 40;
const burst = 20;
const slewBelowMs = 20;
const slewMsPerMs = 0.01;
/** Two clocks may go apart by so much, so what a ping told grows vague with its age. */
const vagueMsPerMs = 0.000_03;
/** Only after so long without a ping is the pace of the two clocks believed more than the last estimate. */
const paceAfterMs = 60_000;

interface Bounds {
  readonly leastMs: number;
  readonly mostMs: number;
}

/** Takes a sample in. `null` is a clock that knows nothing, as after a sleep or a reconnect. */
export function addClockSample(estimate: ClockEstimate | null, sample: ClockSample): ClockEstimate {
  const kept = [...(estimate?.samples ?? []), sample].slice(-clockWindow);
  const { samples, bounds } = agreeing(kept);
  const targetMs = (bounds.leastMs + bounds.mostMs) / 2;
  const atLocalMs = sample.receivedAtLocalMs;
  const settling = samples.length < burst;
  const first = settling ? null : (estimate?.first ?? { atLocalMs, offsetMs: targetMs });
  const next = { samples, slewFromLocalMs: atLocalMs, targetMs, first };
  if (estimate === null) return { ...next, usedMs: targetMs };
  const presentMs = offsetAt(estimate, atLocalMs);
  const slew = !settling && Math.abs(targetMs - presentMs) < slewBelowMs;
  return { ...next, usedMs: slew ? presentMs : targetMs };
}

/** What to add to the local clock at that instant to have the server's, in ms. */
export function offsetAt(estimate: ClockEstimate, atLocalMs: number): number {
  const mayMoveMs = Math.max(0, atLocalMs - estimate.slewFromLocalMs) * slewMsPerMs;
  const leftMs = estimate.targetMs - estimate.usedMs;
  const slewedMs = estimate.usedMs + Math.max(-mayMoveMs, Math.min(mayMoveMs, leftMs));
  const silentMs = atLocalMs - estimate.slewFromLocalMs;
  return silentMs < paceAfterMs ? slewedMs : slewedMs + silentMs * paceOf(estimate);
}

/** The most the estimate can be off by: half of what the bounds leave open, in ms. */
export function clockErrorMs(estimate: ClockEstimate): number {
  const { leastMs, mostMs } = boundsOf(estimate.samples);
  return (mostMs - leastMs) / 2;
}

/** The round trip that all but one in twenty samples of the window stayed under, in ms. */
export function slowRoundTripMs(estimate: ClockEstimate): number {
  const sorted = estimate.samples.map(roundTripOf).sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))] ?? 0;
}

/** Whether the machine slept between two readings: its two clocks have gone on by different lengths. */
export function hasSlept(monotonicPassedMs: number, wallPassedMs: number): boolean {
  return Math.abs(wallPassedMs - monotonicPassedMs) > 500;
}

/** The newest samples that can all be true: after a clock was set, the ones before it cannot. */
function agreeing(samples: readonly ClockSample[]): {
  readonly samples: readonly ClockSample[];
  readonly bounds: Bounds;
} {
  const bounds = boundsOf(samples);
  if (bounds.leastMs <= bounds.mostMs || samples.length < 2) return { samples, bounds };
  return agreeing(samples.slice(1));
}

/** Between what the offset must be. */
function boundsOf(samples: readonly ClockSample[]): Bounds {
  const nowMs = samples.at(-1)?.receivedAtLocalMs ?? 0;
  const vagueMs = (sample: ClockSample) => (nowMs - sample.receivedAtLocalMs) * vagueMsPerMs;
  const least = samples.map((one) => one.serverNowMs - one.receivedAtLocalMs - vagueMs(one));
  const most = samples.map((one) => one.serverNowMs - one.sentAtLocalMs + vagueMs(one));
  return { leastMs: Math.max(...least), mostMs: Math.min(...most) };
}

/** By how much the offset has grown for each ms, when it has been watched for long enough to tell. */
function paceOf({ first, targetMs, slewFromLocalMs }: ClockEstimate): number {
  const watchedMs = first === null ? 0 : slewFromLocalMs - first.atLocalMs;
  return first === null || watchedMs < paceAfterMs ? 0 : (targetMs - first.offsetMs) / watchedMs;
}

function roundTripOf(sample: ClockSample): number {
  return sample.receivedAtLocalMs - sample.sentAtLocalMs;
}
