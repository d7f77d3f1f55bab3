import type { ClipId, JourneyId } from "./ids.ts";
import type { JourneyEnd } from "./journey.ts";
import { lastMsOf } from "./journey-state.ts";

/** What is known of a journey to say what of it is due. */
export interface KeptJourney {
  readonly journeyId: JourneyId;
  readonly end: Pick<JourneyEnd, "endedAtMs" | "deletesOn"> | null;
  /** How many months after the end its organisation keeps words. */
  readonly wordsKeptMonths: number;
  readonly clips: readonly { readonly clipId: ClipId; readonly addedAtMs: number }[];
  /** When the reviews that are open now were to begin, epoch UTC. */
  readonly liveSinceMs: readonly number[];
}

/** Why something is due: the day agreed at the end, a clip's age, or the time words are kept. */
export type DueReason = "agreed-day" | "oldest-age" | "words-kept";

/** What of a journey is due: some clips; or everything, words and all. */
export interface Due {
  readonly clips: readonly { readonly clipId: ClipId; readonly reason: DueReason }[];
  readonly isWhole: boolean;
}

/** No clip is ever older than so many months, however long its journey goes on. */
export const clipsOldestMonths = 12;

const dayMs = 86_400_000;

/** What is due at that instant (epoch UTC): nothing while something holds it. */
export function dueOf(journey: KeptJourney, nowMs: number): Due {
  if (isHeld(journey, nowMs)) return { clips: [], isWhole: false };
  const { end, wordsKeptMonths } = journey;
  const isWhole = end !== null && nowMs >= monthsAfter(end.endedAtMs, wordsKeptMonths);
  const isPastDay = end !== null && nowMs > lastMsOf(end.deletesOn);
  const reasonOf = (addedAtMs: number): DueReason | null => {
    if (isPastDay) return "agreed-day";
    if (nowMs >= monthsAfter(addedAtMs, clipsOldestMonths)) return "oldest-age";
    return isWhole ? "words-kept" : null;
  };
  const clips = journey.clips.flatMap(({ clipId, addedAtMs }) => {
    const reason = reasonOf(addedAtMs);
    return reason === null ? [] : [{ clipId, reason }];
  });
  return { clips, isWhole };
}

/**
 * The one place where something keeps what is due: a review that goes on now. One that was left open
 * holds nothing back for longer than a day.
 */
export function isHeld({ liveSinceMs }: Pick<KeptJourney, "liveSinceMs">, nowMs: number): boolean {
  return liveSinceMs.some((startsAtMs) => nowMs < startsAtMs + dayMs);
}

/** The same day of a later month, or that month's last. */
function monthsAfter(atMs: number, months: number): number {
  const from = new Date(atMs);
  const to = new Date(atMs);
  to.setUTCDate(1);
  to.setUTCMonth(from.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(to.getUTCFullYear(), to.getUTCMonth() + 1, 0)).getUTCDate();
  to.setUTCDate(Math.min(from.getUTCDate(), lastDay));
  return to.getTime();
}
