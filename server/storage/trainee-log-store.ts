import type { AccountId, JourneyId, ReviewId, SupervisionId } from "#shared/domain/ids.ts";
import type { GuiderStage, HeldReview, Supervision } from "#shared/domain/trainee-log.ts";

/** A review that a guider held, with the sealed working point when there is one. */
export interface StoredHeldReview extends Omit<HeldReview, "workingPoint"> {
  readonly sealed: Uint8Array | null;
}

/** What guiders keep for their own training; working points go with their review. */
export interface TraineeLogStore {
  stageOf(accountId: AccountId): Promise<GuiderStage>;
  setStage(accountId: AccountId, stage: GuiderStage): Promise<void>;
  addSupervision(
    supervision: Supervision & { readonly accountId: AccountId },
    atMs: number,
  ): Promise<void>;
  /** Another guider's stays where it is. */
  removeSupervision(accountId: AccountId, supervisionId: SupervisionId): Promise<void>;
  /** By their day, the earliest first. */
  supervisionsOf(accountId: AccountId): Promise<Supervision[]>;
  /** The earliest first; a talk about what is hoped for is no review. */
  heldReviewsOf(accountId: AccountId): Promise<StoredHeldReview[]>;
  /** Replaces an earlier one; null takes it away. */
  keepWorkingPoint(reviewId: ReviewId, sealed: Uint8Array | null, atMs: number): Promise<void>;
  workingPointsOf(journeyId: JourneyId): Promise<{ reviewId: ReviewId; sealed: Uint8Array }[]>;
}
