/**
 * Between a clip's frames and its positions. Frame rate is never assumed: `framesMs[n]` is when frame n
 * starts, read from the file by the server; `durationMs` ends the last one.
 */
export interface FrameTable {
  readonly framesMs: readonly number[];
  readonly durationMs: number;
}

/** The frame a picture belongs to whose media time is `mediaTimeMs`: the last that has started (half a ms of slack). */
export function frameAt(table: FrameTable, mediaTimeMs: number): number {
  let low = 0;
  let high = table.framesMs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((table.framesMs[middle] ?? Infinity) <= mediaTimeMs + 0.5) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** When frame `frame` starts, in ms. Frames outside the clip are brought to its ends. */
export function frameStartMs(table: FrameTable, frame: number): number {
  return table.framesMs[clampFrame(table, frame)] ?? 0;
}

/** Where to seek so that exactly `frame` is shown: its middle, since a seek to its start may show the one before. */
export function frameMiddleMs(table: FrameTable, frame: number): number {
  const n = clampFrame(table, frame);
  const startMs = table.framesMs[n] ?? 0;
  const endMs = table.framesMs[n + 1];
  if (endMs !== undefined) return (startMs + endMs) / 2;
  const previousMs = table.framesMs[n - 1] ?? startMs - 2 * (table.durationMs - startMs);
  const likelyMs = startMs + (startMs - previousMs) / 2;
  const leftMs = table.durationMs - startMs;
  return leftMs > 0 ? Math.min(likelyMs, startMs + leftMs / 2) : likelyMs; // never onto the end itself
}

/** `frame` brought into 0 ... last. */
export function clampFrame(table: FrameTable, frame: number): number {
  return Math.max(0, Math.min(table.framesMs.length - 1, Math.trunc(frame)));
}
