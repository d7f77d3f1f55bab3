import { randomBytes, randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pino } from "pino";
import { onTestFinished } from "vitest";
import { createAccessChanges } from "#server/access-changes.ts";
import { createBoards } from "#server/board/create-boards.ts";
import { configSchema } from "#server/config.ts";
import type { AppContext } from "#server/context.ts";
import { createKeys } from "#server/media/keys.ts";
import { createIdentity } from "#server/identity/identity.ts";
import { hashSecret } from "#server/identity/tokens.ts";
import { createSqliteStores } from "#server/storage/sqlite/create-sqlite-stores.ts";
import type { BoardLog, StoredSession, Stores } from "#server/storage/stores.ts";
import { participantIdSchema } from "#shared/domain/ids.ts";
import type { InviteId, ParticipantId, ReviewId } from "#shared/domain/ids.ts";
import { createBoardLogInProcess, testKeyOfBoards } from "#tests/helpers/board-log-in-process.ts";
import {
  agreeToSupervisor,
  buildInvite,
  newId,
  storeJourney,
  storeReview,
} from "#tests/helpers/build-records.ts";
import type { StoredJourney } from "#tests/helpers/build-records.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

/** Somebody with a cookie. */
export interface Guest {
  readonly cookie: string;
  readonly sessionId: string;
  readonly tokenHash: string;
  readonly participantId: ParticipantId;
  readonly inviteId: InviteId | null;
}

/** The boards of one server on loopback, over a real database file. */
export type BoardServer = Awaited<ReturnType<typeof serveBoards>>;

/** What outlives a server: its database file and who is in it. */
export async function buildBoardHouse() {
  const databasePath = join(await temporaryFolder(), "sameframe.db");
  const stores = await createSqliteStores(databasePath);
  onTestFinished(() => stores.close());
  const journey = await storeJourney(stores);
  await agreeToSupervisor(stores, journey);
  const reviewId = await storeLiveReview(stores, journey);
  const goal = { goalId: newId.goal(), text: "to be heard", baseline: 3, hopedFor: 7, outcome: "" };
  await stores.journeys.setHelpingQuestion(journey.journeyId, "What helps Ada to ask?");
  await stores.journeys.setGoals(journey.journeyId, [goal]);
  return {
    databasePath,
    stores,
    journey,
    reviewId,
    goal,
    guider: await seatGuider(stores, journey),
    practitioner: await seatGuest(stores, reviewId, "practitioner"),
    supervisor: await seatGuest(stores, reviewId, "supervisor"),
  };
}
export type BoardHouse = Awaited<ReturnType<typeof buildBoardHouse>>;

export async function storeLiveReview(stores: Stores, journey: StoredJourney): Promise<ReviewId> {
  const reviewId = await storeReview(stores, journey);
  await stores.reviews.setState(reviewId, "live", Date.now());
  return reviewId;
}

async function storeSession(stores: Stores, holder: StoredSession["holder"]) {
  const secret = randomBytes(32).toString("base64url");
  const session = { tokenHash: hashSecret(secret), sessionId: randomUUID() };
  const expiresAtMs = Date.now() + 3_600_000;
  await stores.sessions.add({ ...session, holder, expiresAtMs }, Date.now());
  return { ...session, cookie: `sid=${secret}` };
}

async function seatGuider(stores: Stores, { guiderId }: StoredJourney): Promise<Guest> {
  const session = await storeSession(stores, { kind: "account", accountId: guiderId });
  return { ...session, participantId: participantIdSchema.parse(guiderId), inviteId: null };
}

/** Somebody whose link is bound to their session: let in. */
export async function seatGuest(
  stores: Stores,
  reviewId: ReviewId,
  role: "practitioner" | "supervisor",
): Promise<Guest> {
  const window = { opensAtMs: Date.now() - 60_000, closesAtMs: Date.now() + 3_600_000 };
  const name = role === "practitioner" ? "Callum" : "Helen";
  const invite = buildInvite(reviewId, { role, name, ...window });
  await stores.invites.add(invite, Date.now());
  const session = await storeSession(stores, { kind: "invite", inviteId: invite.inviteId });
  await stores.invites.bind(invite.inviteId, session.sessionId);
  const { inviteId } = invite;
  return { ...session, inviteId, participantId: participantIdSchema.parse(inviteId) };
}

/** Serves the boards of a house; with `wrapLog` the log can be made slow or broken. */
export async function serveBoards(
  house: BoardHouse,
  { wrapLog = (log) => log }: { wrapLog?: (log: BoardLog) => BoardLog } = {},
) {
  const boardLog = wrapLog(await createBoardLogInProcess(house.databasePath));
  const access = createAccessChanges();
  const context: AppContext = {
    config: configSchema.parse({ LOG_LEVEL: "silent" }),
    clock: { serverNowMs: () => performance.now(), nowMs: () => Date.now() },
    random: { uuid: randomUUID, secret: () => randomBytes(32).toString("base64url") },
    log: pino({ level: "silent" }),
    stores: house.stores,
    boardLog,
    keys: createKeys(testKeyOfBoards),
    access,
  };
  const boards = createBoards(context, createIdentity(context, { isKnocking: () => false }));
  const http = createServer();
  http.on("upgrade", (...upgrade) => boards.handleUpgrade(...upgrade)).listen(0, "127.0.0.1");
  await once(http, "listening");
  onTestFinished(async () => {
    http.close();
    await boards.close();
    await boardLog.close();
  });
  const { port } = http.address() as AddressInfo; // it listens on a port, not on a pipe
  return { boards, boardLog, access, context, port, house };
}
