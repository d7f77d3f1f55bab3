import { randomUUID } from "node:crypto";
import { expect, it, vi } from "vitest";
import { BoardRegistry } from "#server/board/board-registry.ts";
import { focusOf } from "#shared/board/board-doc.ts";
import type { Still } from "#shared/board/board-doc.ts";
import { observationIdSchema } from "#shared/domain/ids.ts";
import { boardCloseCodes } from "#shared/protocol/close-reasons.ts";
import { openBoard } from "#tests/client/board/open-board.ts";
import { buildBoardHouse, serveBoards } from "./board-house.ts";
import { createControlledLog } from "./controlled-log.ts";
import {
  firstObservation,
  helpingQuestionOf,
  holdMoment,
  joinBoard,
  waiting,
} from "./join-board.ts";

const question = "What helps Ada to ask?";
const still: Still = { width: 640, height: 360, sha256: "b".repeat(64) };

it("[BD27] a frozen board takes no edit of anybody's, and takes them again once it is thawed", async () => {
  const server = await serveBoards(await buildBoardHouse());
  const { reviewId } = server.house;
  const nadia = joinBoard(server, server.house.guider);
  const callum = joinBoard(server, server.house.practitioner);
  await Promise.all([nadia.synced(), callum.synced()]);

  await server.boards.freeze(reviewId, true);
  helpingQuestionOf(callum.doc).insert(0, "One more word: ");
  await callum.closedWith(boardCloseCodes.frozen);
  await nadia.sendFence().answered();

  expect(callum.provider.shouldConnect).toBe(false);
  expect(nadia.closeCodes).toEqual([]);
  expect(helpingQuestionOf(nadia.doc).toJSON()).toBe(question);
  const reader = joinBoard(server, server.house.practitioner);
  await reader.synced();
  await reader.sendFence().answered();

  await server.boards.freeze(reviewId, false);
  helpingQuestionOf(reader.doc).insert(0, "Again: ");
  await reader.sendFence().answered();
  await vi.waitFor(
    () => expect(helpingQuestionOf(nadia.doc).toJSON()).toBe(`Again: ${question}`),
    waiting,
  );
});

it("[BD27] no command changes a frozen board, and what is there already is still found", async () => {
  const server = await serveBoards(await buildBoardHouse());
  const { reviewId, guider } = server.house;
  const { boards } = server;
  const held = await holdMoment(server, "before");
  if (!held.ok) throw new Error(held.reason);
  const { observationId } = held.value;
  const aim = await boards.addAim(reviewId, observationId);

  await boards.freeze(reviewId, true);

  const frozen = { ok: false, reason: "board-frozen" };
  expect(await holdMoment(server, "after")).toEqual(frozen);
  expect(await boards.addAim(reviewId, null)).toEqual(frozen);
  expect(await boards.pin(reviewId, observationId, guider.participantId, true)).toEqual(frozen);
  expect(await boards.removeAim(reviewId, aim.ok ? aim.value.aimId : "")).toEqual(frozen);
  expect(await boards.setStill(reviewId, observationId, still)).toBe(false);
  expect(await holdMoment(server, "before")).toEqual({
    ok: true,
    value: { observationId, created: false },
  });
  expect(await boards.addAim(reviewId, observationId)).toEqual(aim);
});

it("[BD27] what was taken in before the freeze reaches the disk before it is called frozen", async () => {
  const control = createControlledLog();
  const server = await serveBoards(await buildBoardHouse(), { wrapLog: control.wrap });
  const { reviewId } = server.house;
  const nadia = joinBoard(server, server.house.guider);
  await nadia.synced();
  control.hold();
  helpingQuestionOf(nadia.doc).insert(0, "Just in time: ");
  await vi.waitFor(() => expect(control.appendsStarted()).toBe(1), waiting);
  const order: string[] = [];

  const freezing = server.boards.freeze(reviewId, true).then(() => order.push("frozen"));
  nadia.sendFence();
  order.push("released");
  control.release();
  await freezing;

  const doc = await server.boards.readDoc(reviewId);
  expect(order).toEqual(["released", "frozen"]);
  expect(String(focusOf(doc).get("helpingQuestion"))).toBe(`Just in time: ${question}`);
  expect(nadia.closeCodes).toEqual([]);
});

it("[BD27] a browser whose words cross the freeze keeps them for copying", async () => {
  const server = await serveBoards(await buildBoardHouse());
  const callum = await openBoard(server, server.house.practitioner);
  await callum.becomes("saved");
  const { connection } = callum;

  void server.boards.freeze(server.house.reviewId, true);
  connection.change(() => helpingQuestionOf(connection.doc).insert(0, "I meant to add "));
  await callum.becomes("stopped");

  expect(connection.getStatus().leftover).toEqual([
    { path: "focus/helpingQuestion", text: `I meant to add ${question}` },
  ]);
});

it("[BD27] whoever keeps what is frozen is asked before anybody is let to a board", async () => {
  const house = await buildBoardHouse();
  const server = await serveBoards(house);
  const asked: string[] = [];
  server.boards.askWhenOpened((reviewId) => {
    asked.push(reviewId);
    return Promise.resolve(true);
  });

  const callum = joinBoard(server, house.practitioner);
  await callum.synced();
  helpingQuestionOf(callum.doc).insert(0, "x");
  await callum.closedWith(boardCloseCodes.frozen);

  expect(asked).toEqual([house.reviewId]);
  expect(await holdMoment(server)).toEqual({ ok: false, reason: "board-frozen" });
});

it("[BD27] a board that left memory is as frozen, or as thawed, when it is opened again", async () => {
  const server = await serveBoards(await buildBoardHouse());
  const { reviewId } = server.house;
  let nowMs = Date.now();
  const clock = { ...server.context.clock, nowMs: () => nowMs };
  const registry = new BoardRegistry(
    { ...server.context, clock },
    { isFrozen: () => Promise.resolve(true), onWritten: () => undefined, onFocus: () => undefined },
  );

  expect((await registry.open(reviewId)).isFrozen).toBe(true);
  for (const isFrozen of [false, true]) {
    await registry.freeze(reviewId, isFrozen);
    nowMs += 61_000;
    await registry.tidy();
    expect(registry.loaded(reviewId)).toBeNull();
    expect((await registry.open(reviewId)).isFrozen).toBe(isFrozen);
  }
  await registry.close();
});

it("[BD31] a picture is tied to its observation once, and the first one stays", async () => {
  const server = await serveBoards(await buildBoardHouse());
  const { reviewId } = server.house;
  const { boards } = server;
  const held = await holdMoment(server);
  if (!held.ok) throw new Error(held.reason);
  const { observationId } = held.value;
  const unknown = observationIdSchema.parse(randomUUID());
  const other = { ...still, sha256: "c".repeat(64) };

  const set = await Promise.all([
    boards.setStill(reviewId, observationId, still),
    boards.setStill(reviewId, observationId, still),
    boards.setStill(reviewId, observationId, other),
    boards.setStill(reviewId, unknown, still),
  ]);

  expect(set).toEqual([true, true, false, false]);
  expect(firstObservation(await boards.readDoc(reviewId)).still).toEqual(still);
});
