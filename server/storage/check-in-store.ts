import type { CheckInMoment } from "#shared/domain/check-in.ts";
import type { PersonId, ReviewId } from "#shared/domain/ids.ts";

/** Whose check-in, and when; a follow-up belongs to no review. */
export interface StoredCheckInPlace {
  readonly personId: PersonId;
  readonly reviewId: ReviewId | null;
  readonly moment: CheckInMoment;
}

/** A check-in as it is stored: sealed. */
export interface StoredCheckIn extends StoredCheckInPlace {
  readonly sealed: Uint8Array;
  readonly isShared: boolean;
  readonly changedAtMs: number;
}

/** Check-ins of practitioners; they go with their person. */
export interface CheckInStore {
  /** Replaces the one of the same moment, and leaves it shared or not as it was. */
  keep(place: StoredCheckInPlace, sealed: Uint8Array, atMs: number): Promise<void>;
  setShared(place: StoredCheckInPlace, isShared: boolean): Promise<void>;
  listOf(personId: PersonId): Promise<StoredCheckIn[]>;
}
