import type { ReviewStore } from "./review-store.ts";
import type { Families, Framework } from "#shared/board/framework.ts";
import type { Clip, ClipMedia, ClipWords } from "#shared/domain/clip.ts";
import type {
  AccountId,
  ClipId,
  CycleId,
  GoalId,
  InviteId,
  JourneyId,
  ObservationId,
  OrganisationId,
  ParticipantId,
  PersonId,
  ReviewId,
} from "#shared/domain/ids.ts";
import type {
  Goal,
  Journey,
  JourneyEnd,
  PlannedEnd,
  JourneySummary,
  KeptAim,
  NewJourney,
} from "#shared/domain/journey.ts";
import type { PermissionStatus, Person, Purpose, Relation } from "#shared/domain/people.ts";
import type { ReviewState } from "#shared/domain/permissions.ts";
import type { AccountInviteStore } from "./account-invite-store.ts";
import type { AccountStore } from "./account-store.ts";
import type { OrganisationStore } from "./organisation-store.ts";
import type { OwnLinkStore } from "./own-link-store.ts";
import type { PeopleStore } from "./people-store.ts";
import type { CheckInStore } from "./check-in-store.ts";
import type { PauseCountStore } from "./pause-count-store.ts";
import type { PersonalSessionStore } from "./personal-session-store.ts";
import type { PrivateNoteStore } from "./private-note-store.ts";
import type { ReportStore } from "./report-store.ts";
import type { RetentionStore } from "./retention-store.ts";
import type { RewatchStore } from "./rewatch-store.ts";
import type { SignedBoardStore } from "./signed-board-store.ts";
import type { SummaryStore } from "./summary-store.ts";
import type { TraineeLogStore } from "./trainee-log-store.ts";

/**
 * What the rest of the server knows of storage. Every method returns a Promise so that a database in
 * another process can stand behind it. Ids and instants come in as arguments: a store makes neither.
 */
export interface Stores {
  readonly accounts: AccountStore;
  readonly accountInvites: AccountInviteStore;
  readonly organisations: OrganisationStore;
  readonly sessions: SessionStore;
  readonly personalSessions: PersonalSessionStore;
  readonly ownLinks: OwnLinkStore;
  readonly checkIns: CheckInStore;
  readonly journeys: JourneyStore;
  readonly people: PeopleStore;
  readonly clips: ClipRecordStore;
  readonly reviews: ReviewStore;
  readonly invites: InviteStore;
  readonly rooms: RoomStateStore;
  readonly stills: StillStore;
  readonly frameworks: FrameworkStore;
  readonly signedBoards: SignedBoardStore;
  readonly privateNotes: PrivateNoteStore;
  readonly reports: ReportStore;
  readonly summaries: SummaryStore;
  readonly rewatches: RewatchStore;
  readonly traineeLogs: TraineeLogStore;
  readonly pauseCounts: PauseCountStore;
  readonly retention: RetentionStore;
  /** Whether there is anything that only the key file can open: a board, a still, somebody's words. */
  hasSealedRecords(): Promise<boolean>;
  close(): Promise<void>;
}

/** A signed-in or invited browser. The cookie's token is stored as its SHA-256 only. */
export interface StoredSession {
  readonly tokenHash: string;
  /** Random, harmless to show: names the session in memory and makes its media ids. */
  readonly sessionId: string;
  readonly holder:
    | { readonly kind: "account"; readonly accountId: AccountId }
    | { readonly kind: "invite"; readonly inviteId: InviteId };
  readonly expiresAtMs: number;
}

/** Which browsers are signed in or let in; an expired one is as good as none. */
export interface SessionStore {
  add(session: StoredSession, atMs: number): Promise<void>;
  /** The session behind a token hash, unless it has expired at `atMs` or was ended. */
  find(tokenHash: string, atMs: number): Promise<StoredSession | null>;
  /** Lets it last until that instant at least. */
  prolong(sessionId: string, expiresAtMs: number): Promise<void>;
  end(tokenHash: string): Promise<void>;
  endAllOfInvite(inviteId: InviteId): Promise<void>;
  /** Answers the ids of those that were there. */
  endAllOfAccount(accountId: AccountId): Promise<string[]>;
}

/** Whose a thing is, found through its journey: the base of every permission check. */
export interface Ownership {
  readonly journeyId: JourneyId;
  readonly guiderId: AccountId;
  readonly journeyEnded: boolean;
  readonly review: { readonly id: ReviewId; readonly state: ReviewState } | null;
}

