import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { createSqliteStores } from "#server/storage/sqlite/create-sqlite-stores.ts";
import { createBoardLogInProcess } from "#tests/helpers/board-log-in-process.ts";
import { buildAppend } from "#tests/helpers/build-append.ts";
import { morningMs, storeReview } from "#tests/helpers/build-records.ts";
import { openTestDatabase } from "#tests/helpers/open-test-database.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

async function openAll() {
  const databasePath = join(await temporaryFolder(), "sameframe.db");
  const stores = await createSqliteStores(databasePath);
  onTestFinished(() => stores.close());
  return { databasePath, stores, reviewId: await storeReview(stores) };
}

it("[BD24] a database knows that it holds boards which only the key file opens", async () => {
  const { databasePath, stores, reviewId } = await openAll();
  const log = await createBoardLogInProcess(databasePath);
  onTestFinished(() => log.close());

  expect(await stores.hasSealedRecords()).toBe(false);
  await log.create(reviewId, "epoch", buildAppend(reviewId, "seed"));
  expect(await stores.hasSealedRecords()).toBe(true);
});

it("[BD24] so does one that holds a private note and no sealed board", async () => {
  const { databasePath, stores, reviewId } = await openAll();
  const database = await openTestDatabase(databasePath);
  database
    .prepare("insert into boards (review_id, epoch, created_at_ms) values (?, 'old', ?)")
    .run(reviewId, morningMs);
  expect(await stores.hasSealedRecords()).toBe(false);

  database
    .prepare("insert into private_notes values (?, 'somebody', '', ?, ?)")
    .run(reviewId, new Uint8Array(40), morningMs);

  expect(await stores.hasSealedRecords()).toBe(true);
});
