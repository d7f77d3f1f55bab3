import { useEffect, useState } from "react";
import { createNudges } from "./nudges.ts";
import type { Nudges } from "./nudges.ts";
import { isBoardField } from "./use-writing-pauses.ts";

const afterDelay = (delayMs: number, run: () => void) => {
  const timer = setTimeout(run, delayMs);
  return () => clearTimeout(timer);
};

/** Watches this person's own writing in the board's fields, on this device alone. */
export function useNudges(): Nudges {
  const [nudges] = useState(() => createNudges(afterDelay));
  useEffect(() => {
    let before: { readonly field: HTMLTextAreaElement; readonly words: string } | null = null;
    const listeners = new AbortController();
    const on = (name: string, handle: (field: HTMLTextAreaElement, path: string) => void) =>
      document.addEventListener(
        name,
        ({ target }) => {
          if (isBoardField(target)) handle(target, target.dataset["path"] ?? "");
        },
        { capture: true, signal: listeners.signal },
      );
    on("beforeinput", (field) => {
      before = { field, words: field.value };
    });
    on("input", (field, path) => {
      const known = before?.field === field ? before.words : null;
      before = null;
      nudges.typed({ path, before: known, words: field.value, caret: field.selectionEnd });
    });
    on("focusout", (_field, path) => nudges.left(path));
    return () => listeners.abort();
  }, [nudges]);
  return nudges;
}
