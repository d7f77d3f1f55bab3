import { expect, it } from "vitest";
import * as Y from "yjs";
import { createBoardShadow } from "#server/board/board-shadow.ts";
import {
  addAim,
  addObservation,
  aimsOf,
  focusOf,
  observationsOf,
  seedBoard,
} from "#shared/board/board-doc.ts";
import { ok } from "#shared/lib/result.ts";
import { editOf } from "./forged-updates.ts";

const serverClientId = 11;
const ownClientId = 22;

function buildDoc(): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = serverClientId;
  seedBoard(doc, {
    helpingQuestion: "What helps?",
    goals: [{ goalId: "goal", text: "rest" }],
    earlierAims: [{ aimId: "earlier", text: "Count to five", whereWhen: "snack time" }],
  });
  const anchor = { clipId: "c", clipRev: "r", frame: 1 };
  const heldBy = "somebody";
  for (const observationId of ["one", "two"]) {
    addObservation(doc, { observationId, anchor, heldBy, createdAtMs: 0, order: 1 });
  }
  addAim(doc, { aimId: "aim", text: "wait", order: 1, fromObservationId: null });
  return doc;
}

function propose(doc: Y.Doc, change: (copy: Y.Doc) => void) {
  const shadow = createBoardShadow([Y.encodeStateAsUpdate(doc)], serverClientId);
  const outcome = shadow.propose(editOf(doc, change, ownClientId));
  return outcome.ok ? ok(outcome.value.written) : outcome;
}

const cardOf = (doc: Y.Doc) => observationsOf(doc).get("one") ?? fail("no card");
const textOf = (map: Y.Map<unknown>, key: string) => {
  const text = map.get(key);
  return text instanceof Y.Text ? text : fail("no text");
};

function fail(message: string): never {
  throw new Error(message);
}

const welcome: [string, (copy: Y.Doc) => void][] = [
  ["words in an observation", (copy) => textOf(cardOf(copy), "feeling").insert(0, "calm 🙂")],
  ["words taken away", (copy) => textOf(focusOf(copy), "helpingQuestion").delete(0, 4)],
  ["the helping question", (copy) => textOf(focusOf(copy), "helpingQuestion").insert(0, "So: ")],
  [
    "a goal",
    (copy) => {
      const goals = focusOf(copy).get("goals");
      if (goals instanceof Y.Map) textOf(goals, "goal").insert(4, "ing");
    },
  ],
  ["an aim", (copy) => textOf(aimsOf(copy).get("aim") ?? fail("no aim"), "text").insert(0, "I ")],
  ["principles", (copy) => cardOf(copy).set("principleIds", ["attentive", "receiving"])],
  ["no principles", (copy) => cardOf(copy).set("principleIds", [])],
  ["areas of the engagement", (copy) => cardOf(copy).set("engagement", ["persistence"])],
  ["an order", (copy) => cardOf(copy).set("order", 1.5)],
  ["8000 characters", (copy) => textOf(cardOf(copy), "response").insert(0, "x".repeat(8000))],
];
it.each(welcome)("[BD10] admits %s", (_name, change) => {
  const outcome = propose(buildDoc(), change);

  expect(outcome.ok && outcome.value).toBeInstanceOf(Uint8Array);
});

const unwelcome: [string, (copy: Y.Doc) => void][] = [
  ["an extra root", (copy) => copy.getMap("evil").set("a", 1)],
  ["an extra root of text", (copy) => copy.getText("evil").insert(0, "x")],
  ["an extra key", (copy) => cardOf(copy).set("rating", 5)],
  ["an extra key at the root", (copy) => focusOf(copy).set("secret", "x")],
  ["a card replaced", (copy) => observationsOf(copy).set("one", new Y.Map())],
  ["a card replaced by words", (copy) => copy.getMap("observations").set("one", "gone")],
  ["a card deleted", (copy) => observationsOf(copy).delete("one")],
  ["a card of its own", (copy) => observationsOf(copy).set("three", new Y.Map())],
  ["an aim of its own", (copy) => aimsOf(copy).set("more", new Y.Map())],
  ["an aim deleted", (copy) => aimsOf(copy).delete("aim")],
  ["a field replaced", (copy) => cardOf(copy).set("response", new Y.Text("other"))],
  ["a field deleted", (copy) => cardOf(copy).delete("response")],
  ["another anchor", (copy) => cardOf(copy).set("anchor", { clipId: "d", clipRev: "r", frame: 2 })],
  ["another holder", (copy) => cardOf(copy).set("heldBy", "me")],
  ["an order that is a word", (copy) => cardOf(copy).set("order", "first")],
  ["an order without end", (copy) => cardOf(copy).set("order", Number.POSITIVE_INFINITY)],
  ["an order deleted", (copy) => cardOf(copy).delete("order")],
  ["thirteen principles", (copy) => cardOf(copy).set("principleIds", "abcdefghijklm".split(""))],
  ["a principle that is a sentence", (copy) => cardOf(copy).set("principleIds", ["a b"])],
  ["principles that are no list", (copy) => cardOf(copy).set("principleIds", { 0: "a" })],
  ["an area that is none", (copy) => cardOf(copy).set("engagement", ["speed"])],
  ["areas that are no list", (copy) => cardOf(copy).set("engagement", "persistence")],
  ["areas deleted", (copy) => cardOf(copy).delete("engagement")],
  ["8001 characters", (copy) => textOf(cardOf(copy), "response").insert(0, "x".repeat(8001))],
  ["bold words", (copy) => textOf(cardOf(copy), "response").insert(0, "x", { bold: true })],
  ["a picture", (copy) => textOf(cardOf(copy), "response").insertEmbed(0, { image: "x" })],
  ["an attribute of a text", (copy) => textOf(cardOf(copy), "response").setAttribute("a", 1)],
];
it.each(unwelcome)("[BD10] refuses %s", (_name, change) => {
  const outcome = propose(buildDoc(), change);

  expect(outcome.ok ? "admitted" : outcome.reason).toMatch(/^(wrong-shape|field-too-long)$/);
});

it("[BD10] refuses an edit whose neighbours nobody knows", () => {
  const doc = buildDoc();
  const stranger = new Y.Doc();
  Y.applyUpdate(stranger, Y.encodeStateAsUpdate(doc));
  textOf(focusOf(stranger), "helpingQuestion").insert(0, "unknown ");
  const edit = editOf(stranger, (copy) => textOf(focusOf(copy), "helpingQuestion").insert(3, "x"));
  const shadow = createBoardShadow([Y.encodeStateAsUpdate(doc)], serverClientId);

  expect(shadow.propose(edit)).toEqual({ ok: false, reason: "missing-dependency" });
});

it("[BD10] hands on only what is new, in an encoding of the server's own", () => {
  const doc = buildDoc();
  const edit = editOf(
    doc,
    (copy) => textOf(cardOf(copy), "response").insert(0, "new"),
    ownClientId,
  );
  const shadow = createBoardShadow([Y.encodeStateAsUpdate(doc)], serverClientId);

  const first = shadow.propose(edit);
  const again = shadow.propose(edit);

  expect(first).toMatchObject({ ok: true, value: { written: edit } });
  expect(again).toMatchObject({ ok: true, value: { written: null } });
});
