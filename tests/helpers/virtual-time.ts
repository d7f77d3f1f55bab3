import type { Time } from "#client/features/playback/surroundings.ts";

/** A clock that only moves when told to; what was due comes in its order, promises in between. */
export interface VirtualTime extends Time {
  advance(byMs: number): Promise<void>;
}

/** Starts at `startMs`. */
export function createVirtualTime(startMs = 0): VirtualTime {
  let nowMs = startMs;
  let count = 0;
  const timers = new Map<number, { readonly atMs: number; readonly run: () => void }>();

  function nextDue(untilMs: number) {
    const due = [...timers].filter(([, timer]) => timer.atMs <= untilMs);
    return due.sort(([a, x], [b, y]) => x.atMs - y.atMs || a - b)[0];
  }

  async function settle() {
    for (let n = 0; n < 8; n += 1) await Promise.resolve();
  }

  return {
    nowMs: () => nowMs,
    after: (delayMs, run) => {
      count += 1;
      const id = count;
      timers.set(id, { atMs: nowMs + Math.max(0, delayMs), run });
      return () => timers.delete(id);
    },
    advance: async (byMs) => {
      const untilMs = nowMs + byMs;
      await settle();
      for (let due = nextDue(untilMs); due !== undefined; due = nextDue(untilMs)) {
        const [id, timer] = due;
        timers.delete(id);
        nowMs = timer.atMs;
        timer.run();
        await settle();
      }
      nowMs = untilMs;
    },
  };
}
