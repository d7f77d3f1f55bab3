/** How many tests went which way. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** The sum of nothing: where every tally begins. */
export const nothingRan: Tally;

/** Adds tallies up. */
export function addUp(tallies: readonly Tally[]): Tally;

/** Reads vitest's JSON report (`null` when it wrote none). */
export function tallyOfVitest(report: unknown, exitCode: number): Tally;

/** Reads Playwright Test's JSON report (`null` when it wrote none). */
export function tallyOfPlaywright(report: unknown, exitCode: number): Tally;

/** The titles of Playwright Test's JSON report, each with its file and the groups it stands in. */
export function titlesOfPlaywright(report: unknown): string[];

/** The titles of those that did not run, each with the reason that was given. */
export function skippedOfPlaywright(report: unknown): string[];

/** The last line of every run. */
export function closingLine(tally: Tally): string;
