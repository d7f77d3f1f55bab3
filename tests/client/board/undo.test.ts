import fc from "fast-check";
import { expect, it, vi } from "vitest";
import * as Y from "yjs";
import { changeCards } from "#client/features/board/card-changes.ts";
import { addAim, addObservation, observationsOf, seedBoard } from "#shared/board/board-doc.ts";
import { readAims, readObservations } from "#shared/board/read-board.ts";
import { joinBoards } from "#tests/client/board/page/joined-boards.ts";
import type { Side } from "#tests/client/board/page/joined-boards.ts";

const momentId = "moment";

/** Two joined boards with one moment and one aim; `apart` holds everything back until `together`. */
function openTwo() {
  let isJoined = true;
  const [mine, theirs] = joinBoards(["Nadia", "Callum"], () => isJoined);
  const { doc } = mine.link;
  seedBoard(doc, { helpingQuestion: "", goals: [], earlierAims: [] });
  addObservation(doc, {
    observationId: momentId,
    anchor: { clipId: "clip", clipRev: "rev", frame: 25 },
    heldBy: "nadia",
    createdAtMs: 1,
    order: 1,
  });
  addAim(doc, { aimId: "aim", text: "", order: 1, fromObservationId: null });
  return {
    mine,
    theirs,
    apart: () => (isJoined = false),
    together: () => {
      isJoined = true;
      for (const side of [mine, theirs]) side.catchUp();
    },
  };
}

const cardOf = ({ link }: Side) => {
  const card = readObservations(link.doc).find((one) => one.observationId === momentId);
  if (card === undefined) throw new Error("the moment is gone");
  return card;
};
const write = (side: Side, text: Y.Text, at: number, words: string) => {
  side.link.undo.stopCapturing();
  side.link.change(() => text.insert(at, words));
};

it("[BS21] takes back one's own last changes one by one, whatever they were, and puts them back", () => {
  const { mine, theirs } = openTwo();
  const { link } = mine;
  const set = (values: Parameters<typeof changeCards>[1][number]["values"]) =>
    changeCards(link, [{ observationId: momentId, values }]);
  write(mine, cardOf(mine).texts.initiative, 0, "Kit looked");
  set({ principleIds: ["receiving"] });
  set({ endFrame: 40 });
  set({ turnFrames: [25, 30] });
  set({ order: 7 });
  write(mine, readAims(link.doc)[0]?.text ?? new Y.Text(), 0, "wait");
  const seen = () => {
    const { principleIds, endFrame, turnFrames, order, texts } = cardOf(theirs);
    const aim = readAims(theirs.link.doc)[0]?.text.toJSON();
    return [
      texts.initiative.toJSON(),
      principleIds.length,
      endFrame,
      turnFrames.length,
      order,
      aim,
    ];
  };
  const whole = ["Kit looked", 1, 40, 2, 7, "wait"];
  expect(seen()).toEqual(whole);

  const steps = Array.from({ length: 6 }, () => {
    link.undo.undo();
    return seen();
  });

  expect(steps).toEqual([
    ["Kit looked", 1, 40, 2, 7, ""],
    ["Kit looked", 1, 40, 2, 1, ""],
    ["Kit looked", 1, 40, 0, 1, ""],
    ["Kit looked", 1, null, 0, 1, ""],
    ["Kit looked", 0, null, 0, 1, ""],
    ["", 0, null, 0, 1, ""],
  ]);
  expect(link.undo.canUndo()).toBe(false);
  for (let n = 0; n < 6; n += 1) link.undo.redo();
  expect(seen()).toEqual(whole);
});

