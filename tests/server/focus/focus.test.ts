import { randomUUID } from "node:crypto";
import { expect, it, vi } from "vitest";
import * as Y from "yjs";
import { readFocus } from "#shared/board/focus-words.ts";
import { focusOf } from "#shared/board/board-doc.ts";
import { contentOf } from "#server/signing/signed-copy.ts";
import { helpingQuestionOf } from "#tests/server/board/join-board.ts";
import type { Joined } from "#tests/server/board/join-board.ts";
import { newId } from "#tests/helpers/build-records.ts";
import { openFocusHouse, waiting } from "./focus-house.ts";

const question = "How can I tell when Ada wants more?";
const goal = { goalId: null, text: "I wait", baseline: 2, hopedFor: 7 } as const;
const add = (text: string) => ({ commandId: randomUUID(), text });

const questionOn = ({ doc }: Joined) => helpingQuestionOf(doc).toJSON();
const goalsOn = ({ doc }: Joined) => readFocus(doc).goals.map(({ text }) => text);
const textOf = ({ doc }: Joined, goalId: string) => {
  const goals = focusOf(doc).get("goals") as Y.Map<Y.Text>; // made by the server
  const text = goals.get(goalId);
  if (text === undefined) throw new Error("no such goal");
  return text;
};
const until = (check: () => void) => vi.waitFor(check, waiting);

it("[JN11] [F1.1] both write in one helping question at once: both texts stay, and the journey has them", async () => {
  const { guider, guest, journeyId, enter, untilJourney } = await openFocusHouse();
  await guider.want("setHelpingQuestion", {
    params: { journeyId },
    body: { helpingQuestion: question },
  });
  const [nadia, callum] = [await enter(guider), await enter(guest)];

  helpingQuestionOf(nadia.board.doc).insert(0, "Nadia: ");
  helpingQuestionOf(callum.board.doc).insert(question.length, " And enough?");

  const both = `Nadia: ${question} And enough?`;
  await until(() => expect(questionOn(nadia.board)).toBe(both));
  await until(() => expect(questionOn(callum.board)).toBe(both));
  await untilJourney((now) => expect(now.helpingQuestion).toBe(both));
});

it("[JN11] what the journey's page changes, an open board shows, and words written there meanwhile stay", async () => {
  const { guider, guest, journeyId, enter, journey, untilJourney } = await openFocusHouse();
  const params = { journeyId };
  await guider.want("setHelpingQuestion", { params, body: { helpingQuestion: question } });
  await guider.want("setGoals", { params, body: [goal] });
  const callum = await enter(guest);
  helpingQuestionOf(callum.board.doc).insert(0, "Callum: ");
  await untilJourney((now) => expect(now.helpingQuestion).toBe(`Callum: ${question}`));

  const body = { helpingQuestion: `${question} Really?`, basedOn: question };
  await guider.want("setHelpingQuestion", { params, body });
  const [kept] = (await journey()).goals;
  const reworded = { ...goal, goalId: kept?.goalId ?? null, text: "I wait longer" };
  await guider.want("setGoals", { params, body: [reworded, { ...goal, text: "I follow" }] });

  await until(() => expect(questionOn(callum.board)).toBe(`Callum: ${question} Really?`));
  await until(() => expect(goalsOn(callum.board).sort()).toEqual(["I follow", "I wait longer"]));
  expect((await journey()).helpingQuestion).toBe(`Callum: ${question} Really?`);
});

it("[JN12] [F1.1] either adds, rewords and removes goals in the room; a fourth is refused by name, there and on the page", async () => {
  const { guider, guest, journeyId, enter, journey, untilJourney } = await openFocusHouse();
  const [nadia, callum] = [await enter(guider), await enter(guest)];

  const first = await callum.tab.ask("goal:add", add("I wait"));
  const second = await nadia.tab.ask("goal:add", add("I name what Ada does"));
  await callum.tab.ask("goal:add", add("I follow"));
  const fourth = await nadia.tab.ask("goal:add", add("One more"));
  if (!first.ok || !second.ok) throw new Error("not added");
  expect(fourth).toEqual({ ok: false, reason: "goals-full" });
  const four = [goal, goal, goal, goal].map((each) => ({ ...each }));
  const refused = await guider.ask("setGoals", { params: { journeyId }, body: four });
  expect(refused.json).toMatchObject({ reason: "goals-full" });

  await until(() => expect(goalsOn(callum.board)).toHaveLength(3));
  textOf(callum.board, first.value.goalId).insert(6, " longer");
  await untilJourney(({ goals }) =>
    expect(goals.map(({ text }) => text)).toEqual([
      "I wait longer",
      "I name what Ada does",
      "I follow",
    ]),
  );
  const removal = { commandId: randomUUID(), goalId: second.value.goalId };
  expect(await callum.tab.ask("goal:remove", removal)).toEqual({ ok: true, value: null });
  await until(() => expect(goalsOn(nadia.board)).toHaveLength(2));
  expect((await journey()).goals.map(({ text }) => text)).toEqual(["I wait longer", "I follow"]);
  expect(nadia.tab.told("goals:changed").at(-1)?.goals).toHaveLength(2);
});

