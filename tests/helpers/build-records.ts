import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { Account } from "#server/storage/account-store.ts";
import type { StoredInvite, Stores } from "#server/storage/stores.ts";
import type { ClipMedia, ClipWords } from "#shared/domain/clip.ts";
import {
  accountIdSchema,
  accountInviteIdSchema,
  clipIdSchema,
  cycleIdSchema,
  goalIdSchema,
  inviteIdSchema,
  journeyIdSchema,
  organisationIdSchema,
  participantIdSchema,
  personIdSchema,
  reviewIdSchema,
} from "#shared/domain/ids.ts";
import type {
  AccountId,
  ClipId,
  CycleId,
  JourneyId,
  PersonId,
  ReviewId,
} from "#shared/domain/ids.ts";

/** A fresh id of each kind. */
export const newId = {
  account: () => accountIdSchema.parse(randomUUID()),
  accountInvite: () => accountInviteIdSchema.parse(randomUUID()),
  clip: () => clipIdSchema.parse(randomUUID()),
  cycle: () => cycleIdSchema.parse(randomUUID()),
  goal: () => goalIdSchema.parse(randomUUID()),
  invite: () => inviteIdSchema.parse(randomUUID()),
  journey: () => journeyIdSchema.parse(randomUUID()),
  organisation: () => organisationIdSchema.parse(randomUUID()),
  participant: () => participantIdSchema.parse(randomUUID()),
  person: () => personIdSchema.parse(randomUUID()),
  review: () => reviewIdSchema.parse(randomUUID()),
} as const;

/** An instant for records, long ago. */
export const morningMs = Date.UTC(2026, 0, 12, 9);

/** The SHA-256 of a fresh secret, as hex. */
export function newSecretHash(): string {
  return createHash("sha256").update(randomBytes(32)).digest("hex");
}

/** A guider's account that is not stored yet. */
export function buildAccount(changes: Partial<Account> = {}): Account {
  return {
    accountId: newId.account(),
    organisationId: newId.organisation(),
    role: "guider",
    name: `guider ${randomUUID()}`,
    passwordHash: "$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA",
    ...changes,
  };
}

/** A link that is not stored yet, open from `morningMs` for an hour. */
export function buildInvite(reviewId: ReviewId, changes: Partial<StoredInvite> = {}): StoredInvite {
  return {
    inviteId: newId.invite(),
    reviewId,
    name: "Callum",
    role: "practitioner",
    secretHash: newSecretHash(),
    opensAtMs: morningMs,
    closesAtMs: morningMs + 3_600_000,
    boundSessionId: null,
    revokedAtMs: null,
    ...changes,
  };
}

/** What a file of two frames was found to be. */
export function buildClipMedia(changes: Partial<ClipMedia> = {}): ClipMedia {
  return {
    mimeType: "video/mp4",
    videoCodec: "avc1.640028",
    hasSound: true,
    bytes: 1_000,
    width: 640,
    height: 360,
    durationMs: 80,
    framesMs: [0, 40],
    clipRev: createHash("sha256").update(randomUUID()).digest("hex"),
    ...changes,
  };
}

/** A stored journey with its guider, first cycle and first people. */
export interface StoredJourney {
  readonly guiderId: AccountId;
  readonly journeyId: JourneyId;
  readonly cycleId: CycleId;
  readonly childPersonId: PersonId;
  readonly practitionerPersonId: PersonId;
}

/** Stores a journey, and a guider for it when none is named. */
export async function storeJourney(
  stores: Stores,
  { guiderId = newId.account(), atMs = morningMs } = {},
): Promise<StoredJourney> {
  if ((await stores.accounts.find(guiderId)) === null) {
    await stores.accounts.add(buildAccount({ accountId: guiderId }), atMs);
  }
  const journey = {
    guiderId,
    journeyId: newId.journey(),
    cycleId: newId.cycle(),
    childPersonId: newId.person(),
    practitionerPersonId: newId.person(),
  };
  const facts = { practitionerName: "Callum", childName: "Ada", setting: "nursery" };
  await stores.journeys.add({ ...journey, ...facts }, atMs);
  return journey;
}

/** Records that the journey's first people let the guider's supervisor look on. */
export async function agreeToSupervisor(stores: Stores, journey: StoredJourney): Promise<void> {
  for (const personId of [journey.childPersonId, journey.practitionerPersonId])
    await stores.journeys.recordPermission(personId, "supervisorSeesClips", "given", morningMs);
}

/** What is said of a clip of these people. */
export function buildClipWords(
  peopleInShot: PersonId[],
  changes: Partial<ClipWords> = {},
): ClipWords {
  return {
    title: "Blocks",
    initiative: "reached towards the blocks",
    modality: null,
    why: "",
    description: "",
    peopleInShot,
    captions: "",
    marks: [],
    ...changes,
  };
}

/** Stores a clip of the journey's child, without a file. */
export async function storeClip(stores: Stores, journey: StoredJourney): Promise<ClipId> {
  const clipId = newId.clip();
  const { cycleId, childPersonId } = journey;
  await stores.clips.add({ ...buildClipWords([childPersonId]), clipId, cycleId }, morningMs);
  return clipId;
}

/** Stores a review; a journey for it too when none is named. A board needs a stored review to belong to. */
export async function storeReview(stores: Stores, journey?: StoredJourney): Promise<ReviewId> {
  const { cycleId } = journey ?? (await storeJourney(stores));
  const reviewId = newId.review();
  await stores.reviews.add({ reviewId, cycleId, startsAtMs: morningMs }, morningMs);
  return reviewId;
}
