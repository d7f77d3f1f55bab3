import type { AppContext } from "#server/context.ts";
import type { ReviewId } from "#shared/domain/ids.ts";
import { isPlannable, latestDeletionAfter } from "#shared/domain/journey-state.ts";
import type { PlannedEnd } from "#shared/domain/journey.ts";
import { fail, ok } from "#shared/lib/result.ts";
import type { Result } from "#shared/lib/result.ts";
import type { PlannedEndNews } from "#shared/protocol/planned-end-events.ts";

/** What both note in a review about the end of its journey: what is kept, who sees it, and until when. */
export interface PlannedEnds {
  /** Tells somebody who has come in what is noted. */
  greet(reviewId: ReviewId, tell: (news: PlannedEndNews) => void): Promise<void>;
  /** Keeps it first; then everybody in the room is told. */
  note(reviewId: ReviewId, end: PlannedEnd): Promise<Result<null, "not-found" | "end-day">>;
}

/** Keeps planned ends with their journeys; `tell` reaches everybody in a review's room. */
export function createPlannedEnds(parts: {
  readonly context: Pick<AppContext, "stores" | "log" | "clock">;
  readonly tell: (reviewId: ReviewId, news: PlannedEndNews) => void;
}): PlannedEnds {
  const { stores, log, clock } = parts.context;

  async function read(reviewId: ReviewId) {
    const review = await stores.reviews.find(reviewId);
    const journey = review === null ? null : await stores.journeys.read(review.journeyId);
    if (journey === null) return null;
    const { clipsKeptDays } = await stores.people.keptFor(journey.journeyId);
    return { journey, latest: latestDeletionAfter(journey, clipsKeptDays, clock.nowMs()) };
  }

  return {
    async greet(reviewId, tell) {
      try {
        const found = await read(reviewId);
        if (found !== null) tell({ ...found.journey.plannedEnd, latest: found.latest });
      } catch (error) {
        log.error({ reviewId, error }, "the planned end could not be read");
      }
    },
    async note(reviewId, end) {
      const found = await read(reviewId);
      if (found === null) return fail("not-found");
      const { journey, latest } = found;
      if (!isPlannable(end, latest, clock.nowMs())) return fail("end-day");
      await stores.journeys.planEnd(journey.journeyId, end);
      parts.tell(reviewId, { ...end, latest });
      return ok(null);
    },
  };
}
