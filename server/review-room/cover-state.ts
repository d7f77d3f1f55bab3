import type { ParticipantId } from "#shared/domain/ids.ts";
import type { Cover } from "#shared/protocol/room-events.ts";

/** After this long without any coverer in the room, the others may lift the cover. */
export const liftableAfterMs = 60_000;

/** The cover of one room: who covers, in the order they did, and since when all of them are gone. */
export interface CoverState {
  readonly by: ParticipantId[];
  readonly allGoneSinceMs: number | null;
}

/** Nobody covers. */
export const uncovered: CoverState = { by: [], allGoneSinceMs: null };

/** The cover with one more coverer. Twice is once. */
export function putCover(cover: CoverState, who: ParticipantId): CoverState {
  if (cover.by.includes(who)) return { ...cover, allGoneSinceMs: null };
  return { by: [...cover.by, who], allGoneSinceMs: null };
}

/** The cover without `who`; when nobody who covers has been here for a minute, anybody lifts it whole. */
export function liftCover(cover: CoverState, who: ParticipantId, nowMs: number): CoverState {
  if (cover.by.includes(who)) return { ...cover, by: cover.by.filter((other) => other !== who) };
  return isLiftableByOthers(cover, nowMs) ? uncovered : cover;
}

/** Notes whether any coverer is here now, so that the minute can be counted. */
export function noteWhoIsHere(
  cover: CoverState,
  here: ReadonlySet<ParticipantId>,
  nowMs: number,
): CoverState {
  const allGone = cover.by.length > 0 && !cover.by.some((who) => here.has(who));
  if (!allGone) return cover.allGoneSinceMs === null ? cover : { ...cover, allGoneSinceMs: null };
  return cover.allGoneSinceMs === null ? { ...cover, allGoneSinceMs: nowMs } : cover;
}

/** Whether everybody who covers has been gone long enough for the others to uncover. */
export function isLiftableByOthers(cover: CoverState, nowMs: number): boolean {
  return cover.allGoneSinceMs !== null && nowMs - cover.allGoneSinceMs >= liftableAfterMs;
}

/** The cover as both screens are told of it. */
export function describeCover(cover: CoverState, nowMs: number): Cover {
  return { by: cover.by, liftableByOthers: isLiftableByOthers(cover, nowMs) };
}
