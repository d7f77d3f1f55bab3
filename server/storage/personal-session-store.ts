import type { JourneyId, PersonId } from "#shared/domain/ids.ts";

/** Whose own place a browser opens. */
export interface PersonalPlace {
  readonly personId: PersonId;
  readonly journeyId: JourneyId;
}

/** Browsers in which a practitioner was let in; each goes with its session. */
export interface PersonalSessionStore {
  /** For the practitioner of this journey, once; a session that is there already stays. */
  add(sessionId: string, journeyId: JourneyId, atMs: number): Promise<void>;
  find(sessionId: string): Promise<PersonalPlace | null>;
}
