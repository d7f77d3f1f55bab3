import type { ClipMark } from "#shared/domain/clip.ts";

/** Where somebody is in which clip, and whether it plays. */
export interface ClipPlace {
  readonly clipId: string;
  readonly positionMs: number;
  readonly isPlaying: boolean;
}

/** Two places further apart are a jump, not a step: what lies between was not looked at. */
const stepMs = 2_500;
/** After a jump what was to be seen just before is read as well: the place is told in beats, not in frames. */
const landingMs = 250;

/** The mark to read out when the clip went from one place to the next: played past, stepped over, or jumped to. */
export function markToRead(
  marks: readonly ClipMark[],
  before: ClipPlace | null,
  next: ClipPlace,
): ClipMark | null {
  const landed = () => lastWithin(marks, next.positionMs - landingMs, next.positionMs);
  if (before?.clipId !== next.clipId) return landed();
  const byMs = next.positionMs - before.positionMs;
  if (Math.abs(byMs) > stepMs) return landed();
  if (byMs >= 0) return lastWithin(marks, before.positionMs, next.positionMs);
  if (!before.isPlaying && !next.isPlaying) {
    return marks.find(({ atMs }) => next.positionMs <= atMs && atMs < before.positionMs) ?? null;
  }
  // A pause settles on a frame a little before the place it was pressed at.
  return byMs > -landingMs ? null : landed();
}

function lastWithin(marks: readonly ClipMark[], afterMs: number, upToMs: number): ClipMark | null {
  return marks.findLast(({ atMs }) => afterMs < atMs && atMs <= upToMs) ?? null;
}
