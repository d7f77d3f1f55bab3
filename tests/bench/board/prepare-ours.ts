import { randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig } from "#server/config.ts";
import { hashSecret } from "#server/identity/tokens.ts";
import { openKeys } from "#server/media/keys.ts";
import { prepareDataFolder } from "#server/storage/data-folder.ts";
import { createSqliteStores } from "#server/storage/sqlite/create-sqlite-stores.ts";
import type { StoredSession, Stores } from "#server/storage/stores.ts";
import { seedTrialBoard, serverClientId } from "#tests/trials/trial-board.ts";
import { atTheEnd } from "#tests/bench/sync/closers.ts";
import { createBoardLogInProcess } from "#tests/helpers/board-log-in-process.ts";
import { buildInvite, storeJourney, storeReview } from "#tests/helpers/build-records.ts";

/** A review that is live: its id, and the cookie of each of the two people. */
export interface PreparedRoom {
  readonly reviewId: string;
  readonly cookies: readonly [guider: string, practitioner: string];
}

/** A data folder with so many live reviews, each with a board of one empty observation. */
export interface PreparedData {
  readonly dataDir: string;
  readonly rooms: readonly PreparedRoom[];
}

/** Writes what a server would have after that many reviews were opened; removed when the run ends. */
export async function prepareOurs(rooms: number): Promise<PreparedData> {
  const folder = await mkdtemp(join(tmpdir(), "sameframe-bench-"));
  atTheEnd(() => rm(folder, { recursive: true, force: true }));
  const dataDir = join(folder, "data");
  const { databasePath } = await prepareDataFolder(dataDir);
  const keys = await openKeys(readConfig({ DATA_DIR: dataDir }));
  const stores = await createSqliteStores(databasePath);
  const boardLog = await createBoardLogInProcess(databasePath, keys.branch("boards"));
  const journey = await storeJourney(stores);
  const guider = await storeSession(stores, { kind: "account", accountId: journey.guiderId });
  const prepared: PreparedRoom[] = [];
  for (let count = 0; count < rooms; count += 1) {
    const reviewId = await storeReview(stores, journey);
    await stores.reviews.setState(reviewId, "live", Date.now());
    const window = { opensAtMs: Date.now() - 60_000, closesAtMs: Date.now() + 86_400_000 };
    const invite = buildInvite(reviewId, window);
    await stores.invites.add(invite, Date.now());
    const guest = await storeSession(stores, { kind: "invite", inviteId: invite.inviteId });
    await stores.invites.bind(invite.inviteId, guest.sessionId);
    await boardLog.create(reviewId, randomUUID(), {
      reviewId,
      actorId: "server",
      bytes: seedTrialBoard(1),
      atMs: Date.now(),
      newOwners: [{ clientId: serverClientId, participantId: "server" }],
    });
    prepared.push({ reviewId, cookies: [guider.cookie, guest.cookie] });
  }
  await boardLog.close();
  await stores.close();
  return { dataDir, rooms: prepared };
}

async function storeSession(stores: Stores, holder: StoredSession["holder"]) {
  const secret = randomBytes(32).toString("base64url");
  const session = { tokenHash: hashSecret(secret), sessionId: randomUUID() };
  const expiresAtMs = Date.now() + 86_400_000;
  await stores.sessions.add({ ...session, holder, expiresAtMs }, Date.now());
  return { ...session, cookie: `sid=${secret}` };
}
