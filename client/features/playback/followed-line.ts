import { clampFrame, frameMiddleMs, frameStartMs } from "#shared/playback/frames.ts";
import { roundAt, spanOf } from "#shared/playback/timeline-position.ts";
import type { Round } from "#shared/playback/timeline-position.ts";
import type { Timeline, TimelineClip } from "#shared/playback/timeline.ts";

const mostBeforeEndMs = 20;

/** A playing timeline with the clip it plays. */
export interface Line {
  readonly timeline: Timeline;
  readonly clip: TimelineClip;
  readonly hasSound: boolean;
  readonly fromFrame: number;
  readonly startsAtServerMs: number;
}

/** The line of a playing timeline, null for a paused one. */
export function lineOf(timeline: Timeline, clip: TimelineClip, hasSound: boolean): Line | null {
  const { motion } = timeline;
  if (motion.kind === "paused") return null;
  const fromFrame = clampFrame(clip, motion.fromFrame);
  return { timeline, clip, hasSound, fromFrame, startsAtServerMs: motion.startsAtServerMs };
}

/** Whether a line is the one that is followed already. */
export function isSameLine(a: Line | null, b: Line): boolean {
  if (a === null) return false;
  return a.timeline.epoch === b.timeline.epoch && a.timeline.revision === b.timeline.revision;
}

/** The round a line is in, or the one that comes next. */
export function roundOf(
  { timeline, clip, fromFrame, startsAtServerMs }: Line,
  atServerMs: number,
): Round {
  const round = roundAt(timeline, clip, atServerMs);
  if (round !== null) return round;
  const { lastFrame } = spanOf(timeline, clip);
  const endsAtServerMs = startsAtServerMs;
  return { fromFrame, lastFrame, startsAtServerMs, endsAtServerMs, repeats: false };
}

/** Where the picture belongs in a round at an instant, in ms of the clip; beyond its end, the line goes on. */
export function placeInRound({ timeline, clip }: Line, round: Round, atServerMs: number): number {
  const elapsedMs = (atServerMs - round.startsAtServerMs) * timeline.rate;
  return frameStartMs(clip, round.fromFrame) + elapsedMs;
}

/** When to stop so that the last frame of a round stays and the one after it is never seen. */
export function stopsAtServerMs({ timeline, clip }: Line, round: Round): number {
  const { endMs } = spanOf(timeline, clip);
  const halfFrameMs = (endMs - frameMiddleMs(clip, round.lastFrame)) / timeline.rate;
  return round.endsAtServerMs - Math.min(halfFrameMs, mostBeforeEndMs);
}
