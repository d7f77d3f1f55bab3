import type { ListedJourney } from "#shared/domain/cycle-line.ts";

/** What a guider's home says before the journeys themselves. */
export interface HomeFacts {
  /** The journey whose meeting is open now, else the one with the soonest; null when none is planned. */
  readonly next: { readonly journey: ListedJourney; readonly meeting: NextMeeting } | null;
  readonly going: readonly ListedJourney[];
  readonly ended: readonly ListedJourney[];
  /** How many clips are kept in all. */
  readonly clips: number;
  /** The first day (`YYYY-MM-DD`) by whose end clips of an ended journey go; null when none has one. */
  readonly removedOn: string | null;
}

/** A meeting that is planned or open. */
export type NextMeeting = NonNullable<ListedJourney["next"]>;

/** Reads a guider's journeys for the home page. */
export function homeFacts(journeys: readonly ListedJourney[]): HomeFacts {
  const going = journeys.filter(({ end }) => end === null);
  const ended = journeys.filter(({ end }) => end !== null);
  const meetings = going.flatMap((journey) =>
    journey.next === null ? [] : [{ journey, meeting: journey.next }],
  );
  const [next] = meetings.toSorted((one, other) => rank(one.meeting) - rank(other.meeting));
  const days = ended.flatMap(({ end, clips }) =>
    end === null || clips === 0 ? [] : end.deletesOn,
  );
  return {
    next: next ?? null,
    going,
    ended,
    clips: journeys.reduce((sum, { clips }) => sum + clips, 0),
    removedOn: days.toSorted()[0] ?? null,
  };
}

function rank({ state, startsAtMs }: NextMeeting): number {
  return state === "live" ? -1 : startsAtMs;
}

/** What to say at this hour of the day, 0 to 23. */
export function partOfDay(hour: number): "morning" | "afternoon" | "evening" {
  if (hour < 12) return "morning";
  return hour < 18 ? "afternoon" : "evening";
}
