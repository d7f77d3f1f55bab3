import type { Stretch } from "#shared/studio/cut-plan.ts";

/** The least that the time line shows. */
const leastMs = 2_000;

/** How far one can go closer into a film so long: each step shows half as much. */
export function mostZoom(durationMs: number): number {
  return Math.max(0, Math.floor(Math.log2(durationMs / leastMs)));
}

/**
 * The stretch of film the time line shows: as the one before when the playhead is still in it, else with
 * the playhead a tenth from its start.
 */
export function windowAround(
  placeMs: number,
  zoom: number,
  durationMs: number,
  before: Stretch | null,
): Stretch {
  const lengthMs = durationMs / 2 ** Math.min(zoom, mostZoom(durationMs));
  const isSameLength = before !== null && Math.abs(before.endMs - before.startMs - lengthMs) < 1;
  if (isSameLength && placeMs >= before.startMs && placeMs <= before.endMs) return before;
  const share = isSameLength ? 0.1 : 0.5;
  const startMs = Math.min(Math.max(0, placeMs - lengthMs * share), durationMs - lengthMs);
  return { startMs, endMs: startMs + lengthMs };
}

/** The film times of the small pictures in a stretch, on a grid of their own so that they can be kept. */
export function thumbnailTimes({ startMs, endMs }: Stretch, count: number): number[] {
  const eachMs = (endMs - startMs) / Math.max(1, count);
  const grid = 2 ** Math.floor(Math.log2(eachMs));
  const stepMs = Math.max(40, grid * Math.ceil(eachMs / grid));
  const first = Math.floor(startMs / stepMs);
  const last = Math.ceil(endMs / stepMs);
  return Array.from({ length: last - first }, (_, n) => (first + n) * stepMs);
}
