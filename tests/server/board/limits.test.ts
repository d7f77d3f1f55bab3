import { randomUUID } from "node:crypto";
import { describe, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { BoardRegistry } from "#server/board/board-registry.ts";
import { liveLimits, resyncLimits } from "#server/board/guard-limits.ts";
import type { GuardLimits } from "#server/board/guard-limits.ts";
import { inspectUpdate } from "#server/board/update-guard.ts";
import { boardLimits, observationsOf } from "#shared/board/board-doc.ts";
import { participantIdSchema } from "#shared/domain/ids.ts";
import { boardCloseCodes } from "#shared/protocol/close-reasons.ts";
import { buildBoardHouse, serveBoards } from "./board-house.ts";
import { editOf, encodeParts, scatteredDeletes } from "./forged-updates.ts";
import {
  firstObservation,
  helpingQuestionOf,
  holdMoment,
  joinBoard,
  sendRaw,
  updateMessage,
  waiting,
} from "./join-board.ts";

const clientId = 5;

/** Text of one client in one struct, so long that the whole update has this many bytes. */
function textOfBytes(bytes: number): Uint8Array {
  const around = encodeParts(1, 1, clientId, 0, { byte: 4 }, 0, 11, 0, "x".repeat(200), 0);
  const short = bytes - around.byteLength + 200;
  for (const length of [short, short - 1, short - 2]) {
    const parts = [1, 1, clientId, 0, { byte: 4 }, 0, 11, 0, "x".repeat(length), 0] as const;
    const update = encodeParts(...parts);
    if (update.byteLength === bytes) return update;
  }
  throw new Error(`no update has ${String(bytes)} bytes`);
}

/** Collected runs of one client, each a struct of its own. */
function structsOf(count: number): Uint8Array {
  const runs = Array.from({ length: count }, () => [{ byte: 0 }, 1]).flat();
  return encodeParts(1, count, clientId, 0, ...runs, 0);
}

/** One collected run for each of so many clients. */
function clientsOf(count: number): Uint8Array {
  const runs = Array.from({ length: count }, (_, place) => [1, 100 + place, 0, { byte: 0 }, 1]);
  return encodeParts(count, ...runs.flat(), 0);
}

/** A document with `characters` of one client, so that single deletions in it are new ones. */
function docOf(characters: number): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  doc.getText("focus").insert(0, "x".repeat(characters));
  return doc;
}

const sizes: [string, GuardLimits, (size: number) => Uint8Array, number][] = [
  ["64 KiB in one frame", liveLimits, textOfBytes, 64 * 1024],
  ["1024 structs in one frame", liveLimits, structsOf, 1024],
  ["4 client ids in one frame", liveLimits, clientsOf, 4],
  [
    "512 deleted ranges in one frame",
    liveLimits,
    (size) => scatteredDeletes(clientId, 0, size),
    512,
  ],
  ["512 KiB after a reconnect", resyncLimits, textOfBytes, 512 * 1024],
  ["4096 structs after a reconnect", resyncLimits, structsOf, 4096],
  ["16 client ids after a reconnect", resyncLimits, clientsOf, 16],
  [
    "4096 new deletions after a reconnect",
    resyncLimits,
    (size) => scatteredDeletes(clientId, 0, size),
    4096,
  ],
];

describe("[BD9] an update may hold", () => {
  it.each(sizes)("%s, and not one more", (_name, limits, forge, most) => {
    const isDeletion = forge(most)[0] === 0;
    const doc = isDeletion ? docOf(10_000) : new Y.Doc();

    expect(inspectUpdate(forge(most), doc, limits)).toMatchObject({ ok: true });
    expect(inspectUpdate(forge(most + 1), doc, limits)).toEqual({ ok: false, reason: "too-large" });
  });
});

it("[BD9] only the first answer after a connection may be as large as a reconnect's", async () => {
  const server = await serveBoards(await buildBoardHouse());
  const callum = joinBoard(server, server.house.practitioner);
  await callum.synced();
  callum.provider.disconnect();
  const question = helpingQuestionOf(callum.doc);
  for (let count = 0; count < 1_100; count += 1) question.insert(0, "x"); // more structs than a live frame has
  callum.provider.connect();
  await callum.synced();
  await callum.sendFence().answered();
  expect(callum.closeCodes.filter((code) => code >= 4400 && code < 4500)).toEqual([]);

  const larger = editOf(callum.doc, (copy) => {
    for (let count = 0; count < 1_100; count += 1) helpingQuestionOf(copy).insert(0, "x");
  });
  sendRaw(callum.provider, updateMessage(larger, 1));

  await callum.closedWith(boardCloseCodes.diverged);
});

