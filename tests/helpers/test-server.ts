import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { createAccessChanges } from "#server/access-changes.ts";
import { createApp } from "#server/app.ts";
import type { AppLimits } from "#server/app.ts";
import { noRouters, startCallRouters } from "#server/call/call-routers.ts";
import { readConfig } from "#server/config.ts";
import type { AppContext, Clock } from "#server/context.ts";
import { createLog } from "#server/http/create-log.ts";
import { listen } from "#server/listen.ts";
import { createClipFiles } from "#server/media/clip-files.ts";
import { openKeys } from "#server/media/keys.ts";
import { machineClock, machineRandom } from "#server/start-server.ts";
import { createSqliteStores } from "#server/storage/sqlite/create-sqlite-stores.ts";
import { createBoardLogInProcess } from "#tests/helpers/board-log-in-process.ts";
import { inspectionWorkerUrl } from "#tests/helpers/inspection-worker.ts";

/** The whole server in this process, on loopback, over a real database in a temporary folder. */
export interface TestServer {
  /** `http://127.0.0.1:<port>`. */
  readonly origin: string;
  readonly port: number;
  readonly context: AppContext;
  readonly setUpPath: string | null;
  /** Moves the clock of records and the server's own forward. */
  advance(ms: number): void;
  /** Everything logged so far, at every level. */
  logged(): string;
  close(): Promise<void>;
}

/** What a test is about; everything else is as in real life but for limits that would be in the way. */
export interface TestServerOptions {
  readonly environment?: Record<string, string>;
  readonly limits?: AppLimits;
  /** With the router of calls, which takes a while to start. */
  readonly hasRouter?: boolean;
  /** How many bytes the disk has left, instead of what it has. */
  readonly freeBytes?: () => Promise<number>;
}

const plenty = { limit: 100_000, windowMs: 60_000 };
const often = { perSecond: 100_000, burst: 100_000 };

/** Limits nobody meets, for tests that are not about them. */
export const noLimits: AppLimits = {
  http: {
    signInPerName: plenty,
    signInPerAddress: plenty,
    openWayInPerAddress: plenty,
    heldPerAddress: plenty,
    uploadPerAddress: plenty,
  },
  events: {
    socket: often,
    session: often,
    heartbeat: often,
    pointer: often,
    view: often,
    signal: often,
    refusalsBeforeClose: often,
  },
  knocks: { perMinute: 100_000, keptAfterLeavingMs: 10_000 },
};

/** Starts it on a free port; close it when the test is over. */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), "sameframe-server-"));
  const dataDir = join(folder, "data");
  const config = readConfig({
    DATA_DIR: dataDir,
    KEY_FILE: join(folder, "clips.key"),
    CLIENT_DIR: join(folder, "client"),
    LOG_LEVEL: "debug",
    PORT: "0",
    ...options.environment,
  });
  const { clock, advance } = createTestClock();
  const { log, logged } = createTestLog(config);
  const databasePath = join(folder, "sameframe.db");
  const keys = await openKeys(config);
  const context: AppContext = {
    config,
    clock,
    random: machineRandom,
    log,
    stores: await createSqliteStores(databasePath),
    boardLog: await createBoardLogInProcess(databasePath, keys.branch("boards")),
    keys,
    access: createAccessChanges(),
  };
  const clipFiles = await createClipFiles(config, machineRandom, context.keys, {
    workerUrl: await inspectionWorkerUrl(),
    ...(options.freeBytes === undefined ? {} : { freeBytes: options.freeBytes }),
  });
  const routers = options.hasRouter === true ? await startCallRouters(config, log) : noRouters;
  const app = createApp(context, clipFiles, options.limits ?? noLimits, routers);
  const listening = await listen(app.httpServer, "loopback", 0);

  return {
    origin: `http://127.0.0.1:${listening.port}`,
    port: listening.port,
    context,
    setUpPath: await app.setUpPath(),
    advance,
    logged,
    close: async () => {
      await app.close();
      await listening.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The machine's clock, which a test may put forward. */
function createTestClock(): { clock: Clock; advance: (ms: number) => void } {
  let aheadMs = 0;
  return {
    clock: {
      serverNowMs: () => machineClock.serverNowMs() + aheadMs,
      nowMs: () => machineClock.nowMs() + aheadMs,
    },
    advance: (ms) => {
      aheadMs += ms;
    },
  };
}

function createTestLog(config: AppContext["config"]) {
  let text = "";
  const kept = new Writable({
    write: (chunk: Buffer, _encoding, written) => {
      text += chunk.toString();
      written();
    },
  });
  return { log: createLog(config, kept), logged: () => text };
}
