import fc from "fast-check";
import { expect, it } from "vitest";
import * as Y from "yjs";
import { createBoardShadow } from "#server/board/board-shadow.ts";
import { liveLimits, resyncLimits } from "#server/board/guard-limits.ts";
import type { GuardLimits } from "#server/board/guard-limits.ts";
import { inspectUpdate } from "#server/board/update-guard.ts";
import { addAim, addObservation, observationsOf, seedBoard } from "#shared/board/board-doc.ts";
import { readAims, readObservations } from "#shared/board/read-board.ts";
import { observationFields, rootNames } from "#shared/board/board-doc.ts";

/** More runs on purpose: `RUNS=10000 npx vitest run tests/property/board-edits.test.ts`. */
const runs = Number(process.env["RUNS"] ?? 60);
const serverClientId = 1;
const writers = 3;

type Step =
  | { readonly kind: "insert"; readonly at: number; readonly text: string }
  | { readonly kind: "delete"; readonly at: number; readonly length: number }
  | { readonly kind: "principles"; readonly ids: readonly string[] }
  | { readonly kind: "order"; readonly order: number }
  | { readonly kind: "undo" }
  | { readonly kind: "go-away" }
  | { readonly kind: "come-back" }
  | { readonly kind: "server-adds" };

const stepArbitrary: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant("insert" as const),
      at: fc.nat(200),
      text: fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant("delete" as const),
      at: fc.nat(200),
      length: fc.integer({ min: 1, max: 30 }),
    }),
  },
  fc.record({
    kind: fc.constant("principles" as const),
    ids: fc.array(fc.constantFrom("a", "b-1", "c.2"), { maxLength: 12 }),
  }),
  fc.record({
    kind: fc.constant("order" as const),
    order: fc.double({ noNaN: true, noDefaultInfinity: true }),
  }),
  { weight: 2, arbitrary: fc.constant<Step>({ kind: "undo" }) },
  fc.constant<Step>({ kind: "go-away" }),
  { weight: 2, arbitrary: fc.constant<Step>({ kind: "come-back" }) },
  fc.constant<Step>({ kind: "server-adds" }),
);
const turnArbitrary = fc.record({
  writer: fc.nat(writers - 1),
  field: fc.nat(9),
  step: stepArbitrary,
});

interface Writer {
  readonly doc: Y.Doc;
  readonly undo: Y.UndoManager;
  isHere: boolean;
}

/** The server's side of a board, without its sockets: guard, shadow, then everybody who is here. */
function buildBoard() {
  const seed = new Y.Doc();
  seed.clientID = serverClientId;
  seedBoard(seed, { helpingQuestion: "What helps?", goals: [], earlierAims: [] });
  addCard(seed, "first");
  addAim(seed, { aimId: "aim", text: "wait", order: 1, fromObservationId: null });
  const shadow = createBoardShadow([Y.encodeStateAsUpdate(seed)], serverClientId);
  const people: Writer[] = Array.from({ length: writers }, () => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(shadow.doc), "server");
    const texts = [...fieldsOf(doc)];
    return { doc, undo: new Y.UndoManager(texts, { captureTimeout: 0 }), isHere: true };
  });

  const refusals: string[] = [];

  function tell(update: Uint8Array): void {
    for (const { doc, isHere } of people) if (isHere) Y.applyUpdate(doc, update, "server");
  }

  function receive(update: Uint8Array, limits: GuardLimits): void {
    const facts = inspectUpdate(update, shadow.doc, limits);
    if (!facts.ok) return void refusals.push(facts.reason);
    if (facts.value.writers.length + facts.value.newRanges === 0) return;
    const outcome = shadow.propose(update);
    if (!outcome.ok) refusals.push(outcome.reason);
    else if (outcome.value.written !== null) tell(outcome.value.written);
  }

  for (const writer of people) {
    writer.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== "server" && writer.isHere) receive(update, liveLimits);
    });
  }

  return {
    people,
    shadow,
    refusals,
    comeBack: (writer: Writer) => {
      if (writer.isHere) return;
      const known = Y.encodeStateVector(writer.doc);
      const answer = Y.encodeStateAsUpdate(writer.doc, Y.encodeStateVector(shadow.doc));
      writer.isHere = true;
      Y.applyUpdate(writer.doc, Y.encodeStateAsUpdate(shadow.doc, known), "server");
      receive(answer, resyncLimits);
    },
    serverAdds: (id: string) => {
      const update = shadow.edit((doc) => addCard(doc, id));
      if (update !== null) tell(update);
    },
  };
}

function addCard(doc: Y.Doc, observationId: string): void {
  const anchor = { clipId: "c", clipRev: "r", frame: 1 };
  addObservation(doc, { observationId, anchor, heldBy: "x", createdAtMs: 0, order: 1 });
}

