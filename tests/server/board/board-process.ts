import { randomBytes, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { pino } from "pino";
import { createAccessChanges } from "#server/access-changes.ts";
import { createBoardLog } from "#server/board/board-log.ts";
import { createBoards } from "#server/board/create-boards.ts";
import { configSchema } from "#server/config.ts";
import { createIdentity } from "#server/identity/identity.ts";
import { createKeys } from "#server/media/keys.ts";
import { createSqliteStores } from "#server/storage/sqlite/create-sqlite-stores.ts";
import { testKeyOfBoards } from "#tests/helpers/board-log-in-process.ts";

/**
 * A process that serves the boards of one database, with the log's writer in its worker thread, to be
 * killed. Arguments: the database, the worker's address. It tells its port to the process that forked it.
 */
const [databasePath = "", workerUrl = ""] = process.argv.slice(2);
const stores = await createSqliteStores(databasePath);
const boardLog = await createBoardLog(databasePath, testKeyOfBoards, {
  workerUrl: new URL(workerUrl),
});
const context = {
  config: configSchema.parse({ LOG_LEVEL: "silent" }),
  clock: { serverNowMs: () => performance.now(), nowMs: () => Date.now() },
  random: { uuid: randomUUID, secret: () => randomBytes(32).toString("base64url") },
  log: pino({ level: "silent" }),
  access: createAccessChanges(),
  keys: createKeys(testKeyOfBoards),
  stores,
  boardLog,
};
const boards = createBoards(context, createIdentity(context, { isKnocking: () => false }));
const server = createServer();
server.on("upgrade", (...upgrade) => boards.handleUpgrade(...upgrade));
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (address !== null && typeof address === "object") process.send?.(address.port);
});
