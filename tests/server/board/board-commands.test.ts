import { randomUUID } from "node:crypto";
import { expect, it, vi } from "vitest";
import { boardLimits } from "#shared/board/board-doc.ts";
import { readAims, readObservations } from "#shared/board/read-board.ts";
import { observationIdSchema } from "#shared/domain/ids.ts";
import { buildBoardHouse, serveBoards, storeLiveReview } from "./board-house.ts";
import type { BoardServer } from "./board-house.ts";
import { createControlledLog } from "./controlled-log.ts";
import { firstObservation, holdMoment, joinBoard, waiting } from "./join-board.ts";

const held = async (...args: Parameters<typeof holdMoment>) => {
  const outcome = await holdMoment(...args);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
};

/** The words of the aims that have any. */
async function aimTexts(server: BoardServer): Promise<string[]> {
  const doc = await server.boards.readDoc(server.house.reviewId);
  return readAims(doc)
    .map(({ text }) => text.toJSON())
    .filter((words) => words !== "");
}

it("[BD20] one moment held twice, at once or after a restart, is one observation", async () => {
  const house = await buildBoardHouse();
  const first = await serveBoards(house);
  const [one, other] = await Promise.all([held(first, "epoch/7"), held(first, "epoch/7")]);
  await first.boards.close();
  const second = await serveBoards(house);

  const again = await held(second, "epoch/7");
  const next = await held(second, "epoch/8");

  expect(one.created).toBe(true);
  expect(other).toEqual({ observationId: one.observationId, created: false });
  expect(again).toEqual({ observationId: one.observationId, created: false });
  expect(next.created).toBe(true);
  expect(next.observationId).not.toBe(one.observationId);
});

it("[BD20] a second hold is answered only once the first is on disk", async () => {
  const control = createControlledLog();
  const server = await serveBoards(await buildBoardHouse(), { wrapLog: control.wrap });
  await server.boards.epochOf(server.house.reviewId);
  control.hold();
  const answered: string[] = [];

  const first = held(server, "epoch/7").then(() => answered.push("first"));
  await vi.waitFor(() => expect(control.appendsStarted()).toBe(1), waiting);
  const second = held(server, "epoch/7").then(() => answered.push("second"));
  await server.boards.readDoc(server.house.reviewId);
  await new Promise(setImmediate);

  expect(answered).toEqual([]);
  control.release();
  await Promise.all([first, second]);
  expect(answered).toHaveLength(2);
});

it("[BD20] the same moment key in another review is another observation", async () => {
  const house = await buildBoardHouse();
  const server = await serveBoards(house);
  const otherReview = await storeLiveReview(house.stores, house.journey);

  const here = await held(server, "epoch/7");
  const there = await held({ ...server, house: { ...house, reviewId: otherReview } }, "epoch/7");

  expect(there.created).toBe(true);
  expect(there.observationId).not.toBe(here.observationId);
});

it("[BD20] a held moment reaches both with its frame, its holder and empty fields, in order", async () => {
  const server = await serveBoards(await buildBoardHouse());
  const callum = joinBoard(server, server.house.practitioner);
  await callum.synced();

  await held(server);
  await held(server);

  await vi.waitFor(() => expect(readObservations(callum.doc)).toHaveLength(2), waiting);
  const [first, second] = readObservations(callum.doc);
  expect(first).toMatchObject({
    heldBy: server.house.guider.participantId,
    anchor: { frame: 12, clipRev: "a".repeat(64) },
    principleIds: [],
    order: 1,
  });
  expect(second?.order).toBe(2);
  expect(Object.values(first?.texts ?? {}).map((text) => text.toJSON())).toEqual([
    "",
    "",
    "",
    "",
    "",
  ]);
});

it("[BD20] a full board holds no more moments, and still finds those it has", async () => {
  const server = await serveBoards(await buildBoardHouse());
  for (let count = 0; count < boardLimits.observations; count++) {
    await held(server, `moment ${String(count)}`);
  }

  expect(await holdMoment(server, "one more")).toEqual({ ok: false, reason: "board-full" });
  expect(await held(server, "moment 5")).toMatchObject({ created: false });
});

it("[BD21] an aim begins with the words of what went well and never becomes a fourth", async () => {
  const server = await serveBoards(await buildBoardHouse());
  const { reviewId } = server.house;
  const { observationId } = await held(server);
  const nadia = joinBoard(server, server.house.guider);
  await nadia.synced();
  firstObservation(nadia.doc).texts.response.insert(0, "You waited");
  firstObservation(nadia.doc).texts.followedBy.insert(0, "  She turned to you  ");
  await nadia.sendFence().answered();

  const fromMoment = await server.boards.addAim(reviewId, observationId);
  const pressedTwice = await server.boards.addAim(reviewId, observationId);
  const empty = await Promise.all([1, 2, 3].map(() => server.boards.addAim(reviewId, null)));
  const unknown = observationIdSchema.parse(randomUUID());

  expect(fromMoment.ok).toBe(true);
  expect(pressedTwice).toEqual(fromMoment);
  expect(empty.map((outcome) => (outcome.ok ? "added" : outcome.reason))).toEqual([
    "added",
    "added",
    "aims-full",
  ]);
  expect(await server.boards.addAim(reviewId, unknown)).toEqual({ ok: false, reason: "not-found" });
  await vi.waitFor(() => expect(readAims(nadia.doc)).toHaveLength(3), waiting);
  expect(readAims(nadia.doc)[0]).toMatchObject({ fromObservationId: observationId, order: 1 });
  expect(await aimTexts(server)).toEqual(["She turned to you"]);
});

it("[BD21] an aim takes the words of the answer when nothing is written of what followed", async () => {
  const server = await serveBoards(await buildBoardHouse());
  const { observationId } = await held(server);
  const nadia = joinBoard(server, server.house.guider);
  await nadia.synced();
  firstObservation(nadia.doc).texts.response.insert(0, "You waited");
  await nadia.sendFence().answered();

  await server.boards.addAim(server.house.reviewId, observationId);

  expect(await aimTexts(server)).toEqual(["You waited"]);
});

it("[BD20] moments are held while people write, and neither disturbs the other", async () => {
  const server = await serveBoards(await buildBoardHouse());
  const nadia = joinBoard(server, server.house.guider);
  await nadia.synced();
  await held(server);
  await vi.waitFor(() => expect(readObservations(nadia.doc)).toHaveLength(1), waiting);

  firstObservation(nadia.doc).texts.initiative.insert(0, "She looked up");
  await held(server);
  firstObservation(nadia.doc).texts.initiative.insert(0, "First: ");
  await nadia.sendFence().answered();

  const callum = joinBoard(server, server.house.practitioner);
  await callum.synced();
  expect(firstObservation(callum.doc).texts.initiative.toJSON()).toBe("First: She looked up");
});
