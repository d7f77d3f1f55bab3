import fc from "fast-check";
import { expect, it } from "vitest";
import * as Y from "yjs";
import { applyEdit, mapCaret, rebaseEdit } from "#shared/board/text-binding.ts";
import type { DeltaStep } from "#shared/board/text-binding.ts";
import { between } from "#tests/helpers/typing.ts";

const numRuns = Number(process.env["RUNS"] ?? 200);
const words = fc.string({
  unit: fc.constantFrom("a", "a", "b", " ", "\n", "é", "ŵ", "😀", "😁", "👩‍👧", "漢"),
  maxLength: 6,
});

const share = fc.double({ min: 0, max: 0.999, noNaN: true });
it("[BS3] keeps a caret beside the letter it stood behind while others write elsewhere", () => {
  fc.assert(
    fc.property(words, share, share, share, words, (start, at, a, b, insert) => {
      const mark = "§";
      const field = `${start}${mark}${start}`;
      const caret = start.length + mark.length;
      const [from, to] = [a, b].map((s) => between(field, s)).sort((x, y) => x - y);
      fc.pre(!((from ?? 0) < caret && (to ?? 0) >= caret && at >= 0)); // the marked letter stays
      const remote = new Y.Doc();
      const text = remote.getText("field");
      text.insert(0, field);
      let delta: DeltaStep[] = [];
      text.observe((event) => (delta = event.delta as DeltaStep[])); // plain text only

      remote.transact(() => {
        text.delete(from ?? 0, (to ?? 0) - (from ?? 0));
        text.insert(from ?? 0, insert);
      });

      expect(text.toJSON().slice(0, mapCaret(caret, delta)).endsWith(mark)).toBe(true);
    }),
    { numRuns },
  );
});

it("loses no remote word when an edit held back is done late", () => {
  fc.assert(
    fc.property(words, words, words, share, share, share, (start, mine, theirs, a, b, c) => {
      const [from, to] = [a, b].map((s) => between(start, s)).sort((x, y) => x - y);
      const place = between(start, c);
      const delta: DeltaStep[] = [{ retain: place }, { insert: `<${theirs}>` }];
      const withTheirs = applyEdit(start, { index: place, remove: 0, insert: `<${theirs}>` });
      const edit = { index: from ?? 0, remove: (to ?? 0) - (from ?? 0), insert: `[${mine}]` };

      const result = rebaseEdit(edit, delta).reduce(applyEdit, withTheirs);

      expect(result).toContain(`<${theirs}>`);
      expect(result).toContain(`[${mine}]`);
      expect(result.length).toBe(start.length - edit.remove + mine.length + theirs.length + 4);
    }),
    { numRuns },
  );
});
