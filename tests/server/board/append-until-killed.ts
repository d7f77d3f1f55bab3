import { createBoardLog } from "#server/board/board-log.ts";
import { reviewIdSchema } from "#shared/domain/ids.ts";
import { testKeyOfBoards } from "#tests/helpers/board-log-in-process.ts";

/**
 * A process that appends without end, several at once, and prints the number of each update as soon as
 * the log says that it is on disk. Started and killed by a test.
 */
const [databasePath = "", workerUrl = "", review = ""] = process.argv.slice(2);
const reviewId = reviewIdSchema.parse(review);
const log = await createBoardLog(databasePath, testKeyOfBoards, { workerUrl: new URL(workerUrl) });

async function appendForEver(): Promise<never> {
  for (;;) {
    const bytes = new TextEncoder().encode("a word that somebody saw");
    const update = { reviewId, actorId: "server", bytes, atMs: 0, newOwners: [] } as const;
    process.stdout.write(`${await log.append(update)}\n`);
  }
}

await Promise.all(Array.from({ length: 8 }, appendForEver));
