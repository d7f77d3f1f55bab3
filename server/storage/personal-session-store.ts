import type { JourneyId, PersonId } from "#shared/domain/ids.ts";

/** Whose own place a browser opens. */
export interface PersonalPlace {
  readonly personId: PersonId;
  readonly journeyId: JourneyId;
}

/** A browser in which somebody's own place opens. */
export interface OwnBrowser {
  readonly sessionId: string;
  readonly sinceMs: number;
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
  /** For this very person, as a link to the own place names them. */
  addFor(sessionId: string, personId: PersonId, atMs: number): Promise<void>;
  /** The same browser has a new session: it keeps the place, and since when. */
  move(fromSessionId: string, toSessionId: string): Promise<void>;
  find(sessionId: string): Promise<PersonalPlace | null>;
  /** Every browser that opens this person's place, the first one first. */
  listOf(personId: PersonId, atMs: number): Promise<OwnBrowser[]>;
  /** Ends the browser's session, if it opens this person's place; whether it did. */
  endOf(personId: PersonId, sessionId: string): Promise<boolean>;
}
