import type { Sighting } from "./sightings.ts";

/** One callback of the browser about a picture, and the number its pixels held then. */
export interface Reading {
  readonly atMs: number;
  /** How many pictures the browser had presented by then. */
  readonly presentedCount: number;
  readonly number: number | null;
}

/**
 * The sightings in a page's readings. A busy page is called late: then the pixels are those of the next
 * picture already, which comes once more with its own callback; such a reading has the wrong instant and
 * counts as unread, as do pictures whose callback never came.
 */
export function readPictures(readings: readonly Reading[]): Sighting[] {
  const sightings: Sighting[] = [];
  let count = readings[0]?.presentedCount ?? 0;
  for (const [index, { atMs, presentedCount, number }] of readings.entries()) {
    if (number === null) continue;
    const stepped = number - (sightings.at(-1)?.number ?? number);
    const presented = presentedCount - count;
    if (stepped > presented && readings[index + 1]?.number === number) continue;
    sightings.push({ atMs, number, missed: Math.max(0, presented - 1) });
    count = presentedCount;
  }
  return sightings;
}
