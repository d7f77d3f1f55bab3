import { join } from "node:path";
import { onTestFinished } from "vitest";
import { openDatabase } from "#server/storage/sqlite/open-database.ts";
import type { SqliteDatabase } from "#server/storage/sqlite/open-database.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

/** A connection to a database file, closed when the test is over; an empty file of its own unless one is named. */
export async function openTestDatabase(databasePath?: string): Promise<SqliteDatabase> {
  const database = await openDatabase(
    databasePath ?? join(await temporaryFolder(), "sameframe.db"),
    { busyTimeoutMs: 2_000 },
  );
  onTestFinished(() => database.close());
  return database;
}
