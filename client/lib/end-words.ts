import { lastMsOf } from "#shared/domain/journey-state.ts";
import type { JourneyEnd } from "#shared/domain/journey.ts";
import { writtenDayWords } from "./dates.ts";
import { text } from "./text.ts";

/** Until when a journey's clips are kept, in one sentence: by the rule while it goes on, then by the day agreed. */
export function endWords(
  end: Pick<JourneyEnd, "deletesOn"> | null,
  clipsKeptDays: number,
  nowMs: number,
): string {
  if (end === null) return text("end.notYet", { days: clipsKeptDays });
  const isPast = nowMs > lastMsOf(end.deletesOn);
  return text(isPast ? "end.gone" : "end.day", { day: writtenDayWords(end.deletesOn) });
}
