import { expect, it } from "vitest";
import * as Y from "yjs";
import { changeFocus, mergeWords, readFocus } from "#shared/board/focus-words.ts";
import { focusOf, seedBoard } from "#shared/board/board-doc.ts";

const question = "How can I tell when Kit wants more?";

function boardOf(words: { helpingQuestion?: string; goals?: { goalId: string; text: string }[] }) {
  const doc = new Y.Doc();
  seedBoard(doc, { helpingQuestion: question, goals: [], earlierAims: [], ...words });
  return doc;
}

it.each([
  ["How can I tell when Kit wants more?", "So: How can I tell?", "So: How can I tell?"],
  [`${question} And less?`, question, `${question} And less?`],
  [`Please: ${question}`, `${question} Or not?`, `Please: ${question} Or not?`],
  [
    "How can I tell when Kit wants music?",
    `${question} 🎵`,
    "How can I tell when Kit wants music? 🎵",
  ],
  ["The same", "The same", "The same"],
])("[JN11] [F1.1] two changes of one sentence both stay: %s + %s", (mine, theirs, both) => {
  expect(mergeWords(question, mine, theirs)).toBe(both);
});

it("[JN11] a change made on the page is done to the board as the change it was, emoji whole", () => {
  const goal = { goalId: "a", text: "I wait 🐢" };
  const doc = boardOf({ goals: [goal] });
  const before = readFocus(doc);
  const written = focusOf(doc).get("helpingQuestion") as Y.Text;
  written.insert(0, "Callum asks: ");

  changeFocus(doc, before, {
    helpingQuestion: `${question} 🎵`,
    goals: [{ ...goal, text: "I wait 🐇" }],
  });

  expect(readFocus(doc)).toEqual({
    helpingQuestion: `Callum asks: ${question} 🎵`,
    goals: [{ goalId: "a", text: "I wait 🐇" }],
  });
  expect(focusOf(doc).get("helpingQuestion")).toBe(written);
});

it("[JN12] a board's goals become those of the list, and a goal that stays keeps its own text", () => {
  const doc = boardOf({
    goals: [
      { goalId: "a", text: "I wait" },
      { goalId: "b", text: "I name it" },
    ],
  });
  const before = readFocus(doc);
  const textOf = (goalId: string) => (focusOf(doc).get("goals") as Y.Map<Y.Text>).get(goalId);
  const kept = textOf("b");

  const after = [
    { goalId: "b", text: "I name it" },
    { goalId: "c", text: "I follow" },
  ];
  changeFocus(doc, before, { ...before, goals: after });

  expect(readFocus(doc).goals).toEqual(after);
  expect(textOf("b")).toBe(kept);
});
