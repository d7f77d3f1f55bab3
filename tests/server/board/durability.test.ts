import { expect, it, vi } from "vitest";
import { observationsOf } from "#shared/board/board-doc.ts";
import { boardCloseCodes } from "#shared/protocol/close-reasons.ts";
import { buildBoardHouse, serveBoards } from "./board-house.ts";
import { createControlledLog } from "./controlled-log.ts";
import {
  firstObservation,
  helpingQuestionOf,
  holdMoment,
  joinBoard,
  waiting,
} from "./join-board.ts";

it("[BD4] an edit is seen by the other, and its fence answered, only once it is on disk", async () => {
  const control = createControlledLog();
  const server = await serveBoards(await buildBoardHouse(), { wrapLog: control.wrap });
  const nadia = joinBoard(server, server.house.guider);
  const callum = joinBoard(server, server.house.practitioner);
  await Promise.all([nadia.synced(), callum.synced()]);
  const before = helpingQuestionOf(callum.doc).toJSON();
  control.hold();

  helpingQuestionOf(nadia.doc).insert(0, "And ");
  const fence = nadia.sendFence();
  const late = joinBoard(server, server.house.supervisor);
  await late.synced();
  await vi.waitFor(() => expect(control.appendsStarted()).toBe(1), waiting);

  expect(helpingQuestionOf(callum.doc).toJSON()).toBe(before);
  expect(helpingQuestionOf(late.doc).toJSON()).toBe(before);
  expect(nadia.lastAnswer()).toBe(0);

  control.release();
  await fence.answered();
  await vi.waitFor(() => {
    expect(helpingQuestionOf(callum.doc).toJSON()).toBe(`And ${before}`);
    expect(helpingQuestionOf(late.doc).toJSON()).toBe(`And ${before}`);
  }, waiting);
});

it("[BD4] a fence with nothing before it is answered, and so is one after a deletion only", async () => {
  const server = await serveBoards(await buildBoardHouse());
  const nadia = joinBoard(server, server.house.guider);
  await nadia.synced();

  await nadia.sendFence().answered();
  helpingQuestionOf(nadia.doc).delete(0, 5);
  await nadia.sendFence().answered();

  const callum = joinBoard(server, server.house.practitioner);
  await callum.synced();
  expect(helpingQuestionOf(callum.doc).toJSON()).toBe("helps Ada to ask?");
});

it("[BD5] what could not be stored is told to nobody; sockets close with 1011 and later edits work", async () => {
  const control = createControlledLog();
  const server = await serveBoards(await buildBoardHouse(), { wrapLog: control.wrap });
  const nadia = joinBoard(server, server.house.guider);
  const callum = joinBoard(server, server.house.practitioner);
  await Promise.all([nadia.synced(), callum.synced()]);
  const seenByCallum: string[] = [];
  const question = helpingQuestionOf(callum.doc);
  question.observe(() => seenByCallum.push(question.toJSON()));
  control.setFailing(true);

  helpingQuestionOf(nadia.doc).insert(0, "And ");
  const fence = nadia.sendFence();
  await nadia.closedWith(boardCloseCodes.notStored);
  await callum.closedWith(boardCloseCodes.notStored);

  expect(seenByCallum).toEqual([]);
  expect(nadia.lastAnswer()).toBe(0);
  await expect(holdMoment(server)).rejects.toThrow("could not be stored");

  control.setFailing(false);
  await vi.waitFor(() => expect(seenByCallum).toEqual(["And What helps Ada to ask?"]), waiting);
  await nadia.synced();
  await nadia.sendFence().answered();
  await expect(holdMoment(server)).resolves.toMatchObject({ ok: true });
  expect(nadia.lastAnswer()).toBeGreaterThan(0);
  await expect(fence.answered()).resolves.toBeUndefined(); // a later fence covers the earlier one
});

