import { expect, it } from "vitest";
import {
  applyEdit,
  diffText,
  fitEdit,
  mapCaret,
  rebaseEdit,
  withoutTornPairs,
} from "#shared/board/text-binding.ts";

it("takes the letter at the caret among equal letters", () => {
  const secondOfThree = diffText("aaa", "aaaa", 2);

  expect(secondOfThree).toEqual({ index: 1, remove: 0, insert: "a" });
});

it("reads a deletion forwards and backwards at the caret", () => {
  const forwards = diffText("aab", "ab", 0);
  const backwards = diffText("aab", "ab", 1);

  expect(forwards).toEqual({ index: 0, remove: 1, insert: "" });
  expect(backwards).toEqual({ index: 1, remove: 1, insert: "" });
});

it("finds the smallest edit even when the caret is far from it", () => {
  const edit = diffText("he looked at me", "he looks at me", 0);

  expect(edit).toEqual({ index: 7, remove: 2, insert: "s" });
});

it("[BS1] replaces a whole emoji when only its second half differs", () => {
  const edit = diffText("ab😀c", "ab😁c", 4);

  expect(edit).toEqual({ index: 2, remove: 2, insert: "😁" });
});

it("keeps a caret before words that somebody else puts in at it, and after words before it", () => {
  expect(mapCaret(3, [{ retain: 3 }, { insert: "xy" }])).toBe(3);
  expect(mapCaret(3, [{ retain: 2 }, { insert: "xy" }])).toBe(5);
  expect(mapCaret(3, [{ retain: 1 }, { delete: 4 }])).toBe(1);
});

it("takes out only what the person saw when others wrote in between", () => {
  const held = { index: 1, remove: 2, insert: "Q" };

  const text = rebaseEdit(held, [{ retain: 2 }, { insert: "new" }]).reduce(applyEdit, "abnewcd");

  expect(text).toBe("aQnewd");
});

it("shortens a paste to what fits without tearing a character", () => {
  const { edit, cut } = fitEdit({ index: 0, remove: 0, insert: "ab😀" }, 7, 10);

  expect(cut).toBe(true);
  expect(edit.insert).toBe("ab");
});

it("drops halves of characters and keeps whole ones", () => {
  expect(withoutTornPairs("a\uD83Db😀\uDE00")).toBe("ab😀");
});
