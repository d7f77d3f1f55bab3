/** How a row of the table stands. A miss on a machine that was not calm proves nothing; "-" where nothing was wanted. */
export type Verdict = "met" | "not met" | "inconclusive" | "not measured" | "-";

/** One row: what was found beside what was wanted. */
export interface Row {
  readonly quantity: string;
  readonly found: string;
  readonly target: string;
  readonly verdict: Verdict;
}

/** One value that must not be above its limit (or, for a share, below it). */
export interface Demand {
  readonly value: number;
  readonly limit: number;
  readonly wants: "at most" | "at least" | "below";
}

/** Judges a row by its demands. Figures that are not there are never taken for met. */
export function judge(demands: readonly Demand[], wasCalm: boolean): Verdict {
  if (demands.some(({ value, limit }) => Number.isNaN(value) || Number.isNaN(limit))) {
    return "not measured";
  }
  if (demands.every(isMet)) return "met";
  return wasCalm ? "not met" : "inconclusive";
}

function isMet({ value, limit, wants }: Demand): boolean {
  switch (wants) {
    case "at most":
      return value <= limit;
    case "at least":
      return value >= limit;
    case "below":
      return value < limit;
  }
}

/** It must be at most this. */
export const atMost = (value: number, limit: number): Demand => ({
  value,
  limit,
  wants: "at most",
});
/** It must be at least this. */
export const atLeast = (value: number, limit: number): Demand => ({
  value,
  limit,
  wants: "at least",
});
/** It must be less than this. */
export const below = (value: number, limit: number): Demand => ({ value, limit, wants: "below" });
