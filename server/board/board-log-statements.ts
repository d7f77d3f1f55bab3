import type { SqliteDatabase } from "#server/storage/sqlite/open-database.ts";

const lastSeq = `max(board.snapshot_seq,
  coalesce((select max(seq) from board_updates where review_id = board.review_id), 0))`;

/** The statements of the board's log, prepared on its own connection. */
export function prepareStatements(database: SqliteDatabase) {
  return {
    create: database.prepare(
      `insert into boards (review_id, epoch, wrapped_key, created_at_ms) values (?, ?, ?, ?)
       on conflict do nothing`,
    ),
    board: database.prepare("select epoch, snapshot, snapshot_seq from boards where review_id = ?"),
    wrappedKey: database.prepare(
      "select wrapped_key as wrappedKey from boards where review_id = ?",
    ),
    setKey: database.prepare("update boards set wrapped_key = ? where review_id = ?"),
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
    replace: database.prepare("update board_updates set bytes = ? where review_id = ? and seq = ?"),
    /** The first participant who used a client id keeps it. */
    own: database.prepare(
      `insert into board_client_owners (review_id, client_id, participant_id)
       values (?, ?, ?) on conflict do nothing`,
    ),
    snapshot: database.prepare(
      "update boards set snapshot = ?, snapshot_seq = ? where review_id = ? and snapshot_seq <= ?",
    ),
    replaceSnapshot: database.prepare("update boards set snapshot = ? where review_id = ?"),
    forget: database.prepare("delete from board_updates where review_id = ? and seq <= ?"),
    // A reader in the way makes this do less, not fail: then the next compaction or the end truncates.
    truncate: database.prepare("PRAGMA wal_checkpoint(TRUNCATE)"),
  };
}
