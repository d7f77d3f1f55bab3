/**
 * An estimate of the server's clock from pings. The sample that travelled fastest was delayed least, so
 * its offset is believed; a small change is slewed, so that a picture never jumps because a ping was
 * lucky. Both clocks are monotonic: a wrong wall clock has no part in it.
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
}

/** Samples kept: the first twenty come in a burst, the rest once a second. */
export const clockWindow = 40;
const burst = 20;
const slewBelowMs = 20;
const slewMsPerMs = 0.01;

/** Takes a sample in. `null` is a clock that knows nothing, as after a sleep or a reconnect. */
export function addClockSample(estimate: ClockEstimate | null, sample: ClockSample): ClockEstimate {
  const samples = [...(estimate?.samples ?? []), sample].slice(-clockWindow);
  const targetMs = offsetOf(fastest(samples));
  const atLocalMs = sample.receivedAtLocalMs;
  if (estimate === null) return { samples, usedMs: targetMs, slewFromLocalMs: atLocalMs, targetMs };
  const presentMs = offsetAt(estimate, atLocalMs);
  const settling = samples.length < burst;
  const slew = !settling && Math.abs(targetMs - presentMs) < slewBelowMs;
  return { samples, usedMs: slew ? presentMs : targetMs, slewFromLocalMs: atLocalMs, targetMs };
}

/** What to add to the local clock at that instant to have the server's, in ms. */
export function offsetAt(estimate: ClockEstimate, atLocalMs: number): number {
  const mayMoveMs = Math.max(0, atLocalMs - estimate.slewFromLocalMs) * slewMsPerMs;
  const leftMs = estimate.targetMs - estimate.usedMs;
  return estimate.usedMs + Math.max(-mayMoveMs, Math.min(mayMoveMs, leftMs));
}

/** The most the estimate can be off by: half of the fastest round trip, in ms. */
export function clockErrorMs(estimate: ClockEstimate): number {
  return roundTripOf(fastest(estimate.samples)) / 2;
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

function fastest(samples: readonly ClockSample[]): ClockSample {
  return samples.reduce((best, sample) =>
    roundTripOf(sample) < roundTripOf(best) ? sample : best,
  );
}

function roundTripOf(sample: ClockSample): number {
  return sample.receivedAtLocalMs - sample.sentAtLocalMs;
}

function offsetOf(sample: ClockSample): number {
  return sample.serverNowMs - (sample.sentAtLocalMs + sample.receivedAtLocalMs) / 2;
}
