import { clipTime } from "#client/lib/clip-time.ts";

/** A place told from others in the same second: 0:12.4. */
export function preciseTime(positionMs: number): string {
  return `${clipTime(positionMs)}.${Math.floor((positionMs % 1000) / 100)}`;
}

/** From where to where: 0:12–0:14; tenths of a second where both are in the same one. */
export function rangeTime(startMs: number, endMs: number): string {
  const isShort = clipTime(startMs) === clipTime(endMs);
  const words = isShort ? preciseTime : clipTime;
  return `${words(startMs)}–${words(endMs)}`;
}
