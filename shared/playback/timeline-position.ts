import { clampFrame, frameStartMs } from "./frames.ts";
import type { FrameTable } from "./frames.ts";
import type { Timeline } from "./timeline.ts";

/** Between two rounds of a loop both pictures rest this long on its first frame, so that each round starts as one. */
export const loopTurnMs = 400;

/** The part of the clip that is played: a loop or the whole clip. Both frames belong to it. */
export interface Span {
  readonly firstFrame: number;
  readonly lastFrame: number;
  readonly endMs: number;
  /** After the end it begins again. */
  readonly repeats: boolean;
}

/** One way through the span, from a common start to its end. */
export interface Round {
  readonly fromFrame: number;
  readonly lastFrame: number;
  readonly startsAtServerMs: number;
  readonly endsAtServerMs: number;
  /** Another round follows, `loopTurnMs` after the end. */
  readonly repeats: boolean;
}

/** What the timeline plays of its clip. */
export function spanOf(timeline: Timeline, table: FrameTable): Span {
  const end = table.framesMs.length - 1;
  const firstFrame = timeline.loop === null ? 0 : clampFrame(table, timeline.loop.firstFrame);
  const lastFrame = timeline.loop === null ? end : clampFrame(table, timeline.loop.lastFrame);
  const endMs = lastFrame === end ? table.durationMs : frameStartMs(table, lastFrame + 1);
  return { firstFrame, lastFrame, endMs, repeats: timeline.repeat || timeline.loop !== null };
}

/**
 * The round a playing timeline is in at an instant; between two rounds, the one that comes. Null at rest.
 * Rounds follow from the first start alone, so that twenty rounds later nobody has drifted.
 */
export function roundAt(timeline: Timeline, table: FrameTable, atServerMs: number): Round | null {
  const { motion, rate } = timeline;
  if (motion.kind === "paused") return null;
  const { firstFrame, lastFrame, endMs, repeats } = spanOf(timeline, table);
  const lengthFrom = (frame: number) => (endMs - frameStartMs(table, frame)) / rate;
  const startsAtServerMs = motion.startsAtServerMs;
  const firstEndMs = startsAtServerMs + lengthFrom(motion.fromFrame);
  if (!repeats || atServerMs < firstEndMs) {
    const { fromFrame } = motion;
    return { fromFrame, lastFrame, startsAtServerMs, endsAtServerMs: firstEndMs, repeats };
  }
  const lengthMs = lengthFrom(firstFrame);
  const periodMs = lengthMs + loopTurnMs;
  const turnedMs = firstEndMs + Math.floor((atServerMs - firstEndMs) / periodMs) * periodMs;
  return {
    fromFrame: firstFrame,
    lastFrame,
    startsAtServerMs: turnedMs + loopTurnMs,
    endsAtServerMs: turnedMs + periodMs,
    repeats,
  };
}

/** Position in the clip at an instant, in fractional ms of the clip, never outside it. */
export function positionAt(timeline: Timeline, table: FrameTable, atServerMs: number): number {
  const { motion } = timeline;
  if (motion.kind === "paused") return frameStartMs(table, motion.frame);
  const round = roundAt(timeline, table, atServerMs);
  if (round === null) return 0;
  const elapsedMs = Math.max(0, atServerMs - round.startsAtServerMs) * timeline.rate;
  return Math.min(table.durationMs, frameStartMs(table, round.fromFrame) + elapsedMs);
}

/** The instant at which a playing timeline that does not begin again reaches its end; null otherwise. */
export function endsAtServerMs(timeline: Timeline, table: FrameTable): number | null {
  const round = roundAt(timeline, table, -Infinity);
  return round === null || round.repeats ? null : round.endsAtServerMs;
}
