import { createBoardLogOver } from "#server/board/board-log.ts";
import { openBoardLogWriter } from "#server/board/board-log-sqlite.ts";
import type { BoardLogWriter } from "#server/board/board-log-sqlite.ts";
import { createKeys } from "#server/media/keys.ts";
import type { BoardLog } from "#server/storage/stores.ts";

/** The key that wraps boards' keys where a test does not ask about it: one for every server of the test. */
export const testKeyOfBoards: Buffer = Buffer.alloc(32, 7);

/** The board's log with its writer in this thread: for tests that do not ask about the thread. */
export async function createBoardLogInProcess(
  databasePath: string,
  keyOfBoards = testKeyOfBoards,
): Promise<BoardLog> {
  const keys = createKeys(keyOfBoards);
  return createBoardLogOverWriter(
    await openBoardLogWriter(databasePath, keys, { busyTimeoutMs: 2_000 }),
  );
}

/** The same over a writer the test already has. */
export function createBoardLogOverWriter(writer: BoardLogWriter): BoardLog {
  return createBoardLogOver({ ask: (request) => Promise.resolve(writer.answer(request)) });
}
