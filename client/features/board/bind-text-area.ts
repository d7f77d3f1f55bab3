import * as Y from "yjs";
import type { BoardLink } from "#client/lib/board-connection.ts";
import { boardLimits } from "#shared/board/board-doc.ts";
import {
  diffText,
  fitEdit,
  mapCaret,
  rebaseEdit,
  withoutTornPairs,
} from "#shared/board/text-binding.ts";
import type { DeltaStep, TextEdit } from "#shared/board/text-binding.ts";

/** Which shared text a field shows, and what the field tells its component. */
export interface FieldOptions {
  readonly text: Y.Text;
  readonly path: string;
  readonly connection: Pick<BoardLink, "canWrite" | "change" | "setCaret" | "undo">;
  /** The most characters; as many as any field of the board when left out. */
  readonly limit?: number;
  /** The words in the field, after each change of anybody's. */
  readonly onShown: (value: string) => void;
  /** Whether the last words did not all fit. */
  readonly onFull: (isFull: boolean) => void;
}

// Outside programs may write carriage returns, which a field would drop: a blank keeps the places equal.
const asShown = (text: Y.Text) => text.toJSON().replaceAll("\r", " ");
const tornEnd = /[\uD800-\uDBFF]$/;

/**
 * Binds a plain `<textarea>` to a shared text. The browser keeps doing what it is good at (dictation,
 * spelling, input methods); this watches what changed. While an input method composes, both directions
 * wait, and are put together when it is done. Answers how to unbind.
 */
export function bindTextArea(element: HTMLTextAreaElement, options: FieldOptions): () => void {
  const { text, path, connection } = options;
  let shown = asShown(text);
  let isComposing = false;
  let waitsForHalf = false;
  let held: DeltaStep[][] = [];
  let isOwnChange = false;

  const hasFocus = () => element.ownerDocument.activeElement === element;

  function show(start: number, end: number) {
    shown = asShown(text);
    const direction = element.selectionDirection;
    if (element.value !== shown) {
      element.value = shown;
      if (hasFocus()) element.setSelectionRange(start, end, direction);
    }
    options.onShown(shown);
  }

  function follow(event: Y.YTextEvent, transaction: Y.Transaction) {
    if (isOwnChange) return;
    const delta = event.delta as DeltaStep[]; // the board's texts are plain: the server refuses more
    if (isComposing || waitsForHalf) {
      held.push(delta);
      return;
    }
    const isUndo = transaction.origin instanceof Y.UndoManager;
    const start = isUndo ? endOfChange(delta) : mapCaret(element.selectionStart, delta);
    const end = isUndo ? start : mapCaret(element.selectionEnd, delta);
    show(start, end);
    tellCaret();
  }

  function perform(edits: readonly TextEdit[]) {
    isOwnChange = true;
    connection.change(() => {
      for (const { index, remove, insert } of edits) {
        if (remove > 0) text.delete(index, remove);
        if (insert !== "") text.insert(index, insert);
      }
    });
    isOwnChange = false;
  }

  /** Takes over what the person did since the field was last in step with the text. */
  function commit() {
    const made = diffText(shown, element.value, element.selectionEnd);
    if (made !== null && tornEnd.test(made.insert) && !waitsForHalf) {
      waitsForHalf = true; // some keyboards send a character in two halves: the other is on its way
      return;
    }
    waitsForHalf = false;
    const deltas = held;
    held = [];
    if (made === null) {
      const caret = deltas.reduce(mapCaret, element.selectionEnd);
      show(caret, caret);
    } else {
      performLate({ ...made, insert: withoutTornPairs(made.insert) }, deltas);
    }
    tellCaret();
  }

  /** Does an edit of the words as they were shown, after what others have done since. */
  function performLate(made: TextEdit, deltas: readonly DeltaStep[][]) {
    const { edit, cut } = fitEdit(made, text.length, options.limit ?? boardLimits.fieldCharacters);
    let edits = [edit];
    for (const delta of deltas) edits = edits.flatMap((one) => rebaseEdit(one, delta));
    perform(edits);
    options.onFull(cut);
    const caret = deltas.reduce(mapCaret, edit.index) + edit.insert.length;
    show(caret, caret);
  }

  function tellCaret() {
    if (!hasFocus() || isComposing || waitsForHalf) return;
    const place = (index: number) =>
      Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, index, -1)) as unknown; // plain JSON
    const { selectionStart, selectionEnd, selectionDirection } = element;
    const isBackward = selectionDirection === "backward";
    connection.setCaret({
      path,
      anchor: place(isBackward ? selectionEnd : selectionStart),
      head: place(isBackward ? selectionStart : selectionEnd),
    });
  }

  function stepBack(kind: "undo" | "redo") {
    if (isComposing) return;
    if (waitsForHalf) commit();
    connection.undo[kind]();
  }

  function handleInput() {
    if (isComposing) options.onShown(element.value);
    else commit();
  }

  function handleCompositionEnd() {
    if (!isComposing) return;
    isComposing = false;
    commit();
  }

  function handleBeforeInput(event: InputEvent) {
    if (event.inputType !== "historyUndo" && event.inputType !== "historyRedo") return;
    event.preventDefault();
    stepBack(event.inputType === "historyUndo" ? "undo" : "redo");
  }

  function handleKeyDown(event: KeyboardEvent) {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return;
    const key = event.key.toLowerCase();
    if (key !== "z" && key !== "y") return;
    event.preventDefault();
    stepBack(key === "y" || event.shiftKey ? "redo" : "undo");
  }

  function handleBlur() {
    handleCompositionEnd();
    if (waitsForHalf) commit();
    connection.undo.stopCapturing();
    connection.setCaret(null);
  }

  element.value = shown;
  options.onShown(shown);
  text.observe(follow);
  const listeners = new AbortController();
  if (connection.canWrite) {
    const { signal } = listeners;
    element.addEventListener("input", handleInput, { signal });
    element.addEventListener("compositionstart", () => (isComposing = true), { signal });
    element.addEventListener("compositionend", handleCompositionEnd, { signal });
    element.addEventListener("beforeinput", handleBeforeInput, { signal });
    element.addEventListener("keydown", handleKeyDown, { signal });
    element.addEventListener("focus", tellCaret, { signal });
    element.addEventListener("blur", handleBlur, { signal });
    element.ownerDocument.addEventListener("selectionchange", tellCaret, { signal });
  }

  return () => {
    listeners.abort();
    text.unobserve(follow);
    if (isComposing || waitsForHalf) {
      isComposing = false;
      waitsForHalf = true; // nothing more will come: a lone half is dropped
      commit();
    }
    if (hasFocus()) connection.setCaret(null);
  };
}

function endOfChange(delta: readonly DeltaStep[]): number {
  let at = 0;
  let end = 0;
  for (const step of delta) {
    if ("retain" in step) at += step.retain;
    if ("insert" in step) at += step.insert.length;
    if (!("retain" in step)) end = at;
  }
  return end;
}
