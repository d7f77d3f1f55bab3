import type { BoardAppend } from "#server/storage/stores.ts";
import { BoardLogError } from "./board-log-error.ts";
import type { BoardLogAnswer, BoardLogChannel, BoardLogRequest } from "./board-log-messages.ts";

interface QueuedAppend {
  readonly kind: "append";
  readonly update: BoardAppend;
  readonly resolve: (seq: number) => void;
  readonly reject: (error: Error) => void;
}

interface QueuedRequest {
  readonly kind: "request";
  readonly request: BoardLogRequest;
  readonly resolve: (answer: BoardLogAnswer) => void;
  readonly reject: (error: Error) => void;
}

type Queued = QueuedAppend | QueuedRequest;

/**
 * Everything for the writer, in the order it was asked, one at a time. Appends that stand next to each
 * other when their turn comes go as one group and share one commit: while a commit runs, the next group
 * fills itself, with no timer.
 *
 * When a group fails, the appends that came in meanwhile fail with it: they were made by somebody who
 * could not know, and may build on what is not in the log. Whoever appends after that knows.
 */
export function createBoardLogQueue(channel: BoardLogChannel) {
  const queue: Queued[] = [];
  let working: Promise<void> | null = null;
  let closing: Promise<void> | null = null;

  function push(queued: Queued): void {
    queue.push(queued);
    working ??= Promise.resolve().then(work);
  }

  async function work(): Promise<void> {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      if (next.kind === "request") await workOn(next);
      else await commit([next, ...takeAppends()]);
    }
    working = null;
  }

  function takeAppends(): QueuedAppend[] {
    const end = queue.findIndex((queued) => queued.kind !== "append");
    const taken = queue.splice(0, end === -1 ? queue.length : end);
    return taken.filter((queued) => queued.kind === "append");
  }

  async function workOn({ request, resolve, reject }: QueuedRequest): Promise<void> {
    await askWriter(request).then(resolve, reject);
  }

  async function commit(group: readonly QueuedAppend[]): Promise<void> {
    try {
      const updates = group.map((queued) => queued.update);
      const answer = await askWriter({ kind: "append", updates });
      const seqs = answer.kind === "appended" ? answer.seqs : [];
      for (const [place, queued] of group.entries()) {
        const seq = seqs[place] ?? null;
        if (seq === null) queued.reject(new BoardLogError("no-such-board"));
        else queued.resolve(seq);
      }
    } catch (error) {
      const reason = error instanceof Error ? error : new BoardLogError("not-written");
      const builtOnIt = queue.filter((queued) => queued.kind === "append");
      queue.splice(0, queue.length, ...queue.filter((queued) => queued.kind !== "append"));
      for (const queued of [...group, ...builtOnIt]) queued.reject(reason);
    }
  }

  async function askWriter(request: BoardLogRequest): Promise<BoardLogAnswer> {
    const answer = await channel.ask(request);
    if (answer.kind === "failed") throw new BoardLogError(answer.reason, answer.detail);
    return answer;
  }

  function ask(request: BoardLogRequest): Promise<BoardLogAnswer> {
    if (closing !== null) return Promise.reject(new BoardLogError("closed"));
    return new Promise((resolve, reject) => push({ kind: "request", request, resolve, reject }));
  }

  return {
    ask,
    /** Resolves with the update's sequence number when its group is on disk. */
    append(update: BoardAppend): Promise<number> {
      if (closing !== null) return Promise.reject(new BoardLogError("closed"));
      return new Promise((resolve, reject) => push({ kind: "append", update, resolve, reject }));
    },
    /** Writes what is waiting, then closes the writer. Asking twice is one closing. */
    close(): Promise<void> {
      closing ??= ask({ kind: "close" }).then(() => undefined);
      return closing;
    },
  };
}
