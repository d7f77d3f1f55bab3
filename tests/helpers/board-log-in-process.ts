import { createBoardLogOver } from "#server/board/board-log.ts";
import { openBoardLogWriter } from "#server/board/board-log-sqlite.ts";
import type { BoardLogWriter } from "#server/board/board-log-sqlite.ts";
import type { BoardLog } from "#server/storage/stores.ts";

/** The board's log with its writer in this thread: for tests that do not ask about the thread. */
export async function createBoardLogInProcess(databasePath: string): Promise<BoardLog> {
  return createBoardLogOverWriter(await openBoardLogWriter(databasePath, { busyTimeoutMs: 2_000 }));
}

/** The same over a writer the test already has. */
export function createBoardLogOverWriter(writer: BoardLogWriter): BoardLog {
  return createBoardLogOver({ ask: (request) => Promise.resolve(writer.answer(request)) });
}
