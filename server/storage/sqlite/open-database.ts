/**
 * Opens an SQLite file through the API of `node:sqlite`: the built-in module where Node has a complete
 * one, and the prebuilt package with the same API where it has not (Node 20). This is the only module
 * that knows which of the two is in use.
 */

/** What may be bound to a statement. */
export type SqliteValue = null | number | bigint | string | Uint8Array;

/** A prepared statement, as far as it is used here. Rows are unknown until somebody has parsed them. */
export interface SqliteStatement {
  run(...values: SqliteValue[]): { changes: number | bigint; lastInsertRowid: number | bigint };
  get(...values: SqliteValue[]): unknown;
  all(...values: SqliteValue[]): unknown[];
  /** Empty for a statement that returns no rows. */
  columns(): readonly unknown[];
}

/** A connection, as far as it is used here. */
export interface SqliteDatabase {
  exec(sql: string): void;
  prepare(sql: string): SqliteStatement;
  close(): void;
  readonly isTransaction: boolean;
}

type DatabaseConstructor = new (path: string) => SqliteDatabase;

/** How long a connection waits for another one's lock before it gives up. */
export const busyTimeoutMs = 5_000;

/**
 * Opens (and makes) the database file with the settings everything here relies on: a commit returns
 * after fsync, foreign keys hold, and deleted content is overwritten with zeros.
 */
export async function openDatabase(
  databasePath: string,
  options: { readonly busyTimeoutMs?: number } = {},
): Promise<SqliteDatabase> {
  const Database = await loadDriver();
  const database = new Database(databasePath);
  try {
    database.exec(`PRAGMA busy_timeout = ${Math.trunc(options.busyTimeoutMs ?? busyTimeoutMs)}`);
    database.exec("PRAGMA journal_mode = WAL");
    database.exec("PRAGMA synchronous = FULL");
    database.exec("PRAGMA foreign_keys = ON");
    database.exec("PRAGMA secure_delete = ON");
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Runs `work` in one transaction that takes the write lock at once; undoes all of it when `work` throws. */
export function inTransaction<Value>(database: SqliteDatabase, work: () => Value): Value {
  database.exec("BEGIN IMMEDIATE");
  try {
    const value = work();
    database.exec("COMMIT");
    return value;
  } catch (error) {
    if (database.isTransaction) database.exec("ROLLBACK"); // a full disk may have rolled back already
    throw error;
  }
}

async function loadDriver(): Promise<DatabaseConstructor> {
  // Asked for by name at run time: a bundler that sees `import("node:sqlite")` may refuse it on Node 20.
  return builtInDriver(process.getBuiltinModule("node:sqlite")) ?? (await packagedDriver());
}

/** The driver in `node:sqlite`; null where Node has none, or one older than `columns()`, which queries need. */
export function builtInDriver(module: object | undefined): DatabaseConstructor | null {
  if (module === undefined || !("DatabaseSync" in module) || !("StatementSync" in module))
    return null;
  const { DatabaseSync, StatementSync } = module;
  if (typeof StatementSync !== "function" || typeof DatabaseSync !== "function") return null;
  const methods: unknown = StatementSync.prototype;
  if (typeof methods !== "object" || methods === null || !("columns" in methods)) return null;
  return DatabaseSync as DatabaseConstructor; // node:sqlite's class, whose methods were looked at above
}

async function packagedDriver(): Promise<DatabaseConstructor> {
  const { DatabaseSync } = await import("@photostructure/sqlite");
  return DatabaseSync;
}
