import type { Kysely, Transaction } from "kysely";
import type { DatabaseSchema } from "#server/storage/schema.ts";

/** The typed way to the database that all stores of one database share. */
export type Queries = Kysely<DatabaseSchema>;

/** The same inside a transaction. */
export type TransactionQueries = Transaction<DatabaseSchema>;

/** Runs reads that belong together, so that no change falls between them. */
export function readTogether<Value>(
  queries: Queries,
  work: (read: TransactionQueries) => Promise<Value>,
): Promise<Value> {
  return queries.transaction().setAccessMode("read only").execute(work);
}

/** Runs writes that belong together: all of them happen, or none. */
export function writeTogether<Value>(
  queries: Queries,
  work: (write: TransactionQueries) => Promise<Value>,
): Promise<Value> {
  return queries.transaction().execute(work);
}
