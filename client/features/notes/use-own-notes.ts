import { useMemo, useSyncExternalStore } from "react";
import { call } from "#client/lib/api.ts";
import { createOwnNotes } from "./own-notes.ts";
import type { KeptNote, OwnNotes } from "./own-notes.ts";

/** This person's private notes on a review, null until they are here, and a way to write them. */
export function useOwnNotes(reviewId: string): {
  readonly all: Readonly<Record<string, KeptNote>> | null;
  readonly write: OwnNotes["write"];
} {
  const holder = useMemo(() => createHolder(reviewId), [reviewId]);
  return { all: useSyncExternalStore(holder.subscribe, holder.getSnapshot), write: holder.write };
}

/** Notes that stand while they are shown; what still waits is sent when the page is left or hidden. */
function createHolder(reviewId: string) {
  let notes: OwnNotes | null = null;
  const write: OwnNotes["write"] = (observationId, words) => notes?.write(observationId, words);
  return {
    write,
    getSnapshot: () => notes?.all() ?? null,
    subscribe: (listener: () => void) => {
      const opened = openNotes(reviewId);
      notes = opened;
      const stop = opened.onChange(listener);
      window.addEventListener("pagehide", opened.flush);
      document.addEventListener("visibilitychange", opened.flush);
      return () => {
        stop();
        window.removeEventListener("pagehide", opened.flush);
        document.removeEventListener("visibilitychange", opened.flush);
        opened.close();
        notes = null;
      };
    },
  };
}

function openNotes(reviewId: string): OwnNotes {
  const params = { reviewId };
  return createOwnNotes({
    after: (delayMs, run) => {
      const timer = setTimeout(run, delayMs);
      return () => clearTimeout(timer);
    },
    load: async () => {
      const answer = await call("readMyNotes", { params });
      return answer.ok ? answer.value : null;
    },
    save: async (note) => (await call("keepMyNote", { params, body: note })).ok,
  });
}
