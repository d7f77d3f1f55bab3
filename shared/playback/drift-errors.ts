/** What many errors of a moving picture say, each being uncertain by the screen's beat. Pure. */

/** The error of one presented picture: picture minus timeline, in ms of waiting time. */
export interface SeenError {
  readonly atMs: number;
  readonly errorMs: number;
}

/** How often a usual screen shows a new picture, in ms. */
export const screenBeatMs = 1000 / 60;
const spans = [4, 8, 16];
const usual = { count: 7, least: 3, windowMs: 450 };

/** The middle of the last errors in ms, or null while there are too few to tell. */
export function medianOfLastMs(errors: readonly SeenError[]): number | null {
  const last = errors.slice(-usual.count);
  const untilMs = last.at(-1)?.atMs ?? 0;
  const recent = last.filter(({ atMs }) => untilMs - atMs <= usual.windowMs);
  if (recent.length < usual.least) return null;
  return sortedErrors(recent)[recent.length >> 1] ?? null;
}

/** The last few errors, and more and more of them: a stall is seen soon, a small distance in time. */
export function spansOf(settled: readonly SeenError[]): (readonly SeenError[])[] {
  const shorter = spans.filter((count) => count < settled.length);
  return [...shorter.map((count) => settled.slice(-count)), settled];
}

/** Surely off: by more than chance, and by more than pictures on the screen's beat can be placed. */
export function isOff(span: readonly SeenError[], toleranceMs: number, chanceMs: number): boolean {
  const leastMs = toleranceMs + Math.max(0, screenBeatMs - spreadOf(span)) / 2;
  return Math.abs(middleMean(sortedErrors(span))) > Math.max(leastMs, chanceMs);
}

/** From the lowest to the highest, without the outer tenths, in ms. */
export function spreadOf(span: readonly SeenError[]): number {
  const sorted = sortedErrors(span);
  const cut = Math.floor(sorted.length / 10);
  return (sorted.at(-1 - cut) ?? 0) - (sorted[cut] ?? 0);
}

/** The usual error of a span, at its middle instant. */
export function middleOf(span: readonly SeenError[]): SeenError {
  const atMs = span.reduce((sum, seen) => sum + seen.atMs, 0) / span.length;
  return { atMs, errorMs: middleMean(sortedErrors(span)) };
}

function sortedErrors(errors: readonly SeenError[]): number[] {
  return errors.map(({ errorMs }) => errorMs).sort((a, b) => a - b);
}

/** The mean without the outer fifths: what was shown or told late has no part in it. */
function middleMean(sorted: readonly number[]): number {
  const cut = Math.floor(sorted.length / 5);
  const kept = sorted.slice(cut, sorted.length - cut);
  return kept.reduce((sum, errorMs) => sum + errorMs, 0) / kept.length;
}
