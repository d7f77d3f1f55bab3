import { expect, it, vi } from "vitest";
import * as Y from "yjs";
import { observationsOf } from "#shared/board/board-doc.ts";
import { boardCloseCodes } from "#shared/protocol/close-reasons.ts";
import { buildBoardHouse, seatGuest, serveBoards, storeLiveReview } from "./board-house.ts";
import { declaredStructs, editOf, manyClients } from "./forged-updates.ts";
import {
  firstObservation,
  helpingQuestionOf,
  holdMoment,
  joinBoard,
  sendRaw,
  updateMessage,
  waiting,
} from "./join-board.ts";

const { diverged } = boardCloseCodes;

it("[BD11] a supervisor reads everything and can write and delete nothing", async () => {
  const server = await serveBoards(await buildBoardHouse());
  const nadia = joinBoard(server, server.house.guider);
  await nadia.synced();
  helpingQuestionOf(nadia.doc).delete(0, 5);
  await nadia.sendFence().answered();
  const words = helpingQuestionOf(nadia.doc).toJSON();

  for (const change of [
    (doc: Y.Doc) => helpingQuestionOf(doc).insert(0, "I say: "),
    (doc: Y.Doc) => helpingQuestionOf(doc).delete(0, 3),
  ]) {
    const helen = joinBoard(server, server.house.supervisor);
    await helen.synced();
    expect(helpingQuestionOf(helen.doc).toJSON()).toBe(words);
    helen.provider.disconnect();
    helen.provider.connect();
    await helen.synced(); // a reader's answer to the state vector lists all deletions: that is no edit
    await helen.sendFence().answered();
    expect(helen.closeCodes).toEqual([]);
    change(helen.doc);
    await helen.closedWith(diverged);
  }

  const callum = joinBoard(server, server.house.practitioner);
  await callum.synced();
  expect(helpingQuestionOf(callum.doc).toJSON()).toBe(words);
});

it("[BD12] nobody writes under a client id that belongs to somebody else", async () => {
  const server = await serveBoards(await buildBoardHouse());
  const nadia = joinBoard(server, server.house.guider);
  const callum = joinBoard(server, server.house.practitioner);
  await Promise.all([nadia.synced(), callum.synced()]);
  helpingQuestionOf(nadia.doc).insert(0, "Nadia asks: ");
  await nadia.sendFence().answered();
  const seen = await vi.waitFor(() => {
    const words = helpingQuestionOf(callum.doc).toJSON();
    expect(words).toContain("Nadia asks");
    return words;
  }, waiting);

  const forged = editOf(
    callum.doc,
    (copy) => helpingQuestionOf(copy).insert(0, "I was wrong. "),
    nadia.doc.clientID,
  );
  sendRaw(callum.provider, updateMessage(forged));

  await callum.closedWith(diverged);
  expect(helpingQuestionOf(nadia.doc).toJSON()).toBe(seen);
});

it("[BD12] an owner of a client id is known after a restart", async () => {
  const house = await buildBoardHouse();
  const first = await serveBoards(house);
  const nadia = joinBoard(first, house.guider);
  await nadia.synced();
  helpingQuestionOf(nadia.doc).insert(0, "Nadia asks: ");
  await nadia.sendFence().answered();
  const second = await serveBoards(house);
  const callum = joinBoard(second, house.practitioner);
  await callum.synced();

  const forged = editOf(
    callum.doc,
    (copy) => helpingQuestionOf(copy).insert(0, "x"),
    nadia.doc.clientID,
  );
  sendRaw(callum.provider, updateMessage(forged));

  await callum.closedWith(diverged);
});

