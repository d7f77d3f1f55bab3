import { boardLimits } from "#shared/board/board-doc.ts";
import type { Anchor } from "#shared/board/board-doc.ts";
import { fail, ok } from "#shared/lib/result.ts";
import type { Result } from "#shared/lib/result.ts";

/** Why the picture shown cannot be marked: none is there, or of another clip, or too early, or one turn more. */
export type MarkRefusal = "no-picture" | "other-clip" | "too-early" | "turns-full";

/** The last frame of a moment's range: the picture shown now, when it comes after the moment in its clip. */
export function endAt(anchor: Anchor, now: Anchor | null): Result<number, MarkRefusal> {
  const refusal = clipRefusal(anchor, now);
  if (refusal !== null || now === null) return fail(refusal ?? "no-picture");
  return now.frame > anchor.frame ? ok(now.frame) : fail("too-early");
}

/** The turns with one more, which begins at the picture shown now; each place once, in order. */
export function withTurnAt(
  turnFrames: readonly number[],
  anchor: Anchor,
  now: Anchor | null,
): Result<number[], MarkRefusal> {
  const refusal = clipRefusal(anchor, now);
  if (refusal !== null || now === null) return fail(refusal ?? "no-picture");
  const frames = [...new Set([...turnFrames, now.frame])].sort((a, b) => a - b);
  return frames.length > boardLimits.turns ? fail("turns-full") : ok(frames);
}

function clipRefusal(anchor: Anchor, now: Anchor | null): MarkRefusal | null {
  if (now === null) return "no-picture";
  const isSame = now.clipId === anchor.clipId && now.clipRev === anchor.clipRev;
  return isSame ? null : "other-clip";
}
