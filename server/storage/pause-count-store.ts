import type { JourneyId, ReviewId } from "#shared/domain/ids.ts";
import type { PauseCount } from "#shared/protocol/supervision-routes.ts";

/** Who stopped the film how often, where that is counted; gone with the review. */
export interface PauseCountStore {
  /** Counts one more in a live review whose journey counts pauses; in any other nothing is kept. */
  add(reviewId: ReviewId, role: "guider" | "practitioner"): Promise<void>;
  /** Of the journey's reviews that have ended, the earliest first. */
  listOfJourney(journeyId: JourneyId): Promise<PauseCount[]>;
  /** Switched off, what was counted goes. */
  setOn(journeyId: JourneyId, isOn: boolean): Promise<void>;
}
