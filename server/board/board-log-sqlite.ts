import { z } from "zod";
import type { Keys } from "#server/media/keys.ts";
import { openMigratedDatabase } from "#server/storage/sqlite/migrate.ts";
import { inTransaction } from "#server/storage/sqlite/open-database.ts";
import type { SqliteDatabase } from "#server/storage/sqlite/open-database.ts";
import type { BoardAppend, StoredBoard } from "#server/storage/stores.ts";
import { participantIdSchema } from "#shared/domain/ids.ts";
import type { ReviewId } from "#shared/domain/ids.ts";
import { createBoardKeys } from "./board-keys.ts";
import { BoardLogError, nameFailure } from "./board-log-error.ts";
import type { BoardLogAnswer, BoardLogRequest } from "./board-log-messages.ts";
import { prepareStatements } from "./board-log-statements.ts";
import { isSealed, openOfBoard, sealOfBoard } from "./board-seal.ts";

/**
 * The writer of the board's log: hand-written SQL on a connection of its own. What a board says is sealed
 * here under the board's own key and opened here, so that it lies nowhere on the disk to be read.
 * Everything is synchronous, and a commit returns only after fsync, so it belongs in a thread where it
 * delays nobody.
 */
export interface BoardLogWriter {
  /** Does one thing and says how it went. Never throws: a failure is an answer, and the next request works again. */
  answer(request: BoardLogRequest): BoardLogAnswer;
}

/** What wraps the keys of boards. */
export type KeysOfBoards = Pick<Keys, "create" | "unwrap">;

const actorSchema = z.union([participantIdSchema, z.literal("server")]);
const bytesSchema = z.instanceof(Uint8Array).transform((bytes) => new Uint8Array(bytes));
const boardRowSchema = z.object({
  epoch: z.string(),
  snapshot: bytesSchema.nullable(),
  snapshot_seq: z.int().nonnegative(),
});
const keyRowSchema = z.object({ wrappedKey: bytesSchema.nullable() });
const updateRowSchema = z.object({ seq: z.int(), actorId: actorSchema, bytes: bytesSchema });
const ownerRowSchema = z.object({ clientId: z.int(), participantId: actorSchema });
const seqRowSchema = z.object({ seq: z.int() });

/** Opens the database, brings it to the newest version and prepares the writer's statements. */
export async function openBoardLogWriter(
  databasePath: string,
  keysOfBoards: KeysOfBoards,
  options: { readonly busyTimeoutMs?: number } = {},
): Promise<BoardLogWriter> {
  return createBoardLogWriter(await openMigratedDatabase(databasePath, options), keysOfBoards);
}

/** The writer over a connection that is open and of the newest version. It closes the connection when asked to. */
export function createBoardLogWriter(
  database: SqliteDatabase,
  keysOfBoards: KeysOfBoards,
): BoardLogWriter {
  const sql = prepareStatements(database);
  const keys = createBoardKeys(keysOfBoards);

  /** The key of a board, or null when there is no such board. */
  function keyOf(reviewId: ReviewId): Buffer | null {
    const row = sql.wrappedKey.get(reviewId);
    if (row === undefined) return null;
    const { wrappedKey } = keyRowSchema.parse(row);
    return wrappedKey === null ? sealOld(reviewId) : keys.unwrap(reviewId, wrappedKey);
  }

  /** Gives a board of the time before sealing its key, and seals all that lies there of it. */
  function sealOld(reviewId: ReviewId): Buffer {
    const { key, wrappedKey } = keys.create(reviewId);
    const { snapshot, updates } = readRows(reviewId);
    if ([...updates.map(({ bytes }) => bytes), ...(snapshot ? [snapshot] : [])].some(isSealed)) {
      throw new BoardLogError("key-forgotten");
    }
    sql.setKey.run(wrappedKey, reviewId);
    for (const { seq, bytes } of updates) {
      sql.replace.run(sealOfBoard(key, reviewId, "update", bytes), reviewId, seq);
    }
    if (snapshot !== null) {
      sql.replaceSnapshot.run(sealOfBoard(key, reviewId, "snapshot", snapshot), reviewId);
    }
    return key;
  }

  function readRows(reviewId: ReviewId) {
    const board = boardRowSchema.parse(sql.board.get(reviewId));
    const updates = sql.updates.all(reviewId).map((each) => updateRowSchema.parse(each));
    return { ...board, updates };
  }

  /** A board whose key is of no use any more is as good as gone, and stops no other of the same commit. */
  function usableKeyOf(reviewId: ReviewId): Buffer | null {
    try {
      return keyOf(reviewId);
    } catch (error) {
      if (error instanceof BoardLogError) return null;
      throw error;
    }
  }

  function append({ reviewId, actorId, bytes, atMs, newOwners }: BoardAppend): number | null {
    const key = usableKeyOf(reviewId);
    if (key === null) return null;
    const sealed = sealOfBoard(key, reviewId, "update", bytes);
    const { seq } = seqRowSchema.parse(sql.append.get(reviewId, actorId, sealed, atMs));
    for (const owner of newOwners) sql.own.run(reviewId, owner.clientId, owner.participantId);
    return seq;
  }

  function create(reviewId: ReviewId, epoch: string, firstUpdate: BoardAppend): boolean {
    return inTransaction(database, () => {
      const { wrappedKey } = keys.create(reviewId);
      const made = sql.create.run(reviewId, epoch, wrappedKey, firstUpdate.atMs);
      if (Number(made.changes) === 0) return false;
      append({ ...firstUpdate, reviewId });
      return true;
    });
  }

  function load(reviewId: ReviewId): StoredBoard | null {
    const key = keyOfLoaded(reviewId);
    if (key === null) return null;
    const { epoch, snapshot, snapshot_seq: snapshotSeq, updates } = readRows(reviewId);
    const owners = sql.owners.all(reviewId).map((each) => ownerRowSchema.parse(each));
    return {
      epoch,
      snapshot: snapshot === null ? null : openOfBoard(key, reviewId, "snapshot", snapshot),
      updates: updates.map((each) => {
        return { ...each, bytes: openOfBoard(key, reviewId, "update", each.bytes) };
      }),
      owners,
      lastSeq: updates.at(-1)?.seq ?? snapshotSeq,
    };
  }

  /** The key of a board that is to be read: an old one is sealed first, and leaves nothing in the clear. */
  function keyOfLoaded(reviewId: ReviewId): Buffer | null {
    const row = keyRowSchema.optional().parse(sql.wrappedKey.get(reviewId));
    if (row?.wrappedKey !== null) return keyOf(reviewId);
    const key = inTransaction(database, () => keyOf(reviewId));
    sql.truncate.all();
    return key;
  }

  function compact(reviewId: ReviewId, seq: number, snapshot: Uint8Array): void {
    inTransaction(database, () => {
      const key = keyOf(reviewId);
      const last = seqRowSchema.optional().parse(sql.lastSeq.get(reviewId));
      if (key === null || last === undefined) throw new BoardLogError("no-such-board");
      if (seq > last.seq) throw new RangeError("a snapshot cannot reach past the last update");
      const sealed = sealOfBoard(key, reviewId, "snapshot", snapshot);
      sql.snapshot.run(sealed, seq, reviewId, seq);
      sql.forget.run(reviewId, seq);
    });
    sql.truncate.all();
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
