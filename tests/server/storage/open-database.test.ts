import { DatabaseSync } from "@photostructure/sqlite";
import { expect, it } from "vitest";
import { builtInDriver } from "#server/storage/sqlite/open-database.ts";
import { openTestDatabase } from "#tests/helpers/open-test-database.ts";

it.each([
  ["journal_mode", "wal"],
  ["synchronous", 2],
  ["foreign_keys", 1],
  ["secure_delete", 1],
])("[ST14] opens a database with %s = %s", async (pragma, expected) => {
  const database = await openTestDatabase();

  const row = database.prepare(`PRAGMA ${pragma}`).get();

  expect(row).toEqual({ [pragma]: expected });
});

it("[ST14] waits for another connection's lock for as long as it was told", async () => {
  const database = await openTestDatabase();

  expect(database.prepare("PRAGMA busy_timeout").get()).toEqual({ timeout: 2_000 });
});

it("uses Node's own driver where it can do what queries need, and only there", () => {
  class StatementSync {}
  class StatementSyncWithColumns {
    columns() {
      return [];
    }
  }

  expect(builtInDriver(undefined)).toBeNull();
  expect(builtInDriver({ DatabaseSync, StatementSync })).toBeNull();
  const complete = { DatabaseSync, StatementSync: StatementSyncWithColumns };
  expect(builtInDriver(complete)).toBe(DatabaseSync);
});
