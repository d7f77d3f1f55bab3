import * as Y from "yjs";
import { seedTrialBoard } from "./trial-board.ts";
import { observationFields } from "#shared/board/board-doc.ts";
import { readObservations } from "#shared/board/read-board.ts";

/** The boards that hostile frames are sent to, from one that was just made to one that is long in use. */
export type HostileBoardName = "new" | "usual" | "worn";

const sizes = {
  new: { observations: 1, characters: 50, isScattered: false },
  usual: { observations: 12, characters: 150, isScattered: false },
  worn: { observations: 40, characters: 300, isScattered: true },
} as const;

/**
 * Everything on such a board. A worn one is a whole review of words put in at all places; in one field,
 * which is nearly full, each letter was put in by itself.
 */
export function buildHostileBoard(name: HostileBoardName, random: () => number): Uint8Array {
  const { observations, characters, isScattered } = sizes[name];
  const doc = new Y.Doc();
  Y.applyUpdate(doc, seedTrialBoard(observations));
  doc.clientID = 22;
  for (const [index, { texts }] of readObservations(doc).entries()) {
    for (const field of observationFields) {
      const isFull = isScattered && index === 0 && field === "initiative";
      const text = texts[field];
      if (!isScattered) text.insert(0, "a word or two. ".repeat(characters / 15));
      else if (isFull) scatter(text, 3_900, "x", random);
      else scatter(text, characters, "some words ", random);
    }
  }
  return Y.encodeStateAsUpdate(doc);
}

function scatter(text: Y.Text, characters: number, words: string, random: () => number): void {
  while (text.length < characters) text.insert(Math.floor(random() * (text.length + 1)), words);
}
