import { randomBytes, randomUUID } from "node:crypto";
import pino from "pino";
import { createAccessChanges } from "#server/access-changes.ts";
import { createApp } from "#server/app.ts";
import type { AppLimits } from "#server/app.ts";
import { createBoardLog } from "#server/board/board-log.ts";
import { startCallRouters } from "#server/call/call-routers.ts";
import { startWords } from "#server/call/start-words.ts";
import type { Config } from "#server/config.ts";
import type { AppContext, Clock, RandomSource } from "#server/context.ts";
import { createLog } from "#server/http/create-log.ts";
import { listen } from "#server/listen.ts";
import { createClipFiles } from "#server/media/clip-files.ts";
import { openKeys } from "#server/media/keys.ts";
import { prepareDataFolder } from "#server/storage/data-folder.ts";
import { createSqliteStores } from "#server/storage/sqlite/create-sqlite-stores.ts";

/** The machine's own time. The timeline's clock never jumps when somebody sets the wall clock. */
export const machineClock: Clock = {
  serverNowMs: () => performance.now(),
  nowMs: () => Date.now(),
};

/** The machine's own randomness. */
export const machineRandom: RandomSource = {
  uuid: () => randomUUID(),
  secret: () => randomBytes(32).toString("base64url"),
};

/** A server that listens. */
export interface StartedServer {
  /** Where people find it: `PUBLIC_URL`, or this machine. */
  readonly url: string;
  readonly port: number;
  /** Where the first guider's account is made; null once there is one. */
  readonly setUpLink: string | null;
  /** What the call can do with these settings, in plain words. */
  readonly callWords: readonly string[];
  close(): Promise<void>;
}

/** What a test may put in the place of the real thing. */
export interface StartOptions {
  readonly limits?: AppLimits;
  readonly boardLogWorkerUrl?: URL;
}

/** Opens the data folder, brings it up to date, and listens. */
export async function startServer(
  config: Config,
  options: StartOptions = {},
): Promise<StartedServer> {
  const { databasePath } = await prepareDataFolder(config.DATA_DIR);
  const stores = await createSqliteStores(databasePath);
  const keys = await openKeys(config, await stores.hasSealedRecords()).catch(
    async (error: unknown) => {
      await stores.close(); // or its thread would keep the process alive
      throw error;
    },
  );
  const workerUrl = options.boardLogWorkerUrl;
  const boardLog = await createBoardLog(
    databasePath,
    keys.branch("boards"),
    workerUrl === undefined ? {} : { workerUrl },
  );
  const context: AppContext = {
    config,
    clock: machineClock,
    random: machineRandom,
    log: createLog(config, pino.destination(2)), // stdout is for what people read
    stores,
    boardLog,
    keys,
    access: createAccessChanges(),
  };
  const clipFiles = await createClipFiles(config, machineRandom, context.keys);
  const routers = await startCallRouters(config, context.log);
  const app = createApp(context, clipFiles, options.limits, routers);
  const listening = await listen(app.httpServer, config.HOST, config.PORT).catch(
    async (error: unknown) => {
      await app.close(); // or its threads would keep the process alive
      throw error;
    },
  );
  const url =
    config.PUBLIC_URL?.replace(/\/$/, "") ?? `http://${listening.hosts[0]}:${listening.port}`;
  const setUpPath = await app.setUpPath();

  return {
    url,
    port: listening.port,
    setUpLink: setUpPath === null ? null : `${url}${setUpPath}`,
    callWords: startWords(config, routers),
    async close() {
      await app.close();
      await listening.close();
    },
  };
}
