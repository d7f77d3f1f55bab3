import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, it, onTestFinished } from "vitest";
import { createSqliteStores } from "#server/storage/sqlite/create-sqlite-stores.ts";
import { createBoardLogInProcess } from "#tests/helpers/board-log-in-process.ts";
import { boardLogWorkerUrl } from "#tests/helpers/board-log-worker.ts";
import { buildAppend } from "#tests/helpers/build-append.ts";
import { storeReview } from "#tests/helpers/build-records.ts";
import { bundleForNode } from "#tests/helpers/bundle-for-node.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const rounds = 6;
const updatesBeforeTheKill = 60;

it("[ST21] loses no update it has called kept when its process is killed, six times over", async () => {
  const databasePath = join(await temporaryFolder(), "sameframe.db");
  const stores = await createSqliteStores(databasePath);
  onTestFinished(() => stores.close());
  const reviewId = await storeReview(stores);
  const log = await createBoardLogInProcess(databasePath);
  onTestFinished(() => log.close());
  await log.create(reviewId, "epoch", buildAppend(reviewId, "seed"));
  const script = fileURLToPath(await bundleForNode("tests/server/board/append-until-killed.ts"));
  const workerUrl = (await boardLogWorkerUrl()).href;
  const kept: number[] = [];

  for (let round = 0; round < rounds; round += 1) {
    kept.push(...(await appendUntilKilled([script, databasePath, workerUrl, reviewId])));
  }

  const board = await log.load(reviewId);
  const inLog = new Set(board?.updates.map((update) => update.seq));
  expect(kept.length).toBeGreaterThanOrEqual(rounds * updatesBeforeTheKill);
  expect(kept.filter((seq) => !inLog.has(seq))).toEqual([]);
  expect(board?.updates.map((update) => update.seq)).toEqual([...inLog.keys()]);
  expect(board?.lastSeq).toBe(inLog.size);
});

/** Starts the appending process, kills it with SIGKILL after a while, and returns what it had called kept. */
async function appendUntilKilled(args: string[]): Promise<number[]> {
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  const kept: number[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on("line", (line) => {
    kept.push(Number(line));
    if (kept.length === updatesBeforeTheKill) child.kill("SIGKILL");
  });
  await Promise.all([once(child, "exit"), once(lines, "close")]);
  return kept;
}