it("[BD10] a refused edit reaches nobody, its sender is told to reload, and good edits go on", async () => {
  const server = await serveBoards(await buildBoardHouse());
  await holdMoment(server);
  const nadia = joinBoard(server, server.house.guider);
  const callum = joinBoard(server, server.house.practitioner);
  await Promise.all([nadia.synced(), callum.synced()]);
  const [[id] = [""]] = [...observationsOf(callum.doc)];

  firstObservation(nadia.doc).texts.response.insert(0, "before ");
  callum.doc.transact(() => {
    firstObservation(callum.doc).texts.response.insert(0, "smuggled");
    observationsOf(callum.doc).delete(id);
  });
  await callum.closedWith(diverged);
  firstObservation(nadia.doc).texts.response.insert(7, "after");
  await nadia.sendFence().answered();

  expect(callum.provider.shouldConnect).toBe(false);
  const again = joinBoard(server, server.house.practitioner);
  await again.synced();
  expect(firstObservation(again.doc).texts.response.toJSON()).toBe("before after");
  expect(firstObservation(nadia.doc).texts.response.toJSON()).toBe("before after");
});

it("[BD13] an update bomb is refused at once, and another room does not notice", async () => {
  const house = await buildBoardHouse();
  const server = await serveBoards(house);
  const otherReview = await storeLiveReview(house.stores, house.journey);
  const other = await seatGuest(house.stores, otherReview, "practitioner");
  const victim = joinBoard(server, other, { reviewId: otherReview });
  await victim.synced();
  const edit = new Y.Doc();
  edit.getText("t").insert(0, "hello");
  const bombs = [
    updateMessage(manyClients(10_000)),
    updateMessage(manyClients(7_000)),
    updateMessage(declaredStructs(4_000_000_000)),
    updateMessage(manyClients(60_000), 1),
    updateMessage(Y.encodeStateAsUpdateV2(edit)),
    Uint8Array.from([0, 2]),
    Uint8Array.from([0, 0, 200, 1]),
    Uint8Array.from([255, 255, 255, 255, 255, 255, 255, 255, 255]),
  ];

  for (const bomb of bombs) {
    const hostile = joinBoard(server, house.practitioner);
    await hostile.synced();
    const usedBefore = process.cpuUsage();
    sendRaw(hostile.provider, bomb);
    await hostile.closedWith(diverged);
    const { user, system } = process.cpuUsage(usedBefore);
    expect((user + system) / 1000).toBeLessThan(250);
    helpingQuestionOf(victim.doc).insert(0, "a");
    await victim.sendFence().answered();
  }

  expect(victim.closeCodes).toEqual([]);
  expect(helpingQuestionOf(victim.doc).toJSON().startsWith("aaaaaaaa")).toBe(true);
});

it("[BD13] a frame larger than any edit ends the connection", async () => {
  const server = await serveBoards(await buildBoardHouse());
  const callum = joinBoard(server, server.house.practitioner);
  await callum.synced();

  sendRaw(callum.provider, updateMessage(new Uint8Array(20 * 1024 * 1024)));

  await callum.closedWith(1009);
  await callum.synced();
});

it("[BD14] a flood is read slowly and nothing of it is lost", async () => {
  const server = await serveBoards(await buildBoardHouse());
  const nadia = joinBoard(server, server.house.guider);
  const callum = joinBoard(server, server.house.practitioner);
  await Promise.all([nadia.synced(), callum.synced()]);
  const startedAtMs = performance.now();

  for (let count = 0; count < 320; count++) helpingQuestionOf(nadia.doc).insert(0, "n");
  helpingQuestionOf(callum.doc).insert(0, "c");
  await callum.sendFence().answered();
  const quickMs = performance.now() - startedAtMs;
  await nadia.sendFence().answered();
  const slowMs = performance.now() - startedAtMs;

  expect(slowMs).toBeGreaterThan(1_000);
  expect(quickMs).toBeLessThan(slowMs / 2);
  expect(nadia.closeCodes).toEqual([]);
  await vi.waitFor(
    () =>
      expect(helpingQuestionOf(callum.doc).toJSON()).toBe(helpingQuestionOf(nadia.doc).toJSON()),
    waiting,
  );
});
