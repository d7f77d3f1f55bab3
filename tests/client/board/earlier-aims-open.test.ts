import { expect, it } from "vitest";
import { areEarlierAimsOpen } from "#client/features/board/earlier-aims-open.ts";

const fresh = { choice: null, isInside: false, said: 0, moments: 0 };

it.each([
  ["on a new board", {}, true],
  ["while nothing is said, whatever is held", { moments: 2 }, true],
  ["while something is said and nothing is held", { said: 1 }, true],
  ["not any more once something is said and a moment is held", { said: 1, moments: 1 }, false],
  ["while somebody is in it here", { said: 1, moments: 1, isInside: true }, true],
  ["as somebody chose", { said: 1, moments: 1, choice: true }, true],
  ["or chose not", { choice: false, isInside: true }, false],
])("[BS45] last time's aims stand open %s", (_when, facts, isOpen) => {
  expect(areEarlierAimsOpen({ ...fresh, ...facts })).toBe(isOpen);
});
