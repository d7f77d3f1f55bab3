import fc from "fast-check";
import { expect, it } from "vitest";
import * as Y from "yjs";
import {
  applyEdit,
  diffText,
  mapCaret,
  rebaseEdit,
  withoutTornPairs,
} from "#shared/board/text-binding.ts";
import type { DeltaStep, TextEdit } from "#shared/board/text-binding.ts";

const numRuns = Number(process.env["RUNS"] ?? 200);
const words = fc.string({
  unit: fc.constantFrom("a", "a", "b", " ", "\n", "é", "ŵ", "😀", "😁", "👩‍👧", "漢"),
  maxLength: 6,
});

/** A person: a document, and a field that shows it with a caret; words may be held back while composing. */
class Writer {
  readonly doc = new Y.Doc();
  readonly text = this.doc.getText("field");
  field = "";
  caret = 0;
  private held: DeltaStep[][] | null = null;
  private shownBefore = "";

  constructor() {
    this.text.observe((event, transaction) => {
      if (transaction.origin === this) return;
      const delta = event.delta as DeltaStep[]; // plain text only: no embeds, no formats
      if (this.held !== null) this.held.push(delta);
      else this.follow(delta);
    });
  }

  private follow(delta: readonly DeltaStep[]) {
    this.caret = mapCaret(this.caret, delta);
    this.field = this.text.toJSON();
  }

  private change(edits: readonly TextEdit[]) {
    this.doc.transact(() => {
      for (const edit of edits) {
        if (edit.remove > 0) this.text.delete(edit.index, edit.remove);
        if (edit.insert !== "") this.text.insert(edit.index, edit.insert);
      }
    }, this);
  }

  /** What an input event does: the field has new words and a caret, as the browser left them. */
  typeOver(from: number, to: number, insert: string) {
    const before = this.field;
    this.field = before.slice(0, from) + insert + before.slice(to);
    this.caret = from + insert.length;
    if (this.held !== null) return;
    const edit = diffText(before, this.field, this.caret);
    if (edit !== null) this.change([edit]);
  }

  beginComposing() {
    this.shownBefore = this.field;
    this.held ??= [];
  }

  endComposing() {
    const held = this.held ?? [];
    this.held = null;
    let edits: TextEdit[] = [];
    const edit = diffText(this.shownBefore, this.field, this.caret);
    if (edit !== null) edits = [edit];
    for (const delta of held) {
      edits = edits.flatMap((one) => rebaseEdit(one, delta));
      this.caret = mapCaret(this.caret, delta);
    }
    this.change(edits);
    this.field = this.text.toJSON();
    this.caret = Math.min(this.caret, this.field.length);
  }

  get isComposing() {
    return this.held !== null;
  }
}

/** A place between two whole characters, as a caret in a browser always stands. */
function between(text: string, share: number): number {
  const places = [0];
  for (const character of text) places.push((places.at(-1) ?? 0) + character.length);
  return places[Math.floor(share * (places.length - 0.001))] ?? 0;
}

const share = fc.double({ min: 0, max: 0.999, noNaN: true });
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("type" as const),
      who: fc.nat(3),
      a: share,
      b: share,
      insert: words,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("send" as const), who: fc.nat(3), to: fc.nat(3) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("compose" as const), who: fc.nat(3) }) },
);

function send(from: Writer, to: Writer) {
  Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)), "remote");
}

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function takeStep(one: Step, who: Writer, other: (n: number) => Writer) {
  switch (one.kind) {
    case "send":
      return send(who, other(one.to));
    case "compose":
      return who.isComposing ? who.endComposing() : who.beginComposing();
    case "type": {
      const [from = 0, to = 0] = [one.a, one.b]
        .map((place) => between(who.field, place))
        .toSorted((x, y) => x - y);
      return who.typeOver(from, to, one.insert);
    }
  }
}

it("[BS2] gives every writer the same words, with no torn character, whatever they type and when it arrives", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 4 }),
      fc.array(step, { maxLength: 40 }),
      (count, steps) => {
        const writers = Array.from({ length: count }, () => new Writer());
        const writer = (n: number) => writers[n % count] as Writer; // n % count is within the list

        for (const one of steps) takeStep(one, writer(one.who), writer);
        for (const one of writers) if (one.isComposing) one.endComposing();
        const pairs = writers.flatMap((from) => writers.map((to) => [from, to] as const));
        for (const [from, to] of [...pairs, ...pairs]) send(from, to);

        for (const one of writers) {
          expect(one.field).toBe(writer(0).field);
          expect(one.field).toBe(one.text.toJSON());
          expect(one.field).not.toContain("\uFFFD");
          expect(withoutTornPairs(one.field)).toBe(one.field);
          expect(one.caret).toBeLessThanOrEqual(one.field.length);
        }
      },
    ),
    { numRuns },
  );
});

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
