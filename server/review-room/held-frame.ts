import { frameAt } from "#shared/playback/frames.ts";
import { positionAt } from "#shared/playback/timeline-position.ts";
import type { Timeline, TimelineClip } from "#shared/playback/timeline.ts";

/** A picture that stands still is held within this time; an older frame is from before a move. */
const reachMs = 3_000;

/**
 * The frame to hold everybody on when one picture stands still: that picture's, when the film has come
 * by it in the last 3 s, or else the frame the film has reached.
 */
export function frameToHold(
  timeline: Timeline,
  clip: TimelineClip,
  reported: number | null,
  nowServerMs: number,
): number {
  const earliest = frameAt(clip, positionAt(timeline, clip, nowServerMs - reachMs));
  const reached = frameAt(clip, positionAt(timeline, clip, nowServerMs));
  if (reported === null) return reached;
  const hasTurned = earliest > reached; // into another round
  const isSince = reported >= earliest;
  const isUntil = reported <= reached;
  return (hasTurned ? isSince || isUntil : isSince && isUntil) ? reported : reached;
}