function fieldsOf(doc: Y.Doc): Y.Text[] {
  const ofCards = readObservations(doc).flatMap(({ texts }) =>
    observationFields.map((field) => texts[field]),
  );
  return [...ofCards, ...readAims(doc).map(({ text }) => text)];
}

type Board = ReturnType<typeof buildBoard>;

function takeTurn(
  board: Board,
  turn: { writer: number; field: number; step: Step },
  id: string,
): void {
  const writer = board.people[turn.writer];
  if (writer === undefined) return;
  const { step, field } = turn;
  switch (step.kind) {
    case "insert":
    case "delete":
    case "principles":
    case "order":
      return write(writer.doc, field, step);
    case "undo":
      writer.undo.undo();
      return;
    case "go-away":
      writer.isHere = false;
      return;
    case "come-back":
      return board.comeBack(writer);
    case "server-adds":
      return board.serverAdds(id);
  }
}

type WrittenStep = Extract<Step, { kind: "insert" | "delete" | "principles" | "order" }>;

function write(doc: Y.Doc, field: number, step: WrittenStep): void {
  const fields = fieldsOf(doc);
  const text = fields[field % fields.length];
  const card = [...observationsOf(doc).values()][field % observationsOf(doc).size];
  switch (step.kind) {
    case "insert":
      return text?.insert(Math.min(step.at, text.length), step.text);
    case "delete":
      return deleteWithin(text, step.at, step.length);
    case "principles":
      card?.set("principleIds", [...step.ids]);
      return;
    case "order":
      card?.set("order", step.order);
      return;
  }
}

function deleteWithin(text: Y.Text | undefined, at: number, length: number): void {
  if (text === undefined || text.length === 0) return;
  const start = at % text.length;
  text.delete(start, Math.min(length, text.length - start));
}

it("[BD23] edits that people make in good faith are never refused, and all end with the same board", () => {
  fc.assert(
    fc.property(fc.array(turnArbitrary, { minLength: 1, maxLength: 80 }), (turns) => {
      const board = buildBoard();

      for (const [index, turn] of turns.entries()) takeTurn(board, turn, `card ${String(index)}`);
      for (const writer of board.people) board.comeBack(writer);

      expect(board.refusals).toEqual([]);
      const expected = board.shadow.doc.getMap("observations").toJSON();
      for (const { doc } of board.people) {
        expect(doc.getMap("observations").toJSON()).toEqual(expected);
        expect(doc.getMap("aims").toJSON()).toEqual(board.shadow.doc.getMap("aims").toJSON());
      }
    }),
    { numRuns: runs },
  );
});

it("[BD9] bytes changed at random crash nothing, stop nothing and never spoil the board's shape", () => {
  const mutation = fc.record({ at: fc.nat(400), value: fc.nat(255), cut: fc.nat(40) });
  fc.assert(
    fc.property(
      fc.array(turnArbitrary, { minLength: 3, maxLength: 20 }),
      fc.array(mutation, { minLength: 1, maxLength: 6 }),
      (turns, mutations) => {
        const board = buildBoard();
        const sent: Uint8Array[] = [];
        board.people[0]?.doc.on("update", (update: Uint8Array) => sent.push(update));
        for (const [index, turn] of turns.entries()) takeTurn(board, turn, `card ${String(index)}`);
        const whole = Y.encodeStateAsUpdate(board.shadow.doc);

        for (const update of sent) {
          const forged = mutate(update, mutations);
          const facts = inspectUpdate(forged, board.shadow.doc, liveLimits);
          if (!facts.ok) continue;
          const trial = createBoardShadow([whole], serverClientId);
          const startedAtMs = performance.now();
          if (trial.propose(forged).ok) expectWholeCards(trial.doc);
          expect(performance.now() - startedAtMs).toBeLessThan(1_000);
          trial.destroy();
        }
      },
    ),
    { numRuns: runs },
  );
});

function mutate(update: Uint8Array, mutations: { at: number; value: number; cut: number }[]) {
  const forged = update.slice();
  for (const { at, value } of mutations) forged[at % forged.length] = value;
  const [first] = mutations;
  const isCut = first !== undefined && first.cut < 5;
  return isCut ? forged.slice(0, forged.length - first.cut) : forged;
}

/** The fields, and principles, areas, anchor, order, end, turns, drawing, holder, instant, pins, picture. */
const cardKeys = observationFields.length + 11;

function expectWholeCards(doc: Y.Doc): void {
  expect([...doc.share.keys()].sort()).toEqual([...rootNames].sort());
  expect(readObservations(doc)).toHaveLength(observationsOf(doc).size);
  for (const card of observationsOf(doc).values()) expect([...card.keys()]).toHaveLength(cardKeys);
}
