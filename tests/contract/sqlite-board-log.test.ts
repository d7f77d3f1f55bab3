import { join } from "node:path";
import { onTestFinished } from "vitest";
import { createBoardLog } from "#server/board/board-log.ts";
import { createSqliteStores } from "#server/storage/sqlite/create-sqlite-stores.ts";
import type { BoardLog } from "#server/storage/stores.ts";
import { createBoardLogInProcess, testKeyOfBoards } from "#tests/helpers/board-log-in-process.ts";
import { boardLogWorkerUrl } from "#tests/helpers/board-log-worker.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { describeBoardLog } from "./describe-board-log.ts";
import type { MakeBoardLog } from "./make-stores.ts";

function makeOver(open: (databasePath: string) => Promise<BoardLog>): MakeBoardLog {
  return async () => {
    const databasePath = join(await temporaryFolder(), "sameframe.db");
    const stores = await createSqliteStores(databasePath);
    onTestFinished(() => stores.close());
    async function openOne(): Promise<BoardLog> {
      const log = await open(databasePath);
      onTestFinished(() => log.close());
      return log;
    }
    return { stores, log: await openOne(), openSecond: openOne };
  };
}

describeBoardLog("in SQLite, in this thread", makeOver(createBoardLogInProcess));
describeBoardLog(
  "in SQLite, in a worker thread",
  makeOver(async (path) =>
    createBoardLog(path, testKeyOfBoards, { workerUrl: await boardLogWorkerUrl() }),
  ),
);
