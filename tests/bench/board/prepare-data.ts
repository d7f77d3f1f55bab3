import { randomBytes, randomUUID } from "node:crypto";
import { readConfig } from "#server/config.ts";
import { hashSecret } from "#server/identity/tokens.ts";
import { openKeys } from "#server/media/keys.ts";
import { prepareDataFolder } from "#server/storage/data-folder.ts";
import { createSqliteStores } from "#server/storage/sqlite/create-sqlite-stores.ts";
import type { StoredSession, Stores } from "#server/storage/stores.ts";
import type { PreparedRoom } from "./prepare-ours.ts";
import { seedTrialBoard, serverClientId } from "#tests/trials/trial-board.ts";
import { createBoardLogInProcess } from "#tests/helpers/board-log-in-process.ts";
import { buildInvite, storeJourney, storeReview } from "#tests/helpers/build-records.ts";

/**
 * Writes what a server would have after many reviews were opened, each with a board of one empty
 * observation. Arguments: the data folder, how many. Prints the rooms as JSON.
 */
const [dataDir = "", count = ""] = process.argv.slice(2);
const prepared: PreparedRoom[] = [];
const { databasePath } = await prepareDataFolder(dataDir);
const keys = await openKeys(readConfig({ DATA_DIR: dataDir }));
const stores = await createSqliteStores(databasePath);
const boardLog = await createBoardLogInProcess(databasePath, keys.branch("boards"));
const journey = await storeJourney(stores);
const guider = await storeSession(stores, { kind: "account", accountId: journey.guiderId });
for (let made = 0; made < Number(count); made += 1) {
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
    bytes: seedTrialBoard(1, false),
    atMs: Date.now(),
    newOwners: [{ clientId: serverClientId, participantId: "server" }],
  });
  prepared.push({ reviewId, cookies: [guider.cookie, guest.cookie] });
}
await boardLog.close();
await stores.close();
process.stdout.write(JSON.stringify(prepared));

async function storeSession(stores: Stores, holder: StoredSession["holder"]) {
  const secret = randomBytes(32).toString("base64url");
  const session = { tokenHash: hashSecret(secret), sessionId: randomUUID() };
  const expiresAtMs = Date.now() + 86_400_000;
  await stores.sessions.add({ ...session, holder, expiresAtMs }, Date.now());
  return { ...session, cookie: `sid=${secret}` };
}
