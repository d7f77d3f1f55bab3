import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { createBoardLog } from "#server/board/board-log.ts";
import { createBoardLogWriter } from "#server/board/board-log-sqlite.ts";
import { createKeys } from "#server/media/keys.ts";
import { migrateDatabase } from "#server/storage/sqlite/migrate.ts";
import { createSqliteStores } from "#server/storage/sqlite/create-sqlite-stores.ts";
import { createBoardLogOverWriter, testKeyOfBoards } from "#tests/helpers/board-log-in-process.ts";
import { boardLogWorkerUrl } from "#tests/helpers/board-log-worker.ts";
import { buildAppend } from "#tests/helpers/build-append.ts";
import { newId, storeReview } from "#tests/helpers/build-records.ts";
import { mortalWorkerUrl } from "#tests/helpers/mortal-worker.ts";
import { openTestDatabase } from "#tests/helpers/open-test-database.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const deadlyId = newId.participant();

async function storeOneReview() {
  const folder = await temporaryFolder();
  const databasePath = join(folder, "sameframe.db");
  const stores = await createSqliteStores(databasePath);
  onTestFinished(() => stores.close());
  return { folder, databasePath, reviewId: await storeReview(stores) };
}

it("[ST12] says that the disk is full, keeps nothing of the group, and goes on when there is room", async () => {
  const { databasePath, reviewId } = await storeOneReview();
  const database = await openTestDatabase(databasePath);
  migrateDatabase(database);
  const log = createBoardLogOverWriter(createBoardLogWriter(database, createKeys(testKeyOfBoards)));
  await log.create(reviewId, "epoch", buildAppend(reviewId, "seed"));
  const { page_count: pages } = database.prepare("PRAGMA page_count").get() as {
    page_count: number; // what this pragma answers
  };
  database.prepare(`PRAGMA max_page_count = ${pages + 2}`).get();

  const outcomes = await Promise.allSettled([
    log.append(buildAppend(reviewId, "small")),
    log.append(buildAppend(reviewId, "large ".repeat(20_000))),
  ]);
  const whileFull = await log.load(reviewId);
  database.prepare("PRAGMA max_page_count = 1000000").get();
  const seq = await log.append(buildAppend(reviewId, "large ".repeat(20_000)));

  const full = { status: "rejected", reason: { reason: "disk-full" } };
  expect(outcomes).toMatchObject([full, full]);
  expect(whileFull?.lastSeq).toBe(1);
  expect(seq).toBe(2);
});

it("[ST12] says that the database is locked, and goes on when it is free again", async () => {
  const { databasePath, reviewId } = await storeOneReview();
  const workerUrl = await boardLogWorkerUrl();
  const log = await createBoardLog(databasePath, testKeyOfBoards, { workerUrl, busyTimeoutMs: 50 });
  onTestFinished(() => log.close());
  await log.create(reviewId, "epoch", buildAppend(reviewId, "seed"));
  const other = await openTestDatabase(databasePath);
  other.exec("BEGIN EXCLUSIVE");

  await expect(log.append(buildAppend(reviewId, "two"))).rejects.toMatchObject({
    name: "BoardLogError",
    reason: "locked",
  });
  other.exec("ROLLBACK");

  expect(await log.append(buildAppend(reviewId, "two"))).toBe(2);
});

it("[ST19] rejects what a dying worker has not answered, and writes on with a new one", async () => {
  const { folder, databasePath, reviewId } = await storeOneReview();
  const workerUrl = await mortalWorkerUrl(folder, await boardLogWorkerUrl(), deadlyId);
  const log = await createBoardLog(databasePath, testKeyOfBoards, { workerUrl });
  onTestFinished(() => log.close());
  await log.create(reviewId, "epoch", buildAppend(reviewId, "seed"));

  const deadly = log.append({
    ...buildAppend(reviewId, "lost"),
    newOwners: [{ clientId: 1, participantId: deadlyId }],
  });
  const lost = { name: "BoardLogError", reason: "worker-lost" };
  await expect(deadly).rejects.toMatchObject(lost);
  const seqs = [
    await log.append(buildAppend(reviewId, "two")),
    await log.append(buildAppend(reviewId, "three")),
  ];

  expect(seqs).toEqual([2, 3]);
  expect((await log.load(reviewId))?.updates).toHaveLength(3);
});

it("[ST19] says at once when its worker cannot start", async () => {
  const folder = await temporaryFolder();
  const missing = join(folder, "no-such-folder", "sameframe.db");

  const opening = createBoardLog(missing, testKeyOfBoards, {
    workerUrl: await boardLogWorkerUrl(),
  });

  await expect(opening).rejects.toThrow(/unable to open/i);
});

it("[ST17] refuses a database that a newer program has written", async () => {
  const { databasePath } = await storeOneReview();
  const database = await openTestDatabase(databasePath);
  database.exec("update schema_version set version = version + 1");

  const opening = createBoardLog(databasePath, testKeyOfBoards, {
    workerUrl: await boardLogWorkerUrl(),
  });

  await expect(opening).rejects.toThrow(/newer SameFrame/);
});
