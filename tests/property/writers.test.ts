import fc from "fast-check";
import { expect, it } from "vitest";
import * as Y from "yjs";
import { bindTextArea } from "#client/features/board/bind-text-area.ts";
import { splitsPair } from "#shared/board/text-binding.ts";
import { PlainField } from "#tests/helpers/plain-field.ts";
import { between, expectWhole } from "#tests/helpers/typing.ts";

/** More runs on purpose: `npm run trial:writing -- --runs 1000`. */
const numRuns = Number(process.env["RUNS"] ?? 300);
const own = Symbol("own change");

/** A person: a document and the real binding to a field; what they write waits until it is delivered. */
function openWriter(count: number) {
  const doc = new Y.Doc();
  const text = doc.getText("field");
  const field = new PlainField();
  const undo = new Y.UndoManager(text, { trackedOrigins: new Set([own]), captureTimeout: 0 });
  const connection = {
    canWrite: true,
    change: (work: () => void) => doc.transact(work, own),
    setCaret: () => undefined,
    undo,
  };
  const options = { text, path: "field", connection, onShown: () => null, onFull: () => null };
  bindTextArea(field.asTextArea, options);
  const waiting: Uint8Array[][] = Array.from({ length: count }, () => []);
  doc.on("update", (update: Uint8Array, origin: unknown) => {
    if (origin !== "remote") for (const queue of waiting) queue.push(update);
  });
  return { doc, text, field, waiting, isComposing: false };
}
type Writer = ReturnType<typeof openWriter>;

/** Gives the writer at `place` what has waited for it: one by one, all as one, or in the wrong order. */
function deliver(
  from: Writer,
  writers: readonly Writer[],
  place: number,
  how: "each" | "merged" | "backwards",
) {
  const to = writers[place];
  const updates = from.waiting[place]?.splice(0) ?? [];
  if (updates.length === 0 || to === undefined || from === to) return;
  const inOrder = how === "backwards" ? updates.toReversed() : updates;
  const sent = how === "merged" ? [Y.mergeUpdates(inOrder)] : inOrder;
  for (const update of sent) Y.applyUpdate(to.doc, update, "remote");
}

const words = fc.string({
  unit: fc.constantFrom("a", "b", "\n", "ŵ", "😀", "😁", "😂", "👩‍👧", "👍🏽", "漢"),
  maxLength: 4,
});
const share = fc.double({ min: 0, max: 0.999, noNaN: true });
const kind = <Kind extends string>(one: Kind) => fc.record({ kind: fc.constant(one) });
const action = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant("type" as const), a: share, b: share, insert: words }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("deliver" as const),
      to: fc.nat(3),
      how: fc.constantFrom("each" as const, "merged" as const, "backwards" as const),
    }),
  },
  kind("compose"),
  kind("half"),
  kind("undo"),
  kind("redo"),
  kind("blur"),
);
type Action = typeof action extends fc.Arbitrary<infer T> ? T : never;

/** The first half of 😀; the other half may come, or never. */
function typeHalf(field: PlainField): void {
  field.type(field.value.at(field.selectionStart - 1) === "\uD83D" ? "\uDE00" : "\uD83D");
}

function act(one: Action, who: Writer, writers: readonly Writer[]): void {
  const { field } = who;
  switch (one.kind) {
    case "deliver":
      return deliver(who, writers, one.to % writers.length, one.how);
    case "type": {
      const [from = 0, to = 0] = [one.a, one.b]
        .map((at) => between(field.value, at))
        .toSorted((x, y) => x - y);
      return field.replace(from, to, one.insert);
    }
    case "half":
      return typeHalf(field);
    case "compose":
      who.isComposing = !who.isComposing;
      return field.composes(who.isComposing);
    case "undo":
      return field.undo("historyUndo");
    case "redo":
      return field.undo("historyRedo");
    case "blur":
      who.isComposing = false;
      return field.blur();
  }
}

it("[BS2] gives every writer the same whole characters, whatever they type, undo and compose, and when it arrives", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 4 }),
      fc.array(fc.record({ who: fc.nat(3), action }), { maxLength: 60 }),
      (count, steps) => {
        const writers = Array.from({ length: count }, () => openWriter(count));

        for (const { who, action: one } of steps) {
          const writer = writers[who % count];
          if (writer !== undefined) act(one, writer, writers);
        }
        for (const { field } of writers) field.blur();
        for (const from of writers) {
          for (const place of writers.keys()) deliver(from, writers, place, "merged");
        }

        const [first] = writers;
        for (const { text, field } of writers) {
          expect(field.value).toBe(first?.field.value);
          expect(field.value).toBe(text.toJSON());
          expectWhole(field.value);
          expect(splitsPair(field.value, field.selectionStart)).toBe(false);
        }
      },
    ),
    { numRuns },
  );
});
