import { expect, it } from "vitest";
import { BoardRegistry } from "#server/board/board-registry.ts";
import { holdMoment } from "#server/board/board-commands.ts";
import { observationsOf } from "#shared/board/board-doc.ts";
import { newId } from "#tests/helpers/build-records.ts";
import { buildBoardHouse, serveBoards } from "./board-house.ts";

it("[BD7] a board nobody has used for a minute leaves memory, and is the same when it is opened again", async () => {
  const server = await serveBoards(await buildBoardHouse());
  const { reviewId, guider } = server.house;
  let nowMs = Date.now();
  const clock = { ...server.context.clock, nowMs: () => nowMs };
  const registry = new BoardRegistry({ ...server.context, clock });
  const board = await registry.open(reviewId);
  const clip = { clipId: newId.clip(), clipRev: "a".repeat(64), frame: 3 };
  await holdMoment(
    board,
    reviewId,
    { momentKey: "1", heldBy: guider.participantId, ...clip },
    nowMs,
  );

  nowMs += 59_000;
  await registry.tidy();
  expect(registry.loaded(reviewId)).toBe(board);
  nowMs += 2_000;
  await registry.tidy();
  expect(registry.loaded(reviewId)).toBeNull();

  const again = await registry.open(reviewId);
  expect(again).not.toBe(board);
  expect(again.epoch).toBe(board.epoch);
  expect(observationsOf(again.live).size).toBe(1);
  expect((await server.boardLog.load(reviewId))?.updates).toEqual([]);
  await registry.close();
});

it("[BD2] a board of a review that is not there cannot be opened, now or at the next try", async () => {
  const server = await serveBoards(await buildBoardHouse());

  await expect(server.boards.epochOf(newId.review())).rejects.toThrow("its review is not there");
  await expect(server.boards.epochOf(newId.review())).rejects.toThrow("its review is not there");
});
