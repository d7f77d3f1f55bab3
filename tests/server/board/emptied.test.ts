import { readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { expect, it, vi } from "vitest";
import { filesWith } from "#tests/helpers/files-with.ts";
import { openTestDatabase } from "#tests/helpers/open-test-database.ts";
import { buildBoardHouse, serveBoards } from "./board-house.ts";
import { helpingQuestionOf, joinBoard, waiting } from "./join-board.ts";

it("[BD32] behind the last one who leaves, deleted words are folded away and gone from every file", async () => {
  const house = await buildBoardHouse();
  const server = await serveBoards(house);
  const { databasePath, reviewId } = house;
  const folder = dirname(databasePath);
  const nadia = joinBoard(server, house.guider);
  const callum = joinBoard(server, house.practitioner);
  await Promise.all([nadia.synced(), callum.synced()]);
  const question = helpingQuestionOf(nadia.doc);
  question.insert(0, "Words for a moment only. ");
  await nadia.sendFence().answered();
  question.delete(0, "Words for a moment only. ".length);
  await nadia.sendFence().answered();
  const database = await openTestDatabase(databasePath);
  const rows = database.prepare("select bytes from board_updates").all() as { bytes: Buffer }[]; // one column
  const pieces = rows.map(({ bytes }) => new Uint8Array(bytes).subarray(0, 40));
  const textOf = (bytes: Uint8Array | null | undefined) => Buffer.from(bytes ?? []).toString();

  nadia.provider.destroy();
  await callum.sendFence().answered();
  const whileCallumIsThere = await server.boardLog.load(reviewId);
  callum.provider.destroy();
  await vi.waitFor(
    async () => expect((await server.boardLog.load(reviewId))?.updates).toEqual([]),
    waiting,
  );

  expect(whileCallumIsThere?.updates.map(({ bytes }) => textOf(bytes)).join()).toContain("moment");
  const folded = await server.boardLog.load(reviewId);
  expect(textOf(folded?.snapshot)).toContain("What helps Ada to ask?");
  expect(textOf(folded?.snapshot)).not.toContain("moment");
  expect(pieces.length).toBeGreaterThan(2);
  for (const piece of pieces) expect(await filesWith(folder, piece)).toBe(0);
  expect((await readFile(`${databasePath}-wal`)).byteLength).toBe(0);
});

it("[BD32] who comes back to a folded board finds every word and writes on", async () => {
  const house = await buildBoardHouse();
  const server = await serveBoards(house);
  for (const word of ["one ", "two ", "three "]) {
    const nadia = joinBoard(server, house.guider);
    await nadia.synced();
    helpingQuestionOf(nadia.doc).insert(0, word);
    await nadia.sendFence().answered();
    nadia.provider.destroy();
    await vi.waitFor(
      async () => expect((await server.boardLog.load(house.reviewId))?.updates).toEqual([]),
      waiting,
    );
  }

  const callum = joinBoard(server, house.practitioner);
  await callum.synced();

  expect(helpingQuestionOf(callum.doc).toJSON()).toBe("three two one What helps Ada to ask?");
});
