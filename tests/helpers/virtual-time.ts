import type { Time } from "#client/features/playback/surroundings.ts";

/** A clock that only moves when told to; what was due comes in its order, promises in between. */
export interface VirtualTime extends Time {
  advance(byMs: number): Promise<void>;
}

const beatMs = 1000 / 60;

/** Starts at `startMs`. */
export function createVirtualTime(startMs = 0): VirtualTime {
  let nowMs = startMs;
  let count = 0;
  const timers = new Map<number, { readonly atMs: number; readonly run: () => void }>();

  function nextDue(untilMs: number) {
    let first: { id: number; atMs: number; run: () => void } | null = null;
    for (const [id, { atMs, run }] of timers) {
      if (atMs <= untilMs && (first === null || atMs < first.atMs)) first = { id, atMs, run };
    }
    return first;
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
    onBeat(run) {
      const atMs = (Math.floor(nowMs / beatMs + 0.001) + 1) * beatMs;
      return this.after(atMs - nowMs, () => run(atMs));
    },
    advance: async (byMs) => {
      const untilMs = nowMs + byMs;
      await settle();
      for (let due = nextDue(untilMs); due !== null; due = nextDue(untilMs)) {
        timers.delete(due.id);
        nowMs = due.atMs;
        due.run();
        await settle();
      }
      nowMs = untilMs;
    },
  };
}
