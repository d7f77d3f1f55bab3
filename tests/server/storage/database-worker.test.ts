import { Kysely } from "kysely";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { createSqliteStores } from "#server/storage/sqlite/create-sqlite-stores.ts";
import { NodeSqliteDialect } from "#server/storage/sqlite/kysely-dialect.ts";
import { openStatementsInWorker } from "#server/storage/sqlite/statement-channel.ts";
import { buildAccount, morningMs } from "#tests/helpers/build-records.ts";
import { databaseWorkerUrl } from "#tests/helpers/database-worker.ts";
import { mortalWorkerUrl } from "#tests/helpers/mortal-worker.ts";
import { openTestDatabase } from "#tests/helpers/open-test-database.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

it("[ST19] rejects what a lost thread has not answered, and goes on with a new one", async () => {
  const folder = await temporaryFolder();
  const workerUrl = await mortalWorkerUrl(folder, await databaseWorkerUrl(), "deadly");
  const stores = await createSqliteStores(join(folder, "sameframe.db"), { workerUrl });
  onTestFinished(() => stores.close());
  await stores.accounts.add(buildAccount(), morningMs);

  await expect(stores.accounts.findByName("deadly")).rejects.toThrow(/thread was lost/);

  expect(await stores.accounts.count()).toBe(1);
});

it("[ST20] keeps nothing of a transaction whose thread was lost, not even what it asks afterwards", async () => {
  const folder = await temporaryFolder();
  const workerUrl = await mortalWorkerUrl(folder, await databaseWorkerUrl(), "deadly");
  const databasePath = join(folder, "sameframe.db");
  const statements = await openStatementsInWorker(databasePath, workerUrl);
  const queries = new Kysely<{ aims: { cycle_id: string; position: number; text: string } }>({
    dialect: new NodeSqliteDialect(statements),
  });
  onTestFinished(() => queries.destroy());
  await statements.run("create table kept (word text not null) strict", []);
  const keep = (word: string) => statements.run("insert into kept (word) values (?)", [word]);

  const lost = queries.transaction().execute(async (write) => {
    await keep("before");
    await keep("deadly").catch(() => undefined);
    await write.selectFrom("aims").selectAll().execute();
  });

  await expect(lost).rejects.toThrow(/transaction was lost/);
  await queries.transaction().execute(() => keep("after"));
  expect((await statements.run("select word from kept", [])).rows).toEqual([{ word: "after" }]);
});

it("[ST22] answers other things while another process holds the database", async () => {
  const folder = await temporaryFolder();
  const databasePath = join(folder, "sameframe.db");
  const workerUrl = await databaseWorkerUrl();
  const stores = await createSqliteStores(databasePath, { workerUrl });
  onTestFinished(() => stores.close());
  const other = await openTestDatabase(databasePath);
  other.exec("BEGIN IMMEDIATE");
  let isAdded = false;

  const adding = stores.accounts.add(buildAccount(), morningMs).then(() => (isAdded = true));
  await new Promise((resolve) => setImmediate(resolve)); // this thread goes on: in it, the lock would be for ever
  expect(isAdded).toBe(false);
  other.exec("ROLLBACK");

  expect(await adding).toBe(true);
});
