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
  /**
   * The same for a browser that was let in: only while no other one has the place, and nothing is kept in it
   * that its practitioner alone may read. Whether this browser has it now.
   */
  addFirst(sessionId: string, journeyId: JourneyId, atMs: number): Promise<boolean>;
  find(sessionId: string): Promise<PersonalPlace | null>;
}