/** A thing that belongs to a journey, named by kind and id. */
export type ThingRef =
  | { readonly kind: "journey"; readonly id: JourneyId }
  | { readonly kind: "cycle"; readonly id: CycleId }
  | { readonly kind: "person"; readonly id: PersonId }
  | { readonly kind: "clip"; readonly id: ClipId }
  | { readonly kind: "review"; readonly id: ReviewId }
  | { readonly kind: "invite"; readonly id: InviteId };

/** Journeys with their cycles, people, permissions, goals and aims. */
export interface JourneyStore {
  /** Adds a journey with its first cycle and the child and practitioner as its first people. */
  add(
    journey: NewJourney & {
      journeyId: JourneyId;
      guiderId: AccountId;
      cycleId: CycleId;
      childPersonId: PersonId;
      practitionerPersonId: PersonId;
    },
    atMs: number,
  ): Promise<void>;
  list(guiderId: AccountId): Promise<JourneySummary[]>;
  /** The whole journey as its page shows it, or null. */
  read(journeyId: JourneyId): Promise<Journey | null>;
  ownershipOf(thing: ThingRef): Promise<Ownership | null>;
  setHelpingQuestion(journeyId: JourneyId, text: string): Promise<void>;
  /** These are the goals now: one that was there keeps its ratings, one that is not named goes with them. */
  setGoals(journeyId: JourneyId, goals: readonly Omit<Goal, "ratings">[]): Promise<void>;
  /** Whether goals and moments may say what of an official plan they speak to. */
  setUsesOutcomes(journeyId: JourneyId, usesOutcomes: boolean): Promise<void>;
  /** How the journey ended; null when it is taken up again. */
  setEnd(journeyId: JourneyId, end: JourneyEnd | null): Promise<void>;
  /** What both have in mind for the end while the journey goes on; of one that has ended nothing changes. */
  planEnd(journeyId: JourneyId, end: PlannedEnd): Promise<void>;
  /** Where a goal stood after a cycle's review, 0-10; null takes it back. */
  rateGoal(
    rating: { goalId: GoalId; cycleId: CycleId; value: number | null },
    atMs: number,
  ): Promise<void>;
  addPerson(
    person: { personId: PersonId; journeyId: JourneyId; name: string; relation: Relation },
    atMs: number,
  ): Promise<void>;
  readPerson(personId: PersonId): Promise<Person | null>;
  recordPermission(
    personId: PersonId,
    purpose: Purpose,
    status: PermissionStatus,
    atMs: number,
  ): Promise<void>;
  addCycle(cycle: { cycleId: CycleId; journeyId: JourneyId }, atMs: number): Promise<number>;
  /** Keeps a cycle's aims in their order; replaces earlier ones. One that stays where it was keeps how it went. */
  keepAims(cycleId: CycleId, aims: readonly Omit<KeptAim, "howDidItGo">[]): Promise<void>;
  /** Keeps how the aims of a cycle went; one that has other words by now is left as it is. */
  keepHowItWent(
    cycleId: CycleId,
    went: readonly (Pick<KeptAim, "text" | "howDidItGo"> & { readonly position: number })[],
  ): Promise<void>;
}

/** Where a clip's encrypted bytes are and the wrapped key that opens them. */
export interface StoredClipFile {
  readonly fileName: string;
  readonly wrappedKey: Uint8Array;
}

/** A clip as it is stored: without a file until its upload was accepted. */
export interface StoredClip extends Omit<Clip, "media"> {
  readonly media: ClipMedia | null;
  readonly file: StoredClipFile | null;
}

/** What is known of clips; their bytes lie elsewhere. */
export interface ClipRecordStore {
  add(clip: ClipWords & { clipId: ClipId; cycleId: CycleId }, atMs: number): Promise<void>;
  find(clipId: ClipId): Promise<StoredClip | null>;
  /** The cycle's clips in their order. */
  listOfCycle(cycleId: CycleId): Promise<StoredClip[]>;
  /** The clips of a review's cycle in their order; for the last review the first cycle's follow them. */
  listOfReview(reviewId: ReviewId): Promise<StoredClip[]>;
  /** Whether the clip is one of those. */
  isOfReview(clipId: ClipId, reviewId: ReviewId): Promise<boolean>;
  /** Replaces everything that is said of the clip. */
  setWords(clipId: ClipId, words: ClipWords): Promise<void>;
  /** Puts the cycle's clips in this order; false, and nothing changed, when these are not all of them once. */
  setOrder(cycleId: CycleId, clipIds: readonly ClipId[]): Promise<boolean>;
  setPreparation(clipId: ClipId, preparation: string): Promise<void>;
  /** Ties the accepted file to its clip; false when one is there already. */
  setFile(clipId: ClipId, media: ClipMedia, file: StoredClipFile): Promise<boolean>;
  /** The names of all files that belong to a clip; any other is a leftover. */
  fileNames(): Promise<Set<string>>;
  remove(clipId: ClipId): Promise<void>;
  /** The people in shot with their permissions, to decide whether the clip may play. */
  peopleInShot(clipId: ClipId): Promise<Person[]>;
}

