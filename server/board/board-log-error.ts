/** Why the board's log could not do what was asked. */
export type BoardLogFailure =
  | "disk-full"
  | "locked"
  | "no-such-board"
  | "key-forgotten"
  | "wrong-key"
  | "damaged"
  | "not-written"
  | "worker-lost"
  | "closed";

const sentences: Record<BoardLogFailure, string> = {
  "disk-full": "the disk is full, so the board could not be kept",
  locked: "another process holds the database, so the board could not be kept",
  "no-such-board": "there is no board for this review",
  "key-forgotten": "this board's key is gone, so its words can never be read again",
  "wrong-key": "this board's key was wrapped under another key file, so its words cannot be read",
  damaged: "a part of this board was changed or does not belong to it, so it is not read",
  "not-written": "the board could not be kept",
  "worker-lost": "the board's writer stopped before it had answered",
  closed: "the board's log is closed",
};

/** What a method of the board's log rejects with. Nothing of the rejected change is in the log. */
export class BoardLogError extends Error {
  readonly reason: BoardLogFailure;

  constructor(reason: BoardLogFailure, detail?: string) {
    super(detail === undefined ? sentences[reason] : `${sentences[reason]}: ${detail}`);
    this.name = "BoardLogError";
    this.reason = reason;
  }
}

const sqliteBusy = 5;
const sqliteLocked = 6;
const sqliteFull = 13;

/** Names the failure behind an error of the SQLite driver, by its result code. */
export function nameFailure(error: unknown): { reason: BoardLogFailure; detail: string } {
  const detail = error instanceof Error ? error.message : String(error);
  if (error instanceof BoardLogError) return { reason: error.reason, detail };
  const primaryCode = resultCodeOf(error) & 0xff; // the upper bits say more, which nobody needs here
  if (primaryCode === sqliteFull) return { reason: "disk-full", detail };
  if (primaryCode === sqliteBusy || primaryCode === sqliteLocked)
    return { reason: "locked", detail };
  return { reason: "not-written", detail };
}

function resultCodeOf(error: unknown): number {
  if (typeof error !== "object" || error === null || !("errcode" in error)) return 0;
  return typeof error.errcode === "number" ? error.errcode : 0;
}
