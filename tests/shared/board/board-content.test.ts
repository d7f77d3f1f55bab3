import { expect, it } from "vitest";
import * as Y from "yjs";
import { boardContentSchema, canonicalJson, firstWordsOf } from "#shared/board/board-content.ts";
import { addAim, addObservation, observationsOf, seedBoard } from "#shared/board/board-doc.ts";
import { readBoardContent } from "#shared/board/read-board-content.ts";
import { readAims, readEarlierAims, readObservations } from "#shared/board/read-board.ts";

const goals = ["b", "a", "c"].map((goalId) => ({ goalId, text: `goal ${goalId}` }));
const anchor = { clipId: "clip", clipRev: "0".repeat(64), frame: 12 };

function buildBoard(): Y.Doc {
  const doc = new Y.Doc();
  const earlierAims = [{ aimId: "earlier", text: "Count to five", whereWhen: "snack time" }];
  seedBoard(doc, { helpingQuestion: "How can I tell?", goals, earlierAims });
  for (const [observationId, order] of [
    ["second", 2],
    ["first", 1],
  ] as const) {
    addObservation(doc, { observationId, anchor, heldBy: "nadia", createdAtMs: 5, order });
  }
  addAim(doc, { aimId: "aim", text: "Hum back", order: 1, fromObservationId: "first" });
  return doc;
}

/** The same board in a browser that got it in one piece and wrote before it knew of the rest. */
function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

it("[BD53] holds the words and marks of a board in its order, and can be read again from its JSON", () => {
  const doc = buildBoard();
  const [first] = readObservations(doc);
  first?.texts.response.insert(0, "I hummed it back 🙂");
  observationsOf(doc).get("first")?.set("turnFrames", [12, 40]);
  readAims(doc)[0]?.whereWhen.insert(0, "carpet time");
  readEarlierAims(doc)[0]?.howDidItGo.insert(0, "He fills it now.");

  const content = readBoardContent(doc);

  expect(content.observations.map(({ observationId }) => observationId)).toEqual([
    "first",
    "second",
  ]);
  expect(content.observations[0]).toMatchObject({ anchor, turnFrames: [12, 40], heldBy: "nadia" });
  expect(content.goals.map(({ goalId }) => goalId)).toEqual(["a", "b", "c"]);
  expect(content.aims).toMatchObject([{ text: "Hum back", whereWhen: "carpet time" }]);
  expect(content.earlierAims).toMatchObject([{ howDidItGo: "He fills it now." }]);
  expect(boardContentSchema.parse(JSON.parse(canonicalJson(content)))).toEqual(content);
});

it("[BD53] reads the same, letter by letter, on both sides, whatever order the changes came in", () => {
  const server = buildBoard();
  const [one, other] = [copyOf(server), copyOf(server)];
  const write = (doc: Y.Doc, words: string) =>
    readObservations(doc)[0]?.texts.initiative.insert(0, words);
  write(one, "He looked. ");
  write(other, "Then at me. ");
  observationsOf(one).get("second")?.set("order", 0.5);
  observationsOf(other).get("first")?.set("principleIds", ["receiving", "attuned"]);
  const [fromOne, fromOther] = [Y.encodeStateAsUpdate(one), Y.encodeStateAsUpdate(other)];

  for (const update of [fromOther, fromOne]) Y.applyUpdate(server, update);
  Y.applyUpdate(one, fromOther);
  Y.applyUpdate(other, fromOne);

  const spelled = [server, one, other, copyOf(server)].map((doc) =>
    canonicalJson(readBoardContent(doc)),
  );
  expect(new Set(spelled).size).toBe(1);
  expect(spelled[0]).toContain("Then at me.");
});

it("[BD53] differs after any change of words, marks, order or aims, and not when a picture comes in", () => {
  const doc = buildBoard();
  const card = observationsOf(doc).get("first");
  const changes = [
    () => readObservations(doc)[0]?.texts.feeling.insert(0, "a"),
    () => readObservations(doc)[0]?.texts.feeling.delete(0, 1),
    () => card?.set("principleIds", ["receiving"]),
    () => card?.set("endFrame", 60),
    () => card?.set("drawing", [{ colour: 1, points: [10, 10] }]),
    () => card?.set("order", 3),
    () => readAims(doc)[0]?.whereWhen.insert(0, "tomorrow"),
    () => readEarlierAims(doc)[0]?.howDidItGo.insert(0, "Well."),
  ];
  const seen = [canonicalJson(readBoardContent(doc))];

  for (const change of changes) {
    change();
    seen.push(canonicalJson(readBoardContent(doc)));
  }
  card?.set("still", { width: 640, height: 360, sha256: "0".repeat(64) });

  expect(seen.every((one, place) => one !== seen[place - 1])).toBe(true);
  expect(canonicalJson(readBoardContent(doc))).toBe(seen.at(-1));
});

it("[BD53] knows a moment by the first words that somebody wrote in it", () => {
  const doc = buildBoard();
  const [first] = readObservations(doc);
  first?.texts.feeling.insert(0, "Like being let in.");
  first?.texts.response.insert(0, "  I waited. ");

  const [content, empty] = readBoardContent(doc).observations;

  expect(content && firstWordsOf(content)).toBe("I waited.");
  expect(empty && firstWordsOf(empty)).toBe("");
});
