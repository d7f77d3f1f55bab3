import type { OwnNote } from "#shared/protocol/notes-routes.ts";

type Place = OwnNote["observationId"];
type After = (delayMs: number, run: () => void) => () => void;

/** How one note stands with the server; `waiting`: it did not get there and is tried again. */
export interface KeptNote {
  readonly words: string;
  readonly state: "saved" | "saving" | "waiting";
}

/** One person's private notes on this page, kept as they are typed. */
export interface OwnNotes {
  /** By the observation's id; the empty one is the review as a whole. Null until they are here. */
  readonly all: () => Readonly<Record<string, KeptNote>> | null;
  readonly write: (observationId: Place, words: string) => void;
  /** Sends at once what still waits for a pause. */
  readonly flush: () => void;
  readonly onChange: (listener: () => void) => () => void;
  readonly close: () => void;
}

/** A note is sent when its writer has rested so long. */
export const restMs = 600;
/** What did not get there is tried again after so long. */
export const againMs = 3_000;

/** A note nobody has written. */
export const noNote: KeptNote = { words: "", state: "saved" };

/** Fetches the notes and keeps each, one sending at a time, so that the last words are the ones kept. */
export function createOwnNotes(parts: {
  readonly after: After;
  /** Null when they could not be fetched. */
  readonly load: () => Promise<readonly OwnNote[] | null>;
  /** False when it could not be kept. */
  readonly save: (note: OwnNote) => Promise<boolean>;
}): OwnNotes {
  let notes: Readonly<Record<string, KeptNote>> | null = null;
  let isClosed = false;
  const listeners = new Set<() => void>();
  const waits = new Map<Place, () => void>();
  const onWay = new Set<Place>();

  function set(observationId: Place, note: KeptNote): void {
    notes = { ...notes, [observationId ?? ""]: note };
    for (const listener of listeners) listener();
  }

  function wait(observationId: Place, delayMs: number): void {
    waits.get(observationId)?.();
    waits.set(
      observationId,
      parts.after(delayMs, () => void send(observationId)),
    );
  }

  async function send(observationId: Place): Promise<void> {
    waits.get(observationId)?.();
    waits.delete(observationId);
    if (onWay.has(observationId)) return; // its answer sends what has been written since
    const words = wordsOf(observationId);
    onWay.add(observationId);
    const isKept = await parts.save({ observationId, words });
    onWay.delete(observationId);
    const isLast = words === wordsOf(observationId);
    if (isKept && !isLast) return await send(observationId);
    set(observationId, { words: wordsOf(observationId), state: isKept ? "saved" : "waiting" });
    if (!isKept && !isClosed) wait(observationId, againMs);
  }

  const wordsOf = (observationId: Place) => notes?.[observationId ?? ""]?.words ?? "";

  async function load(): Promise<void> {
    const found = await parts.load();
    if (isClosed) return;
    if (found === null) return void parts.after(againMs, () => void load());
    notes = {};
    for (const { observationId, words } of found) set(observationId, { words, state: "saved" });
    for (const listener of listeners) listener();
  }
  void load();

  function flush(): void {
    for (const observationId of waits.keys()) void send(observationId);
  }

  return {
    all: () => notes,
    write(observationId, words) {
      set(observationId, { words, state: "saving" });
      wait(observationId, restMs);
    },
    flush,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      isClosed = true;
      flush();
    },
  };
}
