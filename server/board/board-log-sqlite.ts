import { z } from "zod";
import { openMigratedDatabase } from "#server/storage/sqlite/migrate.ts";
import { inTransaction } from "#server/storage/sqlite/open-database.ts";
import type { SqliteDatabase } from "#server/storage/sqlite/open-database.ts";
import type { BoardAppend, StoredBoard } from "#server/storage/stores.ts";
import { participantIdSchema } from "#shared/domain/ids.ts";
import type { ReviewId } from "#shared/domain/ids.ts";
import { BoardLogError, nameFailure } from "./board-log-error.ts";
import type { BoardLogAnswer, BoardLogRequest } from "./board-log-messages.ts";

/**
 * The writer of the board's log: hand-written SQL on a connection of its own. Everything in it is
 * synchronous, and a commit returns only after fsync, so it belongs in a thread where it delays nobody.
 */
export interface BoardLogWriter {
  /** Does one thing and says how it went. Never throws: a failure is an answer, and the next request works again. */
  answer(request: BoardLogRequest): BoardLogAnswer;
}

const actorSchema = z.union([participantIdSchema, z.literal("server")]);
const bytesSchema = z.instanceof(Uint8Array).transform((bytes) => new Uint8Array(bytes));
const boardRowSchema = z.object({
  epoch: z.string(),
  snapshot: bytesSchema.nullable(),
  snapshot_seq: z.int().nonnegative(),
});
const updateRowSchema = z.object({ seq: z.int(), actorId: actorSchema, bytes: bytesSchema });
const ownerRowSchema = z.object({ clientId: z.int(), participantId: actorSchema });
const seqRowSchema = z.object({ seq: z.int() });

/** Opens the database, brings it to the newest version and prepares the writer's statements. */
export async function openBoardLogWriter(
  databasePath: string,
  options: { readonly busyTimeoutMs?: number } = {},
): Promise<BoardLogWriter> {
  return createBoardLogWriter(await openMigratedDatabase(databasePath, options));
}

/** The writer over a connection that is open and of the newest version. It closes the connection when asked to. */
export function createBoardLogWriter(database: SqliteDatabase): BoardLogWriter {
  const sql = prepareStatements(database);

  function append({ reviewId, actorId, bytes, atMs, newOwners }: BoardAppend): number | null {
    const row = sql.append.get(reviewId, actorId, bytes, atMs);
    if (row === undefined) return null;
    for (const owner of newOwners) sql.own.run(reviewId, owner.clientId, owner.participantId);
    return seqRowSchema.parse(row).seq;
  }

  function create(reviewId: ReviewId, epoch: string, firstUpdate: BoardAppend): boolean {
    return inTransaction(database, () => {
      if (Number(sql.create.run(reviewId, epoch, firstUpdate.atMs).changes) === 0) return false;
      append({ ...firstUpdate, reviewId });
      return true;
    });
  }

  function load(reviewId: ReviewId): StoredBoard | null {
    const row = sql.board.get(reviewId);
    if (row === undefined) return null;
    const board = boardRowSchema.parse(row);
    const updates = sql.updates.all(reviewId).map((each) => updateRowSchema.parse(each));
    const owners = sql.owners.all(reviewId).map((each) => ownerRowSchema.parse(each));
    const { epoch, snapshot } = board;
    return { epoch, snapshot, updates, owners, lastSeq: updates.at(-1)?.seq ?? board.snapshot_seq };
  }

  function compact(reviewId: ReviewId, seq: number, snapshot: Uint8Array): void {
    inTransaction(database, () => {
      const last = seqRowSchema.optional().parse(sql.lastSeq.get(reviewId));
      if (last === undefined) throw new BoardLogError("no-such-board");
      if (seq > last.seq) throw new RangeError("a snapshot cannot reach past the last update");
      sql.snapshot.run(snapshot, seq, reviewId, seq);
      sql.forget.run(reviewId, seq);
    });
    // A reader in the way makes this do less, not fail: then the next compaction or the end truncates.
    database.prepare("PRAGMA wal_checkpoint(TRUNCATE)").all();
  }

  function handle(request: BoardLogRequest): BoardLogAnswer {
    switch (request.kind) {
      case "create": {
        const isNew = create(request.reviewId, request.epoch, request.firstUpdate);
        return { kind: "created", isNew };
      }
      case "load":
        return { kind: "loaded", board: load(request.reviewId) };
      case "append":
        return {
          kind: "appended",
          seqs: inTransaction(database, () => request.updates.map(append)),
        };
      case "compact":
        compact(request.reviewId, request.seq, request.snapshot);
        return { kind: "compacted" };
      case "close":
        database.close();
        return { kind: "closed" };
    }
  }

  return {
    answer(request) {
      try {
        return handle(request);
      } catch (error) {
        return { kind: "failed", ...nameFailure(error) };
      }
    },
  };
}

function prepareStatements(database: SqliteDatabase) {
  const lastSeq = `max(board.snapshot_seq,
    coalesce((select max(seq) from board_updates where review_id = board.review_id), 0))`;
  return {
    create: database.prepare(
      "insert into boards (review_id, epoch, created_at_ms) values (?, ?, ?) on conflict do nothing",
    ),
    board: database.prepare("select epoch, snapshot, snapshot_seq from boards where review_id = ?"),
    updates: database.prepare(
      `select seq, actor_id as actorId, bytes from board_updates where review_id = ? order by seq`,
    ),
    owners: database.prepare(
      `select client_id as clientId, participant_id as participantId
       from board_client_owners where review_id = ? order by client_id`,
    ),
    lastSeq: database.prepare(`select ${lastSeq} as seq from boards as board where review_id = ?`),
    /** The sequence number is read and used in one statement, so two writers can never take the same. */
    append: database.prepare(
      `insert into board_updates (review_id, seq, actor_id, bytes, at_ms)
       select board.review_id, ${lastSeq} + 1, ?2, ?3, ?4 from boards as board
       where board.review_id = ?1 returning seq`,
    ),
    /** The first participant who used a client id keeps it. */
    own: database.prepare(
      `insert into board_client_owners (review_id, client_id, participant_id)
       values (?, ?, ?) on conflict do nothing`,
    ),
    snapshot: database.prepare(
      "update boards set snapshot = ?, snapshot_seq = ? where review_id = ? and snapshot_seq <= ?",
    ),
    forget: database.prepare("delete from board_updates where review_id = ? and seq <= ?"),
  };
}
