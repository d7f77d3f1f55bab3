import { expect, it, vi } from "vitest";
import * as Y from "yjs";
import { focusOf } from "#shared/board/board-doc.ts";
import { buildBoardHouse, serveBoards } from "./board-house.ts";
import {
  firstObservation,
  helpingQuestionOf,
  holdMoment,
  joinBoard,
  waiting,
} from "./join-board.ts";

it("[BD1] two people type into one field at once and both read the same words", async () => {
  const server = await serveBoards(await buildBoardHouse());
  await holdMoment(server);
  const nadia = joinBoard(server, server.house.guider);
  const callum = joinBoard(server, server.house.practitioner);
  await Promise.all([nadia.synced(), callum.synced()]);
  const nadiaText = firstObservation(nadia.doc).texts.initiative;
  const callumText = firstObservation(callum.doc).texts.initiative;

  for (let turn = 0; turn < 40; turn++) {
    nadiaText.insert(nadiaText.length, "n");
    callumText.insert(0, "👍");
    if (turn % 10 === 0) await new Promise(setImmediate);
  }

  await vi.waitFor(() => {
    expect(nadiaText.length).toBe(120);
    expect(callumText.toJSON()).toBe(nadiaText.toJSON());
  }, waiting);
  expect(nadiaText.toJSON()).not.toContain("\uFFFD");
  expect([...nadia.closeCodes, ...callum.closeCodes]).toEqual([]);
});

it("[BD2] a board is seeded once, with the helping question and goals of its journey", async () => {
  const house = await buildBoardHouse();
  const server = await serveBoards(house);

  const epochs = await Promise.all([1, 2, 3].map(() => server.boards.epochOf(house.reviewId)));
  const nadia = joinBoard(server, house.guider);
  const callum = joinBoard(server, house.practitioner);
  await Promise.all([nadia.synced(), callum.synced()]);

  expect(new Set(epochs).size).toBe(1);
  for (const { doc } of [nadia, callum]) {
    const goals = focusOf(doc).get("goals");
    expect(helpingQuestionOf(doc).toJSON()).toBe("What helps Ada to ask?");
    expect(goals instanceof Y.Map && goals.toJSON()).toEqual({
      [house.goal.goalId]: "to be heard",
    });
  }
});

it("[BD3] nobody is told they are in sync before the board is loaded", async () => {
  const house = await buildBoardHouse();
  const first = await serveBoards(house);
  await holdMoment(first);
  await first.boards.close();

  const server = await serveBoards(house);
  const callum = joinBoard(server, house.practitioner);
  const atSync = new Promise<number>((resolve) => {
    callum.provider.on("sync", () => resolve(callum.doc.getMap("observations").size));
  });

  expect(await atSync).toBe(1);
});
