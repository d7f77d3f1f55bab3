import { useEffect, useEffectEvent, useMemo, useSyncExternalStore } from "react";
import type { UndoManager } from "yjs";
import { announce } from "#client/lib/announce.ts";
import { text } from "#client/lib/text.ts";

const stackEvents = ["stack-item-added", "stack-item-popped", "stack-cleared"] as const;
/** Fields look after these keys themselves, and dialogs are not the board's. */
const elsewhere = "input, textarea, select, [contenteditable], [role=dialog]";

/** What of this person's own changes can be taken back or put back, live. */
interface UndoState {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

function createUndoStore(undo: UndoManager) {
  const read = (): UndoState => ({ canUndo: undo.canUndo(), canRedo: undo.canRedo() });
  let state = read();
  return {
    getSnapshot: () => {
      const now = read();
      if (now.canUndo !== state.canUndo || now.canRedo !== state.canRedo) state = now;
      return state;
    },
    subscribe: (listener: () => void) => {
      for (const name of stackEvents) undo.on(name, listener);
      return () => {
        for (const name of stackEvents) undo.off(name, listener);
      };
    },
  };
}

/** This person's own last change on the board, whatever it was: taken back, put back, by button or by key. */
export function useUndo(undo: UndoManager) {
  const store = useMemo(() => createUndoStore(undo), [undo]);
  const state = useSyncExternalStore(store.subscribe, store.getSnapshot);

  function takeBack() {
    if (undo.undo() !== null) announce(text("board.undo.done"));
  }
  function putBack() {
    if (undo.redo() !== null) announce(text("board.undo.redone"));
  }

  const handleKey = useEffectEvent((event: KeyboardEvent) => {
    const step = event.defaultPrevented ? null : stepOf(event);
    if (step === null) return;
    event.preventDefault();
    if (step === "redo") putBack();
    else takeBack();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => handleKey(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);

  return { ...state, takeBack, putBack };
}

/** Ctrl or Cmd with Z, and with Shift+Z or Y, where the focus is in no field and no dialog. */
function stepOf({ key, ctrlKey, metaKey, altKey, shiftKey, target }: KeyboardEvent) {
  if (altKey || !(ctrlKey || metaKey)) return null;
  if (target instanceof Element && target.closest(elsewhere) !== null) return null;
  if (/^y$/i.test(key)) return "redo";
  return /^z$/i.test(key) ? (shiftKey ? "redo" : "undo") : null;
}
