import { useEffect, useState, useSyncExternalStore } from "react";
import { call } from "#client/lib/api.ts";
import { createOwnNotes } from "./own-notes.ts";
import type { KeptNote, OwnNotes } from "./own-notes.ts";

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

const nothing = { all: () => null, onChange: () => () => {}, write: () => {} };

/** This person's private notes on a review; what still waits is sent when the page is left or hidden. */
export function useOwnNotes(reviewId: string): {
  readonly all: Readonly<Record<string, KeptNote>> | null;
  readonly write: OwnNotes["write"];
} {
  const [notes, setNotes] = useState<OwnNotes | null>(null);
  useEffect(() => {
    const opened = openNotes(reviewId);
    setNotes(opened);
    window.addEventListener("pagehide", opened.flush);
    document.addEventListener("visibilitychange", opened.flush);
    return () => {
      window.removeEventListener("pagehide", opened.flush);
      document.removeEventListener("visibilitychange", opened.flush);
      opened.close();
    };
  }, [reviewId]);
  const { all, onChange, write } = notes ?? nothing;
  return { all: useSyncExternalStore(onChange, all), write };
}
