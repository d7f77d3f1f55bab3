import { SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from "kysely";
import type {
  CompiledQuery,
  DatabaseConnection,
  DatabaseIntrospector,
  Dialect,
  Driver,
  Kysely,
  QueryResult,
  TransactionSettings,
} from "kysely";
import type { SqliteValue } from "./open-database.ts";
import type { StatementChannel } from "./statement-channel.ts";

/**
 * Kysely over the API of `node:sqlite`. One connection behind a lock: a transaction holds the lock from
 * its begin to its end, so that queries of others, awaited in between, never fall into it.
 */
export class NodeSqliteDialect implements Dialect {
  readonly #statements: StatementChannel;

  constructor(statements: StatementChannel) {
    this.#statements = statements;
  }

  createDriver(): Driver {
    return new NodeSqliteDriver(this.#statements);
  }

  createQueryCompiler(): SqliteQueryCompiler {
    return new SqliteQueryCompiler();
  }

  createAdapter(): SqliteAdapter {
    return new SqliteAdapter();
  }

  createIntrospector(db: Kysely<unknown>): DatabaseIntrospector {
    return new SqliteIntrospector(db);
  }
}

const lostTransaction = "the transaction was lost with its connection";

class NodeSqliteDriver implements Driver {
  readonly #statements: StatementChannel;
  readonly #connection: NodeSqliteConnection;
  readonly #waiting: (() => void)[] = [];
  #taken = false;

  constructor(statements: StatementChannel) {
    this.#statements = statements;
    this.#connection = new NodeSqliteConnection(statements);
  }

  init(): Promise<void> {
    return Promise.resolve();
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    if (this.#taken) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#taken = true;
    return this.#connection;
  }

  /** Hands the connection to whoever has waited longest; nobody can step in between. */
  releaseConnection(): Promise<void> {
    const next = this.#waiting.shift();
    if (next === undefined) this.#taken = false;
    else next();
    return Promise.resolve();
  }

  /** A writing transaction takes the write lock at its start, so it can never fail half-way for want of it. */
  async beginTransaction(_: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    const kind = settings.accessMode === "read only" ? "deferred" : "immediate";
    await this.#connection.begin(`begin ${kind}`);
  }

  commitTransaction(): Promise<void> {
    return this.#connection.end("commit");
  }

  rollbackTransaction(): Promise<void> {
    return this.#connection.end("rollback");
  }

  destroy(): Promise<void> {
    return this.#statements.close();
  }
}

class NodeSqliteConnection implements DatabaseConnection {
  readonly #statements: StatementChannel;
  /** Inside a transaction: how often the connection had been lost when it began. */
  #lossesAtBegin: number | null = null;

  constructor(statements: StatementChannel) {
    this.#statements = statements;
  }

  async begin(sql: string): Promise<void> {
    const losses = this.#statements.losses();
    await this.#statements.run(sql, []);
    this.#lossesAtBegin = losses;
  }

  /** Ends the transaction. Nothing is left to roll back when the connection was lost meanwhile. */
  async end(sql: "commit" | "rollback"): Promise<void> {
    const isLost = this.#isTransactionLost();
    this.#lossesAtBegin = null;
    if (!isLost) await this.#statements.run(sql, []);
    else if (sql === "commit") throw new Error(lostTransaction);
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    if (this.#isTransactionLost()) throw new Error(lostTransaction);
    const values = query.parameters.map(toSqliteValue);
    const outcome = await this.#statements.run(query.sql, values);
    return {
      rows: outcome.rows as Row[], // Kysely's own typing; stores parse each row
      numAffectedRows: BigInt(outcome.changes),
      insertId: BigInt(outcome.lastInsertRowid),
    };
  }

  streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error("rows are not streamed from this database");
  }

  #isTransactionLost(): boolean {
    return this.#lossesAtBegin !== null && this.#lossesAtBegin !== this.#statements.losses();
  }
}

/** Booleans are kept as 0 and 1; anything SQLite has no type for is refused. */
function toSqliteValue(value: unknown): SqliteValue {
  if (typeof value === "boolean") return value ? 1 : 0;
  if (value === null || typeof value === "string" || typeof value === "bigint") return value;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (value instanceof Uint8Array) return new Uint8Array(value); // a copy: it may travel to a thread
  throw new TypeError(`a ${typeof value} cannot be stored`);
}
