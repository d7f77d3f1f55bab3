import { expect, it, vi } from "vitest";
import * as Y from "yjs";
import { keepStroke, takeAwayStrokes } from "#client/features/board/still-drawing.ts";
import { middle, movedBy, ringAt } from "#client/features/board/still-strokes.ts";
import { addObservation, boardLimits, observationsOf } from "#shared/board/board-doc.ts";
import type { Stroke } from "#shared/board/board-doc.ts";

const own = Symbol("own");
const observationId = "moment";

/** One person's copy of the board; `catchUp` gives it what another has. */
function openSide(from?: Y.Doc) {
  const doc = new Y.Doc();
  if (from !== undefined) Y.applyUpdate(doc, Y.encodeStateAsUpdate(from));
  const root = observationsOf(doc);
  const undo = new Y.UndoManager(root, { trackedOrigins: new Set([own]) });
  return {
    doc,
    undo,
    change: (work: () => void) => doc.transact(work, own),
    catchUp: (other: { readonly doc: Y.Doc }) =>
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(other.doc), "network"),
    drawing: () => root.get(observationId)?.get("drawing") as Stroke[],
  };
}

function openBoth() {
  const server = new Y.Doc();
  const anchor = { clipId: "clip", clipRev: "rev", frame: 4 };
  addObservation(server, { observationId, anchor, heldBy: "Nadia", createdAtMs: 1, order: 1 });
  return [openSide(server), openSide(server)] as const;
}

const ring = (colour: number, by = 0) => ringAt(movedBy(middle, by, 0), colour);
const sorted = (strokes: readonly Stroke[]) => strokes.toSorted((a, b) => a.colour - b.colour);

it("[BS24] [A10] what one keeps is on the other's picture, and undo takes back one's own last stroke only", () => {
  const [nadia, callum] = openBoth();

  keepStroke(nadia, observationId, ring(0));
  callum.catchUp(nadia);
  keepStroke(callum, observationId, ring(1));
  keepStroke(callum, observationId, ring(1, 300));
  nadia.catchUp(callum);
  expect(nadia.drawing()).toEqual([ring(0), ring(1), ring(1, 300)]);

  callum.undo.undo();
  nadia.catchUp(callum);
  expect(nadia.drawing()).toEqual([ring(0), ring(1)]);
});

it("[BS24] of two strokes kept at one moment none is lost, whoever's came first", async () => {
  for (let race = 0; race < 40; race += 1) {
    const [nadia, callum] = openBoth();
    keepStroke(nadia, observationId, ring(0, race));
    keepStroke(callum, observationId, ring(1, race));

    for (let round = 0; round < 3; round += 1) {
      nadia.catchUp(callum);
      callum.catchUp(nadia);
      await Promise.resolve(); // what fell out is put back in a microtask
    }

    expect(sorted(nadia.drawing())).toEqual([ring(0, race), ring(1, race)]);
    expect(callum.drawing()).toEqual(nadia.drawing());
  }
});

it("[BS24] taking one's drawing away leaves the other's, and brings nothing back", async () => {
  const [nadia, callum] = openBoth();
  keepStroke(nadia, observationId, ring(0));
  callum.catchUp(nadia);
  keepStroke(callum, observationId, ring(1));
  nadia.catchUp(callum);

  takeAwayStrokes(nadia, observationId, 0);
  callum.catchUp(nadia);
  await Promise.resolve();

  expect([nadia.drawing(), callum.drawing()]).toEqual([[ring(1)], [ring(1)]]);
});

it("[BS24] a picture holds no more strokes than the board takes", () => {
  const [nadia] = openBoth();

  for (let n = 0; n < boardLimits.strokes + 3; n += 1) keepStroke(nadia, observationId, ring(0, n));

  expect(nadia.drawing()).toHaveLength(boardLimits.strokes);
});

it("lets go of a kept stroke after a while: whoever takes it off later is obeyed", () => {
  vi.useFakeTimers();
  const [nadia, callum] = openBoth();
  keepStroke(nadia, observationId, ring(0));
  callum.catchUp(nadia);
  vi.advanceTimersByTime(10_000);
  vi.useRealTimers();

  takeAwayStrokes(callum, observationId, 0);
  nadia.catchUp(callum);

  expect(nadia.drawing()).toEqual([]);
});