it("[JN13] [JN3] [F1.2] both place a goal from 0 to 10 or leave it unsaid, and it keeps its ratings while it is reworded", async () => {
  const { guest, guider, enter, journey, untilJourney } = await openFocusHouse();
  const [nadia, callum] = [await enter(guider), await enter(guest)];
  const added = await callum.tab.ask("goal:add", add("I wait"));
  if (!added.ok) throw new Error(added.reason);
  const { goalId } = added.value;

  for (const [place, value] of [
    ["baseline", 0],
    ["hopedFor", 10],
    ["now", 4],
  ] as const) {
    expect(await callum.tab.ask("goal:place", { goalId, place, value })).toMatchObject({
      ok: true,
    });
  }
  await nadia.tab.until("goals:changed", ({ goals }) => goals[0]?.ratings[0]?.value === 4);
  textOf(nadia.board, goalId).insert(6, " longer");
  await untilJourney(({ goals }) => expect(goals[0]?.text).toBe("I wait longer"));
  await nadia.tab.ask("goal:place", { goalId, place: "baseline", value: null });

  const [kept] = (await journey()).goals;
  const ratings = [{ cycleNumber: 1, value: 4 }];
  expect(kept).toMatchObject({ baseline: null, hopedFor: 10, ratings });
  expect(await callum.tab.ask("goal:place", { goalId, place: "now", value: 11 })).toMatchObject({
    reason: "invalid",
  });
  const strange = { goalId: newId.goal(), place: "now", value: 3 };
  expect(await callum.tab.ask("goal:place", strange)).toMatchObject({ reason: "not-found" });
});

it("[JN13] a first talk has no place after a cycle", async () => {
  const { server, guider, house, enter } = await openFocusHouse();
  const body = { startsAtMs: Math.floor(server.context.clock.nowMs()), kind: "focus" } as const;
  const talk = await guider.want("planReview", { params: { cycleId: house.cycleId }, body });
  const nadia = await enter(guider, talk.reviewId);
  const added = await nadia.tab.ask("goal:add", add("I wait"));
  if (!added.ok) throw new Error(added.reason);

  const place = { goalId: added.value.goalId, value: 4 };
  expect(await nadia.tab.ask("goal:place", { ...place, place: "baseline" })).toMatchObject({
    ok: true,
  });
  expect(await nadia.tab.ask("goal:place", { ...place, place: "now" })).toMatchObject({
    reason: "not-found",
  });
});

it("[JN14] a signed board and one that has ended keep their words; one written on again takes the journey's", async () => {
  const { server, guider, guest, journeyId, reviewId, enter } = await openFocusHouse();
  const params = { journeyId };
  await guider.want("setHelpingQuestion", { params, body: { helpingQuestion: question } });
  const [nadia, callum] = [await enter(guider), await enter(guest)];
  const { sha256: contentHash } = contentOf(nadia.board.doc);
  for (const { tab } of [nadia, callum]) {
    expect(await tab.ask("board:agree", { isAgreed: true, contentHash })).toMatchObject({
      ok: true,
    });
  }
  await nadia.tab.until("ending:changed", ({ signed }) => signed !== null);

  await guider.want("setHelpingQuestion", { params, body: { helpingQuestion: "Another one?" } });
  expect(await nadia.tab.ask("goal:add", add("I wait"))).toMatchObject({ reason: "board-frozen" });
  expect(questionOn(nadia.board)).toBe(question);
  const again = await enter(guest);
  expect(questionOn(again.board)).toBe(question);

  await nadia.tab.ask("board:reopen", {});
  await until(() => expect(questionOn(again.board)).toBe("Another one?"));
  await guider.want("endReview", { params: { reviewId } });
  await guider.want("setHelpingQuestion", { params, body: { helpingQuestion: "A third?" } });

  const stored = await server.context.boardLog.load(reviewId);
  const ended = new Y.Doc();
  for (const { bytes } of stored?.updates ?? []) Y.applyUpdate(ended, bytes);
  if (stored?.snapshot) Y.applyUpdate(ended, stored.snapshot);
  expect(readFocus(ended).helpingQuestion).toBe("Another one?");
  expect((await guider.want("readJourney", { params })).helpingQuestion).toBe("A third?");
});

it("[JN11] words on a board that a stop of the server kept from its journey reach it when somebody comes in", async () => {
  const { server, guider, journeyId, enter, untilJourney } = await openFocusHouse();
  const nadia = await enter(guider);
  helpingQuestionOf(nadia.board.doc).insert(0, question);
  await untilJourney((now) => expect(now.helpingQuestion).toBe(question));
  await server.context.stores.journeys.setHelpingQuestion(journeyId, "");

  await enter(guider);

  await untilJourney((now) => expect(now.helpingQuestion).toBe(question));
});
