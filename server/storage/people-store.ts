import type { JourneyId, PersonId, PersonLinkId, DissentId } from "#shared/domain/ids.ts";
import type { AgreedWithPeople } from "#shared/domain/journey.ts";
import type { Dissent } from "#shared/protocol/people-routes.ts";

/** A link to a person's plain-words page; of its secret only the hash is stored. */
export interface StoredPersonLink {
  readonly linkId: PersonLinkId;
  readonly personId: PersonId;
  /** SHA-256 in hex. */
  readonly secretHash: string;
  readonly closesAtMs: number;
  readonly revokedAtMs: number | null;
}

/** What lies of somebody in records that a journey's page does not show. */
export interface Traces {
  /** Kept pictures of clips that show this person. */
  readonly pictures: number;
  /** Whether there are words in which this person may be spoken of, or that are this person's own. */
  readonly boards: boolean;
  readonly reports: boolean;
  readonly checkIns: boolean;
  readonly notes: boolean;
  readonly summary: boolean;
}

/** What is agreed with a journey's people, when filming stopped for the child, and people's own links. */
export interface PeopleStore {
  setAgreed(journeyId: JourneyId, agreed: AgreedWithPeople): Promise<void>;
  addDissent(dissent: Dissent & { readonly journeyId: JourneyId }, atMs: number): Promise<void>;
  /** The latest day first. */
  dissentsOf(journeyId: JourneyId): Promise<Dissent[]>;
  /** Another journey's stays where it is. */
  removeDissent(journeyId: JourneyId, dissentId: DissentId): Promise<void>;
  addLink(link: StoredPersonLink, atMs: number): Promise<void>;
  /** Every link there ever was to somebody of this journey, the newest first. */
  linksOf(journeyId: JourneyId): Promise<StoredPersonLink[]>;
  findLink(secretHash: string): Promise<StoredPersonLink | null>;
  /** Closes a link of this person; another's, or one that is closed, stays as it is. */
  revokeLink(personId: PersonId, linkId: PersonLinkId, atMs: number): Promise<void>;
  tracesOf(personId: PersonId): Promise<Traces>;
  /** For how long the journey's organisation keeps clips and words after a journey's end. */
  keptFor(
    journeyId: JourneyId,
  ): Promise<{ readonly clipsKeptDays: number; readonly wordsKeptMonths: number }>;
  /** How to reach the safeguarding lead of the journey's organisation; empty while nobody has said. */
  contactOf(journeyId: JourneyId): Promise<string>;
}
