import { clipTime } from "./clip-time.ts";
import { text } from "./text.ts";

/** Where a moment is, in words: its clip and the time in it, from milliseconds. */
export function momentPlace(clipTitle: string, positionMs: number): string {
  const place = clipTime(positionMs);
  return clipTitle === "" ? place : text("common.moment.at", { clip: clipTitle, place });
}
