import { expect, it } from "vitest";
import {
  differs,
  draftOf,
  familiesOf,
  moveRow,
  renameRow,
} from "#client/features/framework/framework-draft.ts";
import { defaultFramework, familiesSchema } from "#shared/board/framework.ts";

const { families } = defaultFramework;
const draft = draftOf(families);

it("says the same families while nothing was changed", () => {
  expect(familiesOf(draft)).toEqual(families);
  expect(differs(draft, families)).toBe(false);
});

it("[BD60] changes words, order and number of labels, and keeps the ids of those that stay", () => {
  const [, second, third, ...others] = draft.attentive;
  if (second === undefined || third === undefined) throw new Error("there are five");
  const renamed = renameRow([second, third, ...others], second.rowId, "  turns to the child ");
  const rows = [
    ...moveRow(renamed, third.rowId, -1),
    { rowId: "new", labelId: null, text: "turns to the child" },
    { rowId: "empty", labelId: null, text: "  " },
  ];

  const changed = familiesOf({ ...draft, attentive: rows });

  const labels = changed[0]?.labels ?? [];
  expect(labels.slice(0, 2)).toEqual([
    { id: third.labelId, text: third.text },
    { id: second.labelId, text: "turns to the child" },
  ]);
  expect(labels.at(-1)?.id).toBe("attentive.turns-to-the-child");
  expect(labels).toHaveLength(draft.attentive.length);
  expect(familiesSchema.safeParse(changed).success).toBe(true);
  expect(differs({ ...draft, attentive: rows }, families)).toBe(true);
});

it("leaves a row at the ends where it is", () => {
  const [first] = draft.guiding;

  expect(moveRow(draft.guiding, first?.rowId ?? "", -1)).toEqual(draft.guiding);
  expect(moveRow(draft.guiding, "not there", 1)).toEqual(draft.guiding);
});
