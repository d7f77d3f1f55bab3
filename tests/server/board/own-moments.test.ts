import { randomUUID } from "node:crypto";
import { expect, it, vi } from "vitest";
import { aimsOf, observationsOf } from "#shared/board/board-doc.ts";
import { readAims, readObservations } from "#shared/board/read-board.ts";
import { observationIdSchema } from "#shared/domain/ids.ts";
import type { ObservationId } from "#shared/domain/ids.ts";
import { buildBoardHouse, serveBoards } from "./board-house.ts";
import type { BoardServer } from "./board-house.ts";
import { createControlledLog } from "./controlled-log.ts";
import {
  firstObservation,
  helpingQuestionOf,
  holdMoment,
  joinBoard,
  waiting,
} from "./join-board.ts";

async function holdThree(server: BoardServer): Promise<ObservationId[]> {
  const ids: ObservationId[] = [];
  for (let count = 0; count < 3; count += 1) {
    const held = await holdMoment(server);
    if (held.ok) ids.push(held.value.observationId);
  }
  return ids;
}

it("[BD29] [F4.8] each of the two has one moment of their own: pinning another moves the pin", async () => {
  const server = await serveBoards(await buildBoardHouse());
  const { reviewId, guider, practitioner } = server.house;
  const { boards } = server;
  const [first, second, third] = await holdThree(server);
  if (first === undefined || second === undefined || third === undefined)
    throw new Error("no moment");
  const [nadia, callum] = [guider.participantId, practitioner.participantId];
  const pinned = async () => {
    const observations = readObservations(await boards.readDoc(reviewId));
    return observations.map(({ pinnedBy }) => pinnedBy);
  };

  await boards.pin(reviewId, first, nadia, true);
  await boards.pin(reviewId, first, callum, true);
  expect(await pinned()).toEqual([[nadia, callum], [], []]);
  await boards.pin(reviewId, second, nadia, true);
  await boards.pin(reviewId, second, nadia, true);
  expect(await pinned()).toEqual([[callum], [nadia], []]);
  await boards.pin(reviewId, first, nadia, false);
  expect(await pinned()).toEqual([[callum], [nadia], []]);
  await boards.pin(reviewId, second, nadia, false);
  expect(await pinned()).toEqual([[callum], [], []]);
  await Promise.all([
    boards.pin(reviewId, second, callum, true),
    boards.pin(reviewId, third, callum, true),
  ]);
  expect(await pinned()).toEqual([[], [], [callum]]);

  const unknown = observationIdSchema.parse(randomUUID());
  expect(await boards.pin(reviewId, unknown, callum, true)).toEqual({
    ok: false,
    reason: "not-found",
  });
});

it("[BD29] a pin is only the server's to set: a browser that sets one is refused", async () => {
  const server = await serveBoards(await buildBoardHouse());
  await holdMoment(server);
  const callum = joinBoard(server, server.house.practitioner);
  await callum.synced();
  const { observationId } = firstObservation(callum.doc);

  observationsOf(callum.doc).get(observationId)?.set("pinnedBy", ["x"]);

  await callum.closedWith(4422);
});

it("[BD30] an aim is taken away with its words, also twice, and leaves room for another", async () => {
  const server = await serveBoards(await buildBoardHouse());
  const { reviewId } = server.house;
  const { boards } = server;
  const added = await Promise.all([1, 2, 3].map(() => boards.addAim(reviewId, null)));
  const [first] = added.map((outcome) => (outcome.ok ? outcome.value.aimId : ""));
  expect(await boards.addAim(reviewId, null)).toEqual({ ok: false, reason: "aims-full" });

  const removed = await Promise.all([
    boards.removeAim(reviewId, first ?? ""),
    boards.removeAim(reviewId, first ?? ""),
  ]);

  expect(removed).toEqual([
    { ok: true, value: null },
    { ok: true, value: null },
  ]);
  expect(readAims(await boards.readDoc(reviewId)).map(({ aimId }) => aimId)).not.toContain(first);
  expect(await boards.addAim(reviewId, null)).toMatchObject({ ok: true });
});

it("[BD30] whoever writes in an aim while it is taken away, or undoes there, is not refused", async () => {
  const server = await serveBoards(await buildBoardHouse());
  const { reviewId, guider, practitioner } = server.house;
  const added = await server.boards.addAim(reviewId, null);
  const nadia = joinBoard(server, guider);
  const callum = joinBoard(server, practitioner);
  await Promise.all([nadia.synced(), callum.synced()]);
  const [aim] = readAims(callum.doc);
  aim?.text.insert(0, "Wait a while");
  await callum.sendFence().answered();
  callum.provider.disconnect();
  await server.boards.removeAim(reviewId, added.ok ? added.value.aimId : "");

  aim?.text.insert(4, " quite");
  aim?.text.delete(0, 2);
  aim?.whereWhen.insert(0, "At snack time");
  callum.provider.connect();
  await callum.synced();
  helpingQuestionOf(callum.doc).insert(0, "And: ");
  await callum.sendFence().answered();

  expect(callum.closeCodes.filter((code) => code >= 4400 && code < 4500)).toEqual([]);
  await vi.waitFor(
    () => expect(helpingQuestionOf(nadia.doc).toJSON()).toBe("And: What helps Ada to ask?"),
    waiting,
  );
  expect([aimsOf(nadia.doc).size, aimsOf(callum.doc).size]).toEqual([0, 0]);
});

it("[BD33] who put words into an observation is told once they are on disk, and nothing else is", async () => {
  const control = createControlledLog();
  const server = await serveBoards(await buildBoardHouse(), { wrapLog: control.wrap });
  const { reviewId, practitioner } = server.house;
  await holdMoment(server);
  await server.boards.addAim(reviewId, null);
  const told: string[][] = [];
  const stop = server.boards.onWritten((...news) => told.push(news));
  const callum = joinBoard(server, practitioner);
  await callum.synced();
  const { observationId, texts } = firstObservation(callum.doc);

  helpingQuestionOf(callum.doc).insert(0, "And ");
  readAims(callum.doc)[0]?.text.insert(0, "Wait");
  observationsOf(callum.doc).get(observationId)?.set("principleIds", ["attentive"]);
  await holdMoment(server);
  callum.doc.transact(() => {
    texts.feeling.insert(0, "gone at once");
    texts.feeling.delete(0, 12);
  });
  await callum.sendFence().answered();
  expect(told).toEqual([]);

  const started = control.appendsStarted();
  control.hold();
  texts.meaning.insert(0, "She might want more");
  await vi.waitFor(() => expect(control.appendsStarted()).toBeGreaterThan(started), waiting);
  expect(told).toEqual([]);
  control.release();
  await callum.sendFence().answered();
  expect(told).toEqual([[reviewId, practitioner.participantId]]);

  texts.meaning.delete(0, 4);
  await callum.sendFence().answered();
  stop();
  texts.meaning.insert(0, "Perhaps ");
  await callum.sendFence().answered();
  expect(told).toHaveLength(1);
});
