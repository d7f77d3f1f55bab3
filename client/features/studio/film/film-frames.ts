import { clampFrame, frameAt, frameStartMs } from "#shared/playback/frames.ts";
import type { FrameTable } from "#shared/playback/frames.ts";

/** The pictures of a film in the order they are shown, counted from 0. Times are film time, fractional ms. */
export interface FilmFrames {
  readonly count: number;
  /** When the last one ends. */
  readonly durationMs: number;
  startMs(index: number): number;
  /** When the next one begins. */
  endMs(index: number): number;
  /** The picture shown at this time; times outside the film are brought to its ends. */
  indexAt(filmMs: number): number;
}

/** A packet of the film's picture, as the file has it: in the order of decoding, in seconds. */
export interface TimedPacket {
  readonly timestamp: number;
  readonly duration: number;
}

/** Where a file does not say how long its only or last picture stays. */
const likelyStayMs = 40;

/** The times of a film's pictures from its packets. What would be shown before 0 is never shown. */
export function frameTableOf(packets: readonly TimedPacket[]): FrameTable {
  const inOrder = packets.toSorted((one, other) => one.timestamp - other.timestamp);
  const last = inOrder.at(-1);
  if (last === undefined) return { framesMs: [], durationMs: 0 };
  const startsMs = inOrder.map(({ timestamp }) => timestamp * 1000);
  const beforeLastMs = startsMs.at(-2) ?? last.timestamp * 1000 - likelyStayMs;
  const lastStaysMs = last.duration * 1000 || last.timestamp * 1000 - beforeLastMs;
  const durationMs = last.timestamp * 1000 + lastStaysMs;
  const shown = startsMs.filter((_, n) => (startsMs[n + 1] ?? durationMs) > 0);
  return { framesMs: shown.map((startMs) => Math.max(0, startMs)), durationMs };
}

/** A film's pictures by their number. */
export function createFilmFrames(table: FrameTable): FilmFrames {
  return {
    count: table.framesMs.length,
    durationMs: table.durationMs,
    startMs: (index) => frameStartMs(table, index),
    endMs: (index) => table.framesMs[clampFrame(table, index) + 1] ?? table.durationMs,
    indexAt: (filmMs) => frameAt(table, filmMs),
  };
}
