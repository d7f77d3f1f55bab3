import type { AccountId, CycleId, JourneyId, ReviewId } from "#shared/domain/ids.ts";
import type { NextFilm, ReviewKind } from "#shared/domain/journey.ts";
import type { ReviewState } from "#shared/domain/permissions.ts";

/** One shared review with what is needed to decide about it. */
export interface StoredReview {
  readonly reviewId: ReviewId;
  readonly cycleId: CycleId;
  readonly cycleNumber: number;
  readonly journeyId: JourneyId;
  readonly guiderId: AccountId;
  readonly startsAtMs: number;
  readonly kind: ReviewKind;
  readonly state: ReviewState;
  readonly locked: boolean;
  readonly practitionerFirst: boolean;
  /** No link leads into a review of an ended journey. */
  readonly journeyEnded: boolean;
}

/** The reviews, each of one cycle. */
export interface ReviewStore {
  add(
    review: { reviewId: ReviewId; cycleId: CycleId; startsAtMs: number; kind?: ReviewKind },
    atMs: number,
  ): Promise<void>;
  find(reviewId: ReviewId): Promise<StoredReview | null>;
  /** A review that has ended stays ended, whoever opens its room at that moment. */
  setState(reviewId: ReviewId, state: ReviewState, atMs: number): Promise<void>;
  setLocked(reviewId: ReviewId, locked: boolean): Promise<void>;
  setPractitionerFirst(reviewId: ReviewId, practitionerFirst: boolean): Promise<void>;
  /** What both noted of the next film; null when there is no such review. */
  nextFilm(reviewId: ReviewId): Promise<NextFilm | null>;
  noteNextFilm(reviewId: ReviewId, film: NextFilm): Promise<void>;
}