it("[BS21] leaves what the other has set since, and what the server has made", () => {
  const { mine, theirs } = openTwo();
  const tag = (side: Side, principleIds: string[]) =>
    changeCards(side.link, [{ observationId: momentId, values: { principleIds } }]);
  tag(mine, ["guiding"]);
  tag(theirs, ["guiding", "receiving"]);

  mine.link.undo.undo();

  expect(cardOf(mine).principleIds).toEqual(["guiding", "receiving"]);
  expect(cardOf(theirs).principleIds).toEqual(["guiding", "receiving"]);
  expect(mine.link.undo.undo()).toBeNull();
  expect(observationsOf(theirs.link.doc).size).toBe(1);
});

it("takes back typing of half a second as one, and a tag beside it as another", () => {
  vi.useFakeTimers();
  const { mine } = openTwo();
  const { initiative } = cardOf(mine).texts;
  const type = (letter: string) =>
    mine.link.change(() => initiative.insert(initiative.length, letter));
  type("a");
  type("b");
  changeCards(mine.link, [{ observationId: momentId, values: { principleIds: ["attuned"] } }]);
  type("c");

  mine.link.undo.undo();
  expect([initiative.toJSON(), cardOf(mine).principleIds]).toEqual(["ab", ["attuned"]]);
  mine.link.undo.undo();
  expect([initiative.toJSON(), cardOf(mine).principleIds]).toEqual(["ab", []]);
  mine.link.undo.undo();
  expect(initiative.toJSON()).toBe("");
  vi.useRealTimers();
});

/** More runs on purpose: `RUNS=10000 npx vitest run tests/client/board/undo.test.ts`. */
const runs = Number(process.env["RUNS"] ?? 150);
const fields = ["initiative", "response", "feeling"] as const;
const stepArbitrary = fc.record({
  isMine: fc.boolean(),
  field: fc.constantFrom(...fields),
  at: fc.nat(40),
  length: fc.nat(6),
  kind: fc.constantFrom("write", "write", "take", "undo", "redo", "apart", "together"),
});
type Step = typeof stepArbitrary extends fc.Arbitrary<infer Kind> ? Kind : never;

/** Does the steps on two boards; every letter written is another one, so that it tells whose it is. */
function play(steps: readonly Step[]) {
  const { mine, theirs, apart, together } = openTwo();
  const written: string[] = [];
  const taken = new Set<string>();

  function take(side: Side, text: Y.Text, at: number, length: number) {
    const letters = text.toJSON().slice(at, at + length);
    if (side === theirs) for (const letter of letters) taken.add(letter);
    side.link.undo.stopCapturing();
    side.link.change(() => text.delete(at, letters.length));
  }
  function add(side: Side, text: Y.Text, at: number) {
    const letter = String.fromCodePoint(0x4e00 + letters);
    letters += 1;
    write(side, text, at, letter);
    if (side === theirs) written.push(letter);
  }
  let letters = 0;

  for (const { isMine, field, at, length, kind } of steps) {
    const side = isMine ? mine : theirs;
    const text = cardOf(side).texts[field];
    const place = Math.min(at, text.length);
    if (kind === "write") add(side, text, place);
    else if (kind === "take") take(side, text, place, length);
    else if (kind === "apart") apart();
    else if (kind === "together") together();
    else mine.link.undo[kind]();
  }
  together();
  while (mine.link.undo.canUndo()) mine.link.undo.undo();
  const wordsOf = (side: Side) =>
    fields.map((field) => cardOf(side).texts[field].toJSON()).join("");
  return { kept: written.filter((letter) => !taken.has(letter)), mine, theirs, wordsOf };
}

it(
  "[BS21] never takes away a letter of the other's, whatever both do, undo and miss of each other",
  () => {
    fc.assert(
      fc.property(fc.array(stepArbitrary, { maxLength: 40 }), (steps) => {
        const { kept, mine, theirs, wordsOf } = play(steps);

        const shown = wordsOf(theirs);
        expect(kept.filter((letter) => !shown.includes(letter))).toEqual([]);
        expect(wordsOf(mine)).toBe(shown);
      }),
      { numRuns: runs },
    );
  },
  20_000 + 20 * runs,
);
