import { busyTimeoutMs } from "#server/storage/sqlite/open-database.ts";
import type { BoardAppend, BoardLog } from "#server/storage/stores.ts";
import { openBoardLogChannel } from "./board-log-channel.ts";
import { BoardLogError } from "./board-log-error.ts";
import { createBoardLogQueue } from "./board-log-queue.ts";
import type { BoardLogAnswer, BoardLogChannel } from "./board-log-messages.ts";

/** The board's log over a worker thread that writes to the database file at `databasePath`, sealed by `keyOfBoards`. */
export async function createBoardLog(
  databasePath: string,
  keyOfBoards: Buffer,
  options: { readonly workerUrl?: URL; readonly busyTimeoutMs?: number } = {},
): Promise<BoardLog> {
  const settings = { databasePath, keyOfBoards: new Uint8Array(keyOfBoards), busyTimeoutMs };
  return createBoardLogOver(await openBoardLogChannel({ ...settings, ...options }));
}

/** The board's log over any way to its writer. What is given to it may be changed afterwards: it is copied. */
export function createBoardLogOver(channel: BoardLogChannel): BoardLog {
  const queue = createBoardLogQueue(channel);
  return {
    async create(reviewId, epoch, firstUpdate) {
      const request = {
        kind: "create",
        reviewId,
        epoch,
        firstUpdate: copyOf(firstUpdate),
      } as const;
      return expectKind(await queue.ask(request), "created").isNew;
    },
    async load(reviewId) {
      return expectKind(await queue.ask({ kind: "load", reviewId }), "loaded").board;
    },
    append: (update) => queue.append(copyOf(update)),
    async compact(reviewId, seq, snapshot) {
      const request = {
        kind: "compact",
        reviewId,
        seq,
        snapshot: new Uint8Array(snapshot),
      } as const;
      expectKind(await queue.ask(request), "compacted");
    },
    close: () => queue.close(),
  };
}

/** A copy with bytes of their own: sending a part of a large buffer would send all of it. */
function copyOf(update: BoardAppend): BoardAppend {
  return { ...update, bytes: new Uint8Array(update.bytes), newOwners: [...update.newOwners] };
}

function expectKind<Kind extends BoardLogAnswer["kind"]>(answer: BoardLogAnswer, kind: Kind) {
  if (answer.kind !== kind) throw new BoardLogError("not-written", `answered ${answer.kind}`);
  return answer as Extract<BoardLogAnswer, { kind: Kind }>; // its kind was compared above
}
