import { openWorkerChannel } from "#server/storage/worker-channel.ts";
import type { SqliteDatabase, SqliteValue } from "./open-database.ts";

/** One statement with its values, or the end. */
export type StatementQuestion =
  | { readonly kind: "run"; readonly sql: string; readonly values: readonly SqliteValue[] }
  | { readonly kind: "close" };

/** What a statement has done. */
export interface StatementOutcome {
  readonly rows: readonly unknown[];
  readonly changes: number;
  readonly lastInsertRowid: number;
}

/** The outcome, or the engine's own words when the statement failed. */
export type StatementAnswer =
  | { readonly kind: "done"; readonly outcome: StatementOutcome }
  | { readonly kind: "failed"; readonly message: string };

/** A way to one connection: statements are run one after the other, in the order they came. */
export interface StatementChannel {
  /** Rejects with the engine's own words when a statement fails. */
  run(sql: string, values: readonly SqliteValue[]): Promise<StatementOutcome>;
  /** Grows when the connection was lost and made anew: a transaction of the old one is undone. */
  losses(): number;
  close(): Promise<void>;
}

const nothing: StatementOutcome = { rows: [], changes: 0, lastInsertRowid: 0 };

/** Answers one question on a connection. Never throws: a failure is an answer. */
export function answerStatement(
  database: SqliteDatabase,
  question: StatementQuestion,
): StatementAnswer {
  try {
    if (question.kind === "run") {
      return { kind: "done", outcome: runStatement(database, question.sql, question.values) };
    }
    database.close();
    return { kind: "done", outcome: nothing };
  } catch (error) {
    return { kind: "failed", message: error instanceof Error ? error.message : String(error) };
  }
}

function runStatement(
  database: SqliteDatabase,
  sql: string,
  values: readonly SqliteValue[],
): StatementOutcome {
  // A full disk may have ended the transaction already; then there is nothing to roll back.
  if (sql === "rollback" && !database.isTransaction) return nothing;
  const statement = database.prepare(sql);
  if (statement.columns().length > 0) return { ...nothing, rows: statement.all(...values) };
  const { changes, lastInsertRowid } = statement.run(...values);
  return { rows: [], changes: Number(changes), lastInsertRowid: Number(lastInsertRowid) };
}

/** The connection in this thread: each statement, with its fsync, holds up everything else. */
export function openStatementsHere(database: SqliteDatabase): StatementChannel {
  return channelOver((question) => Promise.resolve(answerStatement(database, question)));
}

/** The connection in a thread of its own, so that neither an fsync nor another's lock delays this one. */
export async function openStatementsInWorker(
  databasePath: string,
  workerUrl: URL,
): Promise<StatementChannel> {
  const channel = await openWorkerChannel<StatementQuestion, StatementAnswer>({
    workerUrl,
    workerData: { databasePath },
    lost: (detail) => new Error(`the database's thread was lost: ${detail ?? "it ended"}`),
  });
  return channelOver(
    (question) => channel.ask(question),
    () => channel.losses(),
  );
}

function channelOver(
  ask: (question: StatementQuestion) => Promise<StatementAnswer>,
  losses: () => number = () => 0,
): StatementChannel {
  async function outcomeOf(question: StatementQuestion): Promise<StatementOutcome> {
    const answer = await ask(question);
    if (answer.kind === "failed") throw new Error(answer.message);
    return answer.outcome;
  }
  return {
    run: (sql, values) => outcomeOf({ kind: "run", sql, values }),
    losses,
    async close() {
      await outcomeOf({ kind: "close" });
    },
  };
}
