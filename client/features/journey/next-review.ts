import type { Cycle, Journey, Review } from "#shared/domain/journey.ts";

/** A review with the cycle it belongs to. */
export interface ReviewInCycle {
  readonly review: Review;
  readonly cycle: Cycle;
}

/** The review that is open now, else the soonest planned one, else null. */
export function nextReview(journey: Journey): ReviewInCycle | null {
  const waiting = journey.cycles
    .flatMap((cycle) => cycle.reviews.map((review) => ({ review, cycle })))
    .filter(({ review }) => review.state !== "ended")
    .toSorted((one, other) => rank(one.review) - rank(other.review));
  return waiting[0] ?? null;
}

function rank(review: Review): number {
  return review.state === "live" ? -1 : review.startsAtMs;
}
