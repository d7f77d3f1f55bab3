import type { Generated } from "kysely";

/**
 * The tables as queries see them, for every engine: columns in camelCase here, in snake_case there.
 * Ids are plain text at this level; rows get their brands when a store parses them.
 */
export interface DatabaseSchema {
  organisations: {
    organisationId: string;
    name: Generated<string>;
    clipsKeptDays: Generated<number>;
    wordsKeptMonths: Generated<number>;
    /** Why clips or words are kept longer than our own default. */
    keptLongerWhy: Generated<string>;
    safeguardingContact: Generated<string>;
    language: Generated<string>;
    createdAtMs: number;
  };
  accountInvites: {
    accountInviteId: string;
    secretHash: string;
    organisationId: string;
    role: string;
    name: string;
    closesAtMs: number;
    createdAtMs: number;
  };
  accounts: {
    accountId: string;
    organisationId: string;
    role: string;
    name: string;
    /** The name as it is compared when somebody signs in. */
    nameKey: string;
    passwordHash: string;
    /** Where a guider stands in training; empty: not said. */
    stage: Generated<string>;
    /** Since when they no longer sign in. */
    closedAtMs: number | null;
    createdAtMs: number;
  };
  sessions: {
    tokenHash: string;
    sessionId: string;
    accountId: string | null;
    inviteId: string | null;
    expiresAtMs: number;
    createdAtMs: number;
  };
  journeys: {
    journeyId: string;
    guiderId: string;
    practitionerName: string;
    childName: string;
    setting: string;
    helpingQuestion: string;
    usesOutcomes: Generated<number>;
    countsPauses: Generated<number>;
    lawfulBasis: Generated<string>;
    assentSigns: Generated<string>;
    endedAtMs: Generated<number | null>;
    endReason: Generated<string>;
    keeps: Generated<string>;
    /** A day, YYYY-MM-DD. */
    deletesOn: Generated<string | null>;
    createdAtMs: number;
  };
  dissents: {
    dissentId: string;
    journeyId: string;
    happenedOn: string;
    words: string;
    createdAtMs: number;
  };
  personLinks: {
    linkId: string;
    personId: string;
    secretHash: string;
    closesAtMs: number;
    revokedAtMs: number | null;
    createdAtMs: number;
  };
  ownLinks: {
    personId: string;
    inviteId: string;
    secretHash: string;
    closesAtMs: number;
    createdAtMs: number;
  };
  personalSessions: { sessionId: string; personId: string; createdAtMs: number };
  cycles: { cycleId: string; journeyId: string; number: number; createdAtMs: number };
  goals: {
    goalId: string;
    journeyId: string;
    position: number;
    text: string;
    baseline: number | null;
    hopedFor: number | null;
    outcome: Generated<string>;
  };
  goalRatings: { goalId: string; cycleId: string; value: number; ratedAtMs: number };
  people: {
    personId: string;
    journeyId: string;
    position: number;
    name: string;
    relation: string;
    createdAtMs: number;
  };
  permissions: { personId: string; purpose: string; status: string; decidedAtMs: number };
  clips: {
    clipId: string;
    cycleId: string;
    position: number;
    title: string;
    initiative: string;
    description: string;
    modality: string | null;
    why: string;
    captions: string;
    /** As JSON: a list of `clipMarkSchema`. */
    marks: string;
    /** The guider's own notes for the review. */
    preparation: Generated<string>;
    createdAtMs: number;
  };
  clipPeople: { clipId: string; personId: string; position: number };
  clipFiles: {
    clipId: string;
    mimeType: string;
    videoCodec: string;
    hasSound: number;
    bytes: number;
    width: number;
    height: number;
    durationMs: number;
    /** The start of each frame in ms: 64-bit floats, little-endian, one after the other. */
    frames: Uint8Array;
    clipRev: string;
    fileName: string;
    wrappedKey: Uint8Array;
  };
  reviews: {
    reviewId: string;
    cycleId: string;
    startsAtMs: number;
    state: string;
    stateSinceMs: number;
    locked: number;
    practitionerFirst: Generated<number>;
    kind: Generated<string>;
    /** A day, YYYY-MM-DD. */
    nextOn: Generated<string | null>;
    nextWhat: Generated<string>;
    createdAtMs: number;
  };
  pauseCounts: { reviewId: string; role: string; pauses: number };
  invites: {
    inviteId: string;
    reviewId: string;
    name: string;
    role: string;
    secretHash: string;
    opensAtMs: number;
    closesAtMs: number;
    boundSessionId: string | null;
    revokedAtMs: number | null;
    createdAtMs: number;
  };
  roomStates: { reviewId: string; state: string; heartbeatFrame: number | null };
  aims: {
    cycleId: string;
    position: number;
    text: string;
    whereWhen: Generated<string>;
    howDidItGo: Generated<string>;
  };
  stills: {
    reviewId: string;
    observationId: string;
    clipId: string;
    frame: number;
    width: number;
    height: number;
    bytes: number;
    sha256: string;
    fileName: string;
    wrappedKey: Uint8Array;
    createdAtMs: number;
  };
  privateNotes: {
    reviewId: string;
    participantId: string;
    /** Empty: of the review as a whole. */
    observationId: string;
    sealed: Uint8Array;
    changedAtMs: number;
  };
  /** As JSON: `frameworkSchema`. */
  frameworks: { organisationId: string; framework: string };
  signedBoards: {
    reviewId: string;
    version: number;
    sealed: Uint8Array;
    sha256: string;
    signedAtMs: number;
    writtenOnAtMs: number | null;
  };
  checkIns: {
    personId: string;
    /** Empty: weeks after the last review. */
    reviewId: string;
    moment: string;
    sealed: Uint8Array;
    isShared: Generated<number>;
    changedAtMs: number;
  };
  rewatches: { clipId: string; closesAtMs: number; createdAtMs: number };
  reports: {
    reviewId: string;
    sealed: Uint8Array;
    agreedSha256: string | null;
    agreedAtMs: number | null;
    changedAtMs: number;
  };
  summaries: { personId: string; sealed: Uint8Array; changedAtMs: number };
  summaryLinks: {
    linkId: string;
    personId: string;
    secretHash: string;
    forWhom: string;
    closesAtMs: number;
    revokedAtMs: number | null;
    createdAtMs: number;
  };
  workingPoints: { reviewId: string; sealed: Uint8Array; changedAtMs: number };
  supervisions: {
    supervisionId: string;
    accountId: string;
    heldOn: string;
    withWhom: string;
    createdAtMs: number;
  };
}
