import { CamelCasePlugin, Kysely } from "kysely";
import type { DatabaseSchema } from "#server/storage/schema.ts";
import type { Stores } from "#server/storage/stores.ts";
import { createAccountStore } from "./account-store.ts";
import { createClipRecordStore } from "./clip-record-store.ts";
import { createInviteStore } from "./invite-store.ts";
import { createJourneyStore } from "./journey-store.ts";
import { NodeSqliteDialect } from "./kysely-dialect.ts";
import { migrateDatabase } from "./migrate.ts";
import { openDatabase } from "./open-database.ts";
import { createReviewStore } from "./review-store.ts";
import { createRoomStateStore } from "./room-state-store.ts";
import { createSessionStore } from "./session-store.ts";

/**
 * All stores over one SQLite file, which is made when it is not there and brought to the newest version.
 * Rejects when the file cannot be opened or was written by a newer program.
 */
export async function createSqliteStores(databasePath: string): Promise<Stores> {
  const database = await openDatabase(databasePath);
  try {
    migrateDatabase(database);
  } catch (error) {
    database.close();
    throw error;
  }
  const queries = new Kysely<DatabaseSchema>({
    dialect: new NodeSqliteDialect(database),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  await queries.connection().execute(() => Promise.resolve()); // so that `close` finds a started driver
  return {
    accounts: createAccountStore(queries),
    sessions: createSessionStore(queries),
    journeys: createJourneyStore(queries),
    clips: createClipRecordStore(queries),
    reviews: createReviewStore(queries),
    invites: createInviteStore(queries),
    rooms: createRoomStateStore(queries),
    close: () => queries.destroy(),
  };
}
