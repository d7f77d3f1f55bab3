import { findBuiltWorker, openWorkerChannel } from "#server/storage/worker-channel.ts";
import { BoardLogError } from "./board-log-error.ts";
import type { BoardLogAnswer, BoardLogChannel, BoardLogRequest } from "./board-log-messages.ts";

/** What the worker is started with. */
export interface BoardLogWorkerOptions {
  readonly databasePath: string;
  /** What wraps the keys of boards (32 bytes, in a buffer of their own). */
  readonly keyOfBoards: Uint8Array;
  readonly busyTimeoutMs: number;
  /** The built worker; by default the one that lies beside the built server. */
  readonly workerUrl?: URL;
}

/** The way to the thread in which the board's log is written. */
export function openBoardLogChannel(options: BoardLogWorkerOptions): Promise<BoardLogChannel> {
  const { databasePath, keyOfBoards, busyTimeoutMs } = options;
  const workerUrl = options.workerUrl ?? findBuiltWorker(import.meta.url, "board-log-worker.js");
  if (workerUrl === null) {
    throw new Error(
      "The board's writer (board-log-worker.js) is missing beside the built server. Run npm run build.",
    );
  }
  return openWorkerChannel<BoardLogRequest, BoardLogAnswer>({
    workerUrl,
    workerData: { databasePath, keyOfBoards, busyTimeoutMs },
    lost: (detail) => new BoardLogError("worker-lost", detail),
  });
}
