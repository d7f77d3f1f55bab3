import { clipTime } from "#client/lib/clip-time.ts";
import { text } from "#client/lib/text.ts";
import { frameStartMs } from "#shared/playback/frames.ts";
import type { FrameTable } from "#shared/playback/frames.ts";
import { spanOf } from "#shared/playback/timeline-position.ts";
import type { Timeline } from "#shared/playback/timeline.ts";

/** A place in a clip with a tenth of a second: 0:03.2. */
export function clipTimeInTenths(positionMs: number): string {
  const tenths = Math.floor(Math.max(0, positionMs) / 100 + 0.01);
  return `${clipTime(tenths * 100)}.${tenths % 10}`;
}

/** Where a loop begins and ends, as people read it; with tenths where whole seconds say too little. */
export function loopTimes(timeline: Timeline, table: FrameTable): { from: string; to: string } {
  const { firstFrame, endMs } = spanOf(timeline, table);
  const fromMs = frameStartMs(table, firstFrame);
  const write = endMs - fromMs < 2_000 ? clipTimeInTenths : clipTime;
  return { from: write(fromMs), to: write(endMs) };
}

/** What the loop's chip says, in a few words where there is little room; null without a loop. */
export function loopWords(timeline: Timeline, table: FrameTable, isShort: boolean): string | null {
  if (timeline.loop === null) return null;
  const id = isShort ? "playback.loop-short" : "playback.loop-now";
  const times = loopTimes(timeline, table);
  if (timeline.rate === 1) return text(id, times);
  return text(`${id}-slow`, { ...times, pace: text(`playback.pace-${timeline.rate}`) });
}
