import { parentPort, workerData } from "node:worker_threads";
import { z } from "zod";
import { openMigratedDatabase } from "./migrate.ts";
import { answerStatement } from "./statement-channel.ts";
import type { StatementQuestion } from "./statement-channel.ts";

/**
 * The thread in which the stores' statements run. It answers each question in turn; the one to close is
 * the last, after which the thread ends by itself.
 */
const { databasePath } = z.strictObject({ databasePath: z.string() }).parse(workerData);

const port = parentPort;
if (port === null) throw new Error("this module runs as a worker thread only");

const database = await openMigratedDatabase(databasePath);

port.on("message", (question: StatementQuestion) => {
  // Only the stores of this process have the other end of this port, so the message has its shape.
  port.postMessage(answerStatement(database, question));
  if (question.kind === "close") port.close();
});
port.postMessage("ready");
