import { parentPort, workerData } from "node:worker_threads";
import { z } from "zod";
import { createKeys } from "#server/media/keys.ts";
import { openBoardLogWriter } from "./board-log-sqlite.ts";
import type { BoardLogRequest } from "./board-log-messages.ts";

/**
 * The thread in which the board's log is written. It answers each request in turn; the one to close is
 * the last, after which the thread ends by itself.
 */
const settings = z
  .strictObject({
    databasePath: z.string(),
    keyOfBoards: z.instanceof(Uint8Array),
    busyTimeoutMs: z.int().nonnegative(),
  })
  .parse(workerData);

const port = parentPort;
if (port === null) throw new Error("this module runs as a worker thread only");

const { databasePath, keyOfBoards, busyTimeoutMs } = settings;
const keysOfBoards = createKeys(Buffer.from(keyOfBoards));
const writer = await openBoardLogWriter(databasePath, keysOfBoards, { busyTimeoutMs });

port.on("message", (request: BoardLogRequest) => {
  // Only the board log of this process has the other end of this port, so the message has its shape.
  const answer = writer.answer(request);
  port.postMessage(answer);
  if (answer.kind === "closed") port.close();
});
port.postMessage("ready");
