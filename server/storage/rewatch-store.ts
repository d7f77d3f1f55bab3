import type { ClipId, JourneyId } from "#shared/domain/ids.ts";

/** A clip that was opened for its practitioner to watch alone, until that instant (epoch UTC). */
export interface StoredRewatch {
  readonly clipId: ClipId;
  readonly closesAtMs: number;
}

/** Which clips a practitioner may watch alone. One that has closed stays known, for it was opened once. */
export interface RewatchStore {
  /** Opens a clip until then, or moves the end of what is open; an end that is past closes it. */
  open(rewatch: StoredRewatch, atMs: number): Promise<void>;
  find(clipId: ClipId): Promise<StoredRewatch | null>;
  listOfJourney(journeyId: JourneyId): Promise<StoredRewatch[]>;
}
