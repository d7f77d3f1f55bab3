import type { JourneyId } from "#shared/domain/ids.ts";
import type { KeptJourney } from "#shared/domain/retention.ts";

/** What is kept of every journey and since when, and letting a journey go. */
export interface RetentionStore {
  listKept(): Promise<KeptJourney[]>;
  /** The journey with everything that is written of it. Its clips' files have to be gone by then. */
  removeJourney(journeyId: JourneyId): Promise<void>;
}
