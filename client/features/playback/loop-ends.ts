import { frameAt, frameStartMs } from "#shared/playback/frames.ts";
import type { FrameTable } from "#shared/playback/frames.ts";
import { loopLimits } from "#shared/playback/timeline.ts";

/** The two ends of a loop; both frames belong to it. */
export interface LoopEnds {
  readonly firstFrame: number;
  readonly lastFrame: number;
}

/** The loop with one end moved to `frame`, or as near to it as its shortest and longest length allow. */
export function moveLoopEnd(
  loop: LoopEnds,
  end: keyof LoopEnds,
  frame: number,
  table: FrameTable,
): LoopEnds {
  const { firstFrame, lastFrame } = loop;
  const frames = Array.from(table.framesMs, (_, n) => ({ firstFrame, lastFrame, [end]: n }));
  const fitting = frames.filter((one) => fits(one, table));
  const off = (one: LoopEnds) => Math.abs(one[end] - frame);
  return fitting.reduce((best, one) => (off(one) < off(best) ? one : best), fitting[0] ?? loop);
}

/** Where an end of the loop stands in the clip: the start of its first frame, or the end of its last. */
export function loopEndMs(loop: LoopEnds, end: keyof LoopEnds, table: FrameTable): number {
  if (end === "firstFrame") return frameStartMs(table, loop.firstFrame);
  const isLast = loop.lastFrame >= table.framesMs.length - 1;
  return isLast ? table.durationMs : frameStartMs(table, loop.lastFrame + 1);
}

/** The frame to which an end belongs that stands at a place in the clip. */
export function loopFrameAt(positionMs: number, end: keyof LoopEnds, table: FrameTable): number {
  const frame = frameAt(table, positionMs);
  return end === "firstFrame" || positionMs >= table.durationMs ? frame : Math.max(0, frame - 1);
}

function fits(loop: LoopEnds, table: FrameTable): boolean {
  const lengthMs = loopEndMs(loop, "lastFrame", table) - loopEndMs(loop, "firstFrame", table);
  return lengthMs >= loopLimits.leastMs && lengthMs <= loopLimits.mostMs;
}
