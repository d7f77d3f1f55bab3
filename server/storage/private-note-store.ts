import type { ObservationId, ParticipantId, ReviewId } from "#shared/domain/ids.ts";

/** Whose note it is and on what: one moment, or (null) the review as a whole. */
export interface NotePlace {
  readonly reviewId: ReviewId;
  readonly participantId: ParticipantId;
  readonly observationId: ObservationId | null;
}

/** A private note as it is stored: sealed. */
export interface StoredNote extends NotePlace {
  readonly sealed: Uint8Array;
}

/** Notes that are their writer's alone; a review's go with it. */
export interface PrivateNoteStore {
  /** Replaces the note on the same place. */
  keep(note: StoredNote, atMs: number): Promise<void>;
  remove(place: NotePlace): Promise<void>;
  /** All of one participant's in one review. */
  listOf(reviewId: ReviewId, participantId: ParticipantId): Promise<StoredNote[]>;
}