it("[BD6] a server that dies without a word loses nothing that was answered or seen", async () => {
  const house = await buildBoardHouse();
  const first = await serveBoards(house);
  await holdMoment(first);
  const nadia = joinBoard(first, house.guider);
  const callum = joinBoard(first, house.practitioner);
  await Promise.all([nadia.synced(), callum.synced()]);
  const writing = firstObservation(nadia.doc).texts.response;
  let answeredLength = 0;
  for (let word = 0; word < 30; word++) {
    writing.insert(writing.length, `word${String(word)} `);
    await nadia.sendFence().answered();
    answeredLength = writing.length;
  }
  writing.insert(writing.length, "and more nobody has answered");
  const seenByCallum = firstObservation(callum.doc).texts.response.toJSON();
  nadia.provider.destroy();
  callum.provider.destroy();

  // the first server is never closed: nothing of it is written on the way out
  const second = await serveBoards(house);
  const fresh = joinBoard(second, house.practitioner);
  await fresh.synced();

  const words = firstObservation(fresh.doc).texts.response.toJSON();
  expect(words.length).toBeGreaterThanOrEqual(answeredLength);
  expect(words.startsWith(seenByCallum)).toBe(true);
});

it("[BD6] words typed while the server was away come back with their writer", async () => {
  const house = await buildBoardHouse();
  const server = await serveBoards(house);
  const nadia = joinBoard(server, house.guider);
  await nadia.synced();
  nadia.provider.disconnect();
  for (let count = 0; count < 300; count++) helpingQuestionOf(nadia.doc).insert(count, "a");
  helpingQuestionOf(nadia.doc).delete(10, 50);

  nadia.provider.connect();
  await nadia.synced();
  await nadia.sendFence().answered();

  const callum = joinBoard(server, house.practitioner);
  await callum.synced();
  expect(helpingQuestionOf(callum.doc).toJSON()).toBe(helpingQuestionOf(nadia.doc).toJSON());
});

it("[BD7] folding the log into a snapshot changes no word and forgets no owner", async () => {
  const house = await buildBoardHouse();
  const server = await serveBoards(house);
  const epoch = await server.boards.epochOf(house.reviewId);
  await holdMoment(server);
  const nadia = joinBoard(server, house.guider);
  await nadia.synced();
  helpingQuestionOf(nadia.doc).insert(0, "Still: ");
  await nadia.sendFence().answered();
  await server.boards.close();

  const stored = await server.boardLog.load(house.reviewId);
  expect(stored).toMatchObject({ epoch, updates: [] });
  expect(stored?.snapshot).not.toBeNull();
  expect(stored?.owners).toContainEqual({
    clientId: nadia.doc.clientID,
    participantId: house.guider.participantId,
  });
  const second = await serveBoards(house);
  const callum = joinBoard(second, house.practitioner);
  await callum.synced();
  expect(helpingQuestionOf(callum.doc).toJSON()).toBe("Still: What helps Ada to ask?");
  expect(observationsOf(callum.doc).size).toBe(1);
});

it("[BD7] five hundred updates are folded while people write", async () => {
  const folded: number[] = [];
  const server = await serveBoards(await buildBoardHouse(), {
    wrapLog: (log) => ({
      ...log,
      compact: async (reviewId, seq, snapshot) => {
        folded.push(seq);
        await log.compact(reviewId, seq, snapshot);
      },
    }),
  });
  const nadia = joinBoard(server, server.house.guider);
  const callum = joinBoard(server, server.house.practitioner);
  await Promise.all([nadia.synced(), callum.synced()]);
  const question = helpingQuestionOf(nadia.doc);

  for (let count = 0; count < 255; count++) {
    question.insert(question.length, "n");
    helpingQuestionOf(callum.doc).insert(0, "c");
  }
  await nadia.sendFence().answered();
  await callum.sendFence().answered();

  await vi.waitFor(() => expect(folded.length).toBeGreaterThan(0), waiting);
  const helen = joinBoard(server, server.house.supervisor);
  await helen.synced();
  expect(helpingQuestionOf(helen.doc).toJSON()).toBe(question.toJSON());
  expect(question.length).toBe(510 + "What helps Ada to ask?".length);
});

it("[BD8] a browser that knows an older epoch is turned away, and not asked back", async () => {
  const server = await serveBoards(await buildBoardHouse());
  const epoch = await server.boards.epochOf(server.house.reviewId);

  const current = joinBoard(server, server.house.guider, { epoch });
  const older = joinBoard(server, server.house.practitioner, {
    epoch: "0b1c2d3e-4f50-4a61-8b72-93a4b5c6d7e8",
  });

  await current.synced();
  await older.closedWith(boardCloseCodes.epochChanged);
  expect(older.provider.shouldConnect).toBe(false);
  expect(older.doc.share.size).toBe(0);
});
