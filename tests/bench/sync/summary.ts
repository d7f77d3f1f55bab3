import { addChecks, noClaims } from "./claims.ts";
import type { ClaimCheck } from "./claims.ts";
import type { CycleFigures } from "./measure-cycle.ts";
import { percentile, sum } from "./statistics.ts";

/** Median and 95th percentile, in ms. */
export interface Spread {
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

/** All cycles of one design over one line, as one row of figures. */
export interface Summary {
  readonly cycles: number;
  readonly difference: Spread;
  readonly sameShare: number;
  readonly nearShare: number;
  /** Of the time, in which pictures passed unread. */
  readonly unseenShare: number;
  readonly pausesSame: number;
  /** Cycles in which both came to rest in time, and ours said so. */
  readonly rested: number;
  readonly still: Spread;
  readonly presserStill: Spread;
  readonly moving: Spread;
  readonly hardSeeks: number;
  readonly claims: ClaimCheck;
  readonly clockErrorMs: number;
}

/** What `values` spread over. */
export const spreadOf = (values: readonly number[]): Spread => ({
  p50: percentile(values, 0.5),
  p95: percentile(values, 0.95),
  max: percentile(values, 1),
});

/** Sums up the cycles; without any, nothing is a number. A start that never came in step counts as endless. */
export function summarise(cycles: readonly CycleFigures[]): Summary {
  const shared = cycles.map((cycle) => cycle.shared);
  const seenMs = sum(shared.map((each) => each.seenMs));
  const unseenMs = sum(shared.map((each) => each.unseenMs));
  return {
    cycles: cycles.length,
    difference: spreadOf(cycles.flatMap((cycle) => cycle.differencesMs)),
    sameShare: sum(shared.map((each) => each.sameMs)) / seenMs,
    nearShare: sum(shared.map((each) => each.nearMs)) / seenMs,
    unseenShare: unseenMs / (seenMs + unseenMs),
    pausesSame: cycles.filter(({ frames }) => frames[0] !== null && frames[0] === frames[1]).length,
    rested: cycles.filter((cycle) => cycle.rested).length,
    still: spreadOf(cycles.map((cycle) => cycle.stillMs)),
    presserStill: spreadOf(cycles.map((cycle) => cycle.presserStillMs)),
    moving: spreadOf(cycles.map((cycle) => cycle.movingMs ?? Infinity)),
    hardSeeks: cycles.length === 0 ? Number.NaN : sum(cycles.map((cycle) => cycle.hardSeeks)),
    claims: cycles.map((cycle) => cycle.claims).reduce(addChecks, noClaims),
    clockErrorMs: Math.max(...cycles.map((cycle) => cycle.clockErrorMs)),
  };
}
