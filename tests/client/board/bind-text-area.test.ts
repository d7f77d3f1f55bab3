import { expect, it } from "vitest";
import * as Y from "yjs";
import { bindTextArea } from "#client/features/board/bind-text-area.ts";
import { boardLimits } from "#shared/board/board-doc.ts";
import { PlainField } from "#tests/helpers/plain-field.ts";

const own = Symbol("own change");

/** A field bound to a text with these words, the caret behind them, and how others write in it. */
function bind(words = "") {
  const doc = new Y.Doc();
  const text = doc.getText("field");
  text.insert(0, words);
  const field = new PlainField();
  const edits: unknown[] = [];
  const full: boolean[] = [];
  text.observe((event) => edits.push(event.delta));
  bindTextArea(field.asTextArea, {
    text,
    path: "field",
    connection: {
      canWrite: true,
      change: (work) => doc.transact(work, own),
      setCaret: () => undefined,
      undo: new Y.UndoManager(text, { trackedOrigins: new Set([own]) }),
    },
    onShown: () => null,
    onFull: (isFull) => full.push(isFull),
  });
  const other = new Y.Doc();
  const otherWrites = (place: number, insert: string) => {
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    other.getText("field").insert(place, insert);
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), "remote");
  };
  return { text, field, edits, full, otherWrites };
}

it("[BS51] takes an autocorrected word as one edit of that word, with the caret still behind the blank", () => {
  const { text, field, edits } = bind("I saw teh ");

  field.replace(6, 9, "the", 10);

  expect(text.toJSON()).toBe("I saw the ");
  expect(edits).toEqual([[{ retain: 7 }, { delete: 2 }, { insert: "he" }]]);
  expect(field.selectionStart).toBe(10);
});

it("[BS51] takes dictation that corrects itself as it goes, in among the other's words", () => {
  const { text, field, otherWrites } = bind();
  field.type("recognise");
  field.type(" speech");

  otherWrites(0, "Kit: ");
  field.replace(5, 21, "wreck a nice beach");
  field.type(".");

  expect(text.toJSON()).toBe("Kit: wreck a nice beach.");
  expect(field.selectionStart).toBe(text.length);
});

it("[BS51] keeps words that are dragged to another place whole", () => {
  const { text, field } = bind("then he hummed 🙂 I waited ");

  field.replace(0, 18, "");
  field.replace(9, 9, "then he hummed 🙂 ");

  expect(text.toJSON()).toBe("I waited then he hummed 🙂 ");
});

it("[BS11] puts an input method's words where the person stood, whatever came in meanwhile, and the caret behind them", () => {
  const { text, field, otherWrites } = bind("ab");
  field.composes(true);
  field.type("か");
  otherWrites(0, "XY");
  field.replace(2, 3, "漢字");
  field.composes(false);

  expect(text.toJSON()).toBe("XYab漢字");
  expect(field.value).toBe("XYab漢字");
  expect(field.selectionStart).toBe(6);
});

it("[BS11] waits for the second half of a character that a keyboard sends in two", () => {
  const { text, field, otherWrites } = bind("ab");

  field.type("\uD83D");
  otherWrites(1, "-");
  expect(text.toJSON()).toBe("a-b");
  field.type("\uDE00");

  expect(text.toJSON()).toBe("a-b😀");
  expect(field.value).toBe("a-b😀");
});

it("[BS12] takes a paste of 4,000 characters whole, and of a longer one as much as there is room for", () => {
  const exact = bind();
  exact.field.type("a".repeat(boardLimits.fieldCharacters));
  expect(exact.text.length).toBe(4_000);
  expect(exact.full).toEqual([false]);

  const longer = bind("start ");
  longer.field.type("😀".repeat(2_500));

  expect(longer.text.toJSON()).toBe(`start ${"😀".repeat(1_997)}`);
  expect(longer.field.value).toBe(longer.text.toJSON());
  expect(longer.full).toEqual([true]);
});

it("[BS3] keeps the caret, and what is selected, beside its letters while the other writes around it", () => {
  const { field, otherWrites } = bind("Kit looked at me");
  field.setSelectionRange(4, 10);

  otherWrites(10, " up");
  otherWrites(0, "Today ");

  expect(field.value.slice(field.selectionStart, field.selectionEnd)).toBe("looked");
});