it("[BD14] 60 edits a second with 200 at once, a paste of many pieces counted by its pieces", async () => {
  const server = await serveBoards(await buildBoardHouse());
  const nadia = joinBoard(server, server.house.guider);
  await nadia.synced();
  const question = helpingQuestionOf(nadia.doc);
  const atMs = performance.now();

  // 100 edits of 3 structs each: 300, of which 200 (less what joining cost) are free and 60 a second follow
  for (let count = 0; count < 100; count += 1) {
    nadia.doc.transact(() => {
      for (let piece = 0; piece < 3; piece += 1) question.insert(0, "x");
    });
  }
  await nadia.sendFence().answered();

  const tookMs = performance.now() - atMs;
  expect(tookMs).toBeGreaterThan(1_500);
  expect(nadia.closeCodes).toEqual([]);
});

it("[BD23] two people who each fill a field in one moment are both taken in", async () => {
  const server = await serveBoards(await buildBoardHouse());
  await holdMoment(server);
  const nadia = joinBoard(server, server.house.guider);
  const callum = joinBoard(server, server.house.practitioner);
  await Promise.all([nadia.synced(), callum.synced()]);

  for (const { doc } of [nadia, callum]) {
    firstObservation(doc).texts.response.insert(0, "x".repeat(boardLimits.fieldCharacters));
  }
  await Promise.all([nadia.sendFence().answered(), callum.sendFence().answered()]);

  const both = 2 * boardLimits.fieldCharacters;
  await vi.waitFor(() => {
    expect(firstObservation(nadia.doc).texts.response).toHaveLength(both);
    expect(firstObservation(callum.doc).texts.response).toHaveLength(both);
  }, waiting);
  expect([...nadia.closeCodes, ...callum.closeCodes]).toEqual([]);

  firstObservation(callum.doc).texts.response.insert(0, "x");
  await callum.closedWith(boardCloseCodes.diverged);
});

it("[BD9] a board grows to 2 MiB and no further, and what is deleted makes room again", async () => {
  const server = await serveBoards(await buildBoardHouse());
  const registry = new BoardRegistry(server.context);
  const board = await registry.open(server.house.reviewId);
  await board.edit((doc) => {
    for (let count = 0; count < boardLimits.observations; count += 1) {
      const card = new Y.Map<unknown>();
      card.set("filler", "x".repeat(7_000));
      observationsOf(doc).set(randomUUID(), card);
    }
  });
  const writer = {
    seat: { participantId: participantIdSchema.parse(randomUUID()) },
    canWrite: true,
    claimedIds: new Set<number>(),
  } as unknown as Parameters<typeof board.propose>[0]; // a board asks no more of who proposes
  const write = () =>
    board.propose(
      writer,
      editOf(board.head, (copy) => helpingQuestionOf(copy).insert(0, "x".repeat(60)), 77),
      liveLimits,
    );

  expect(write()).toEqual({ ok: false, reason: "board-full" });
  await board.edit((doc) => observationsOf(doc).clear());
  expect(write()).toMatchObject({ ok: true });
  await board.flushed();
  board.destroy();
});

it("[BD22] the documents of a small board go when nobody has written for five seconds, and its words stay", async () => {
  const server = await serveBoards(await buildBoardHouse());
  let nowMs = Date.now();
  const clock = { ...server.context.clock, nowMs: () => nowMs };
  const registry = new BoardRegistry({ ...server.context, clock });
  const board = await registry.open(server.house.reviewId);
  await board.edit((doc) => helpingQuestionOf(doc).insert(0, "So: "));
  expect(board.head).not.toBe(board.live);

  nowMs += 4_000;
  board.restWhenIdle();
  expect(board.head).not.toBe(board.live);
  const { live } = board;
  nowMs += 2_000;
  board.restWhenIdle();
  expect(board.live).not.toBe(live);
  expect(board.head).toBe(board.live);
  expect(helpingQuestionOf(board.live).toJSON()).toBe("So: What helps Ada to ask?");

  await board.edit((doc) => helpingQuestionOf(doc).insert(0, "And "));
  expect(helpingQuestionOf(board.live).toJSON()).toBe("And So: What helps Ada to ask?");
  await registry.close();
});
