import { z } from "zod";
import { allMigrations } from "#server/storage/migrations/all-migrations.ts";
import { sqliteWords } from "#server/storage/migrations/migration.ts";
import type { Migration } from "#server/storage/migrations/migration.ts";
import { inTransaction, openDatabase } from "./open-database.ts";
import type { SqliteDatabase } from "./open-database.ts";

const versionRowSchema = z.object({ version: z.int().nonnegative().nullable() });

/**
 * Brings the database to the newest version, all steps in one transaction, and returns that version.
 * Refuses a database that a newer SameFrame has written: going back would lose what it holds.
 */
export function migrateDatabase(
  database: SqliteDatabase,
  migrations: readonly Migration[] = allMigrations,
): number {
  return inTransaction(database, () => {
    database.exec("create table if not exists schema_version (version integer not null) strict");
    const version = readVersion(database);
    const newest = migrations.at(-1)?.version ?? 0;
    if (version > newest) {
      throw new Error(
        `This data was written by a newer SameFrame (its version is ${version}, this program knows ${newest}). ` +
          "Start the newer program again, or restore the backup made before it was installed.",
      );
    }
    const steps = migrations.filter((migration) => migration.version > version);
    for (const step of steps) {
      for (const statement of step.statements(sqliteWords)) database.exec(statement);
    }
    if (steps.length > 0) writeVersion(database, newest);
    return newest;
  });
}

/** Opens the database file and brings it to the newest version; leaves nothing open when that fails. */
export async function openMigratedDatabase(
  databasePath: string,
  options: { readonly busyTimeoutMs?: number } = {},
): Promise<SqliteDatabase> {
  const database = await openDatabase(databasePath, options);
  try {
    migrateDatabase(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function readVersion(database: SqliteDatabase): number {
  const row = database.prepare("select max(version) as version from schema_version").get();
  return versionRowSchema.parse(row).version ?? 0; // null: a new, empty database
}

function writeVersion(database: SqliteDatabase, version: number): void {
  database.exec("delete from schema_version");
  database.prepare("insert into schema_version (version) values (?)").run(version);
}
