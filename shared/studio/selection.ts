import type { Stretch } from "./cut-plan.ts";

/** What a clip and a cycle may have; beyond the soft norms a hint is given, beyond the caps it is refused. */
export const clipNorms = {
  softLengthMs: 10_000,
  mostLengthMs: 60_000,
  softClips: 3,
  mostClips: 6,
} as const;

/** Cutting stops on whole pictures: so much beyond the soft length is not worth a hint. */
const graceMs = 500;

/** Whether a stretch is past the soft norm, which is hinted at and never refused. */
export function isLongStretch({ startMs, endMs }: Stretch): boolean {
  return endMs - startMs > clipNorms.softLengthMs + graceMs;
}

/** Why a stretch cannot be a clip. */
export type StretchRefusal = "ends-before-it-starts" | "outside-film" | "longer-than-a-minute";

/** Says why a stretch of film cannot be a clip; null when it can. */
export function stretchRefusal(stretch: Stretch, filmEndMs: number): StretchRefusal | null {
  const { startMs, endMs } = stretch;
  if (startMs < 0 || endMs > filmEndMs) return "outside-film";
  if (endMs <= startMs) return "ends-before-it-starts";
  return endMs - startMs > clipNorms.mostLengthMs ? "longer-than-a-minute" : null;
}

/** Reads a typed place, `m:ss.fff` or seconds, as whole ms; null when it is none. */
export function readPlaceMs(typed: string): number | null {
  const parts = /^(?:(\d{1,4}):([0-5]?\d)|(\d{1,6}))(?:[.,](\d{1,3}))?$/.exec(typed.trim());
  if (parts === null) return null;
  const [, minutes = "0", secondsOfMinute, seconds = "0", fraction = ""] = parts;
  const wholeSeconds = Number(minutes) * 60 + Number(secondsOfMinute ?? seconds);
  return wholeSeconds * 1000 + Number(fraction.padEnd(3, "0"));
}

/** Writes a place as `m:ss.fff`, the way `readPlaceMs` reads it. */
export function writePlaceMs(placeMs: number): string {
  const wholeMs = Math.round(placeMs);
  const minutes = Math.floor(wholeMs / 60_000);
  const seconds = ((wholeMs % 60_000) / 1000).toFixed(3).padStart(6, "0");
  return `${minutes}:${seconds}`;
}
