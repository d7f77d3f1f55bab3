import type { Time } from "./surroundings.ts";

/** Something sent no closer than `everyMs`; the last one given is always sent. */
export interface Paced<Value> {
  give(value: Value): void;
  /** Nothing that was given waits to be sent. */
  isSent(): boolean;
  /** What waits is not sent any more. */
  drop(): void;
}

/** Sends the first at once, and of those that come too soon only the newest. */
export function createPaced<Value>(
  time: Time,
  everyMs: number,
  send: (value: Value) => void,
): Paced<Value> {
  let waiting: { readonly value: Value } | null = null;
  let sentAtMs = -Infinity;
  let cancel = () => {};

  function flush() {
    if (waiting === null) return;
    const { value } = waiting;
    waiting = null;
    sentAtMs = time.nowMs();
    send(value);
  }

  return {
    give: (value) => {
      cancel();
      waiting = { value };
      const inMs = sentAtMs + everyMs - time.nowMs();
      if (inMs <= 0) flush();
      else cancel = time.after(inMs, flush);
    },
    isSent: () => waiting === null,
    drop: () => {
      cancel();
      waiting = null;
    },
  };
}