/** One link, one named person, one role. The secret is stored as its SHA-256 only. */
export interface StoredInvite {
  readonly inviteId: InviteId;
  readonly reviewId: ReviewId;
  readonly name: string;
  readonly role: "practitioner" | "supervisor";
  readonly secretHash: string;
  readonly opensAtMs: number;
  readonly closesAtMs: number;
  /** The session that was let in; another device has to knock again. */
  readonly boundSessionId: string | null;
  readonly revokedAtMs: number | null;
}

/** The links people come in by, found by the hash of their secret. */
export interface InviteStore {
  add(invite: StoredInvite, atMs: number): Promise<void>;
  find(inviteId: InviteId): Promise<StoredInvite | null>;
  findBySecretHash(secretHash: string): Promise<StoredInvite | null>;
  listOfReview(reviewId: ReviewId): Promise<StoredInvite[]>;
  bind(inviteId: InviteId, sessionId: string | null): Promise<void>;
  revoke(inviteId: InviteId, atMs: number): Promise<void>;
}

/** What of a room outlives a restart: its timeline, cover and statements, as one JSON value of the room's own. */
export interface RoomStateStore {
  save(reviewId: ReviewId, state: string): Promise<void>;
  /** The instant the room was last alive while playing, so that a restart pauses where it was. */
  saveHeartbeat(reviewId: ReviewId, positionFrame: number): Promise<void>;
  load(reviewId: ReviewId): Promise<{ state: string; heartbeatFrame: number | null } | null>;
}

/** The organisations' own words for the principles of attunement. */
export interface FrameworkStore {
  /** Ours while the organisation has not changed them. */
  read(organisationId: OrganisationId): Promise<Framework>;
  /** Replaces the labels and remembers those that go; answers how they now stand. */
  replace(organisationId: OrganisationId, families: Families): Promise<Framework>;
}

/** The kept picture of a held moment as it is stored. */
export interface StoredStill {
  readonly reviewId: ReviewId;
  readonly observationId: ObservationId;
  readonly clipId: ClipId;
  readonly frame: number;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly file: StoredClipFile;
}

/** Which held moment has which kept picture; a clip's go with the clip, a review's with the review. */
export interface StillStore {
  /** False when the moment has one already, or its clip is gone. */
  add(still: StoredStill, atMs: number): Promise<boolean>;
  find(reviewId: ReviewId, observationId: ObservationId): Promise<StoredStill | null>;
  /** The names of a clip's files, or of all. */
  fileNames(clipId?: ClipId): Promise<string[]>;
}

/** One committed change of a board, with who made it. */
export interface BoardUpdate {
  readonly seq: number;
  readonly actorId: ParticipantId | "server";
  readonly bytes: Uint8Array;
}

/** Which participant a Yjs client id belongs to: the first who used it. */
export interface ClientOwner {
  readonly clientId: number;
  readonly participantId: ParticipantId | "server";
}

/** A board as it lies on disk: a snapshot and what was written since. */
export interface StoredBoard {
  readonly epoch: string;
  readonly snapshot: Uint8Array | null;
  readonly updates: readonly BoardUpdate[];
  readonly owners: readonly ClientOwner[];
  readonly lastSeq: number;
}

/** One change to be committed. */
export interface BoardAppend {
  readonly reviewId: ReviewId;
  readonly actorId: ParticipantId | "server";
  readonly bytes: Uint8Array;
  readonly atMs: number;
  /** Client ids first used in this update. */
  readonly newOwners: readonly ClientOwner[];
}

/**
 * The board's append-only log, written in a worker thread: `append` resolves only after the commit has
 * reached the disk (fsync). Appends made while a commit runs share the next one.
 */
export interface BoardLog {
  /** Makes the board with its first update in one transaction; false when it is there already. */
  create(reviewId: ReviewId, epoch: string, firstUpdate: BoardAppend): Promise<boolean>;
  load(reviewId: ReviewId): Promise<StoredBoard | null>;
  /** Resolves with the sequence number once it is on disk; rejects when it could not be written. */
  append(update: BoardAppend): Promise<number>;
  /** Replaces everything up to `seq` by one snapshot, in one transaction, and truncates the write-ahead log. */
  compact(reviewId: ReviewId, seq: number, snapshot: Uint8Array): Promise<void>;
  close(): Promise<void>;
}
