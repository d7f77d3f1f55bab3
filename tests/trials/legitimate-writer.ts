import * as Y from "yjs";
import { splitsPair } from "#shared/board/text-binding.ts";
import { observationFields } from "#shared/board/board-doc.ts";
import { readAims, readEarlierAims, readObservations } from "#shared/board/read-board.ts";
import { focusOf, observationsOf } from "#shared/board/board-doc.ts";

/** A page somebody writes on: its document, its undo, and what it has not sent while away. */
export interface Page {
  readonly doc: Y.Doc;
  readonly undo: Y.UndoManager;
}

const ownOrigin = "own";
const phrases = ["looked towards ", "reached out 👍🏽 ", "smiled, ", "waited… ", "named it. ", "é"];
const fullAt = 1_500;

/** A page that holds what the server sent it. */
export function openPage(board: Uint8Array): Page {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, board, "server");
  const texts = textsOf(doc);
  return { doc, undo: new Y.UndoManager(texts, { trackedOrigins: new Set([ownOrigin]) }) };
}

function textsOf(doc: Y.Doc): Y.Text[] {
  const question = focusOf(doc).get("helpingQuestion");
  const goals = focusOf(doc).get("goals");
  return [
    ...readObservations(doc).flatMap(({ texts }) => observationFields.map((name) => texts[name])),
    ...readAims(doc).flatMap(({ text, whereWhen }) => [text, whereWhen]),
    ...readEarlierAims(doc).map(({ howDidItGo }) => howDidItGo),
    ...(question instanceof Y.Text ? [question] : []),
    ...(goals instanceof Y.Map ? [...goals.values()].filter((each) => each instanceof Y.Text) : []),
  ];
}

/** One thing a person does on a page, through the calls that the page itself makes. */
export function actOnce({ doc, undo }: Page, random: () => number): void {
  const kind = random();
  const at = (most: number) => Math.floor(random() * most);
  if (kind < 0.75) return writeOrCut(doc, random);
  if (kind < 0.81) return void undo.undo();
  if (kind < 0.84) return void undo.redo();
  const cards = [...observationsOf(doc).values()];
  const card = cards[at(cards.length)];
  if (card === undefined) return;
  doc.transact(() => setOne(card, random), ownOrigin);
}

function writeOrCut(doc: Y.Doc, random: () => number): void {
  const texts = textsOf(doc);
  const at = (most: number) => Math.floor(random() * most);
  const text = texts[at(Math.min(texts.length, 12))] ?? texts[0];
  if (text === undefined) return;
  // a page never cuts a character in two
  const whole = (place: number) => (splitsPair(text.toJSON(), place) ? place - 1 : place);
  const cut = (from: number, to: number) => text.delete(from, to - from);
  doc.transact(() => {
    const place = random() < 0.6 ? text.length : whole(at(text.length + 1));
    if (text.length > fullAt) cut(0, whole(text.length - 100));
    else if (random() < 0.2 && place > 0) cut(whole(place - 1), place);
    else text.insert(place, random() < 0.7 ? "a" : (phrases[at(phrases.length)] ?? "b"));
    // what was put in and what was cut out come as one when a word is replaced
    if (random() < 0.05 && text.length > 4) {
      cut(0, whole(3));
      text.insert(0, "xy");
    }
  }, ownOrigin);
}

const ids = ["attentive", "receiving", "encouraging", "own.label-2"];

function setOne(card: Y.Map<unknown>, random: () => number): void {
  const at = (most: number) => Math.floor(random() * most);
  const some = (most: number, most1: number) => Array.from({ length: at(most) }, () => at(most1));
  const changes: readonly (() => void)[] = [
    () => card.set("principleIds", ids.slice(0, at(5))),
    () => card.set("order", random() * 40),
    () => card.set("endFrame", random() < 0.3 ? null : at(9_000)),
    () => card.set("turnFrames", some(41, 9_000)),
    () =>
      card.set(
        "drawing",
        Array.from({ length: at(5) }, () => {
          const points = Array.from({ length: 2 * (1 + at(32)) }, () => at(10_001));
          return { colour: at(4), points };
        }),
      ),
  ];
  changes[at(changes.length)]?.();
}
