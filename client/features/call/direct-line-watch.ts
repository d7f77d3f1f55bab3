/** What is known of a direct line; null: it may still come. */
export type DirectVerdict = "connected" | "broken" | null;

/** Waits, in milliseconds. */
export const directWaits = {
  /** A line that is not there after this long is told as broken, and tried on. */
  first: 3_000,
  /** How long a line that was there may be silent before another way is looked for. */
  disconnected: 2_000,
  again: 5_000,
} as const;

/** Follows whether one direct line is there, and says when to look for another way. */
export interface LineWatch {
  readonly verdict: DirectVerdict;
  see(state: RTCPeerConnectionState): void;
  close(): void;
}

/** Begins to wait at once. */
export function watchLine(parts: {
  readonly restart: () => void;
  readonly onChange: () => void;
}): LineWatch {
  let verdict: DirectVerdict = null;
  /** Tries since the line was last there; null: it has never been. */
  let tries: number | null = null;
  let timer = setTimeout(handleOverdue, directWaits.first);

  function wait(forMs: number) {
    clearTimeout(timer);
    timer = setTimeout(handleOverdue, forMs);
  }

  function say(next: DirectVerdict) {
    if (next === verdict) return;
    verdict = next;
    parts.onChange();
  }

  function handleOverdue() {
    const isFirstTry = tries === 0;
    if (tries !== null) tries += 1;
    wait(isFirstTry ? directWaits.disconnected : directWaits.again);
    parts.restart();
    if (!isFirstTry) say("broken");
  }

  return {
    get verdict() {
      return verdict;
    },
    see(state) {
      if (state === "connected") {
        clearTimeout(timer);
        tries = 0;
        say("connected");
      }
      if (state === "disconnected" && tries === 0) wait(directWaits.disconnected);
      if (state === "failed") {
        wait(directWaits.again);
        parts.restart();
        say("broken");
      }
    },
    close: () => clearTimeout(timer),
  };
}
