/** How soon a screen reader says it: after the present sentence, or at once. */
export type Urgency = "polite" | "assertive";

/** Events this near to each other merge into the last one. */
export const mergeWindowMs = 600;

/** A small queue between what happens in the page and its two live regions. */
export interface AnnouncementQueue {
  readonly announce: (words: string, urgency?: Urgency) => void;
  /** Calls back with each announcement that survives merging; answers how to stop. */
  readonly subscribe: (listener: (words: string, urgency: Urgency) => void) => () => void;
}

/** Makes a queue: within `mergeWindowMs` only the last words of each urgency are said. */
export function createAnnouncementQueue(
  startTimer: (run: () => void, delayMs: number) => unknown = (run, delayMs) =>
    setTimeout(run, delayMs),
): AnnouncementQueue {
  const waiting = new Map<Urgency, string>();
  const listeners = new Set<(words: string, urgency: Urgency) => void>();

  function announce(words: string, urgency: Urgency = "polite"): void {
    const isMerging = waiting.has(urgency);
    waiting.set(urgency, words);
    if (isMerging) return;
    startTimer(() => {
      const last = waiting.get(urgency);
      waiting.delete(urgency);
      if (last !== undefined) for (const listener of listeners) listener(last, urgency);
    }, mergeWindowMs);
  }

  function subscribe(listener: (words: string, urgency: Urgency) => void): () => void {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }

  return { announce, subscribe };
}

const pageQueue = createAnnouncementQueue();

/** Says something to a screen reader through the page's Announcer. Own actions are not repeated. */
export const announce = pageQueue.announce;

/** For the Announcer only: what it shall say. */
export const subscribeToAnnouncements = pageQueue.subscribe;
