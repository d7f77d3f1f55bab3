/** A second between two counts of the lines, and less while a move is under way. */
const waitsMs = { calm: 1_000, moving: 200 } as const;
/** Later than this: the tab slept. */
const sleptAfterMs = 5_000;

/** Looks after the lines again and again until `close()`. */
export function startCallClock(parts: {
  readonly nowMs: () => number;
  readonly isMoving: () => boolean;
  readonly look: () => Promise<void>;
  readonly count: () => Promise<void>;
  /** The tab, or the whole device, slept a while. */
  readonly onWake: () => void;
}): { close(): void } {
  const { nowMs } = parts;
  let timer = setTimeout(run, waitsMs.calm);
  let isClosed = false;
  let lookedAtMs = nowMs();
  let countedAtMs = nowMs();

  function run() {
    const now = nowMs();
    if (now - lookedAtMs > sleptAfterMs) parts.onWake();
    lookedAtMs = now;
    // A line may close while it is being counted: the next look is another one.
    const worked = work(now).catch(() => undefined);
    void worked.then(() => {
      if (!isClosed) timer = setTimeout(run, parts.isMoving() ? waitsMs.moving : waitsMs.calm);
    });
  }

  async function work(now: number) {
    await parts.look();
    if (now - countedAtMs < waitsMs.calm - 50) return;
    countedAtMs = now;
    await parts.count();
  }

  return {
    close() {
      isClosed = true;
      clearTimeout(timer);
    },
  };
}
