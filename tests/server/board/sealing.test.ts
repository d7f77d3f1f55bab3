import { randomInt } from "node:crypto";
import { dirname } from "node:path";
import { expect, it, onTestFinished, vi } from "vitest";
import * as Y from "yjs";
import { openOfBoard, sealOfBoard } from "#server/board/board-seal.ts";
import { seedBoard } from "#shared/board/board-doc.ts";
import type { ReviewId } from "#shared/domain/ids.ts";
import { createBoardLogInProcess, testKeyOfBoards } from "#tests/helpers/board-log-in-process.ts";
import { buildAppend, bytesOf } from "#tests/helpers/build-append.ts";
import { morningMs, newId } from "#tests/helpers/build-records.ts";
import { filesWith } from "#tests/helpers/files-with.ts";
import { openTestDatabase } from "#tests/helpers/open-test-database.ts";
import { buildBoardHouse, serveBoards, storeLiveReview } from "./board-house.ts";
import {
  firstObservation,
  helpingQuestionOf,
  holdMoment,
  joinBoard,
  waiting,
} from "./join-board.ts";

async function openLog(databasePath: string, keyOfBoards?: Buffer) {
  const log = await createBoardLogInProcess(databasePath, keyOfBoards);
  onTestFinished(() => log.close());
  return log;
}

/** Two boards in one database, the first with a snapshot and two updates behind it. */
async function keepTwoBoards() {
  const house = await buildBoardHouse();
  const log = await openLog(house.databasePath);
  const other = await storeLiveReview(house.stores, house.journey);
  for (const reviewId of [house.reviewId, other]) {
    await log.create(reviewId, "epoch", buildAppend(reviewId, "seed"));
    await log.append(buildAppend(reviewId, "two"));
    await log.compact(reviewId, 2, bytesOf("one and two"));
    await log.append(buildAppend(reviewId, "three"));
    await log.append(buildAppend(reviewId, "four"));
  }
  const database = await openTestDatabase(house.databasePath);
  return { ...house, log, other, database };
}

it("[BD24] no word of a board lies in any database file, before and after its log is folded", async () => {
  const house = await buildBoardHouse();
  const server = await serveBoards(house);
  const folder = dirname(house.databasePath);
  await holdMoment(server);
  const nadia = joinBoard(server, house.guider);
  await nadia.synced();
  firstObservation(nadia.doc).texts.response.insert(0, "an unmistakable sentence");
  await nadia.sendFence().answered();

  const written = await server.boardLog.load(house.reviewId);
  const inLog = await filesWith(folder, "unmistakable");
  await server.boards.close();
  const folded = await server.boardLog.load(house.reviewId);
  const inSnapshot = await filesWith(folder, "unmistakable");

  expect(written?.updates.some(({ bytes }) => Buffer.from(bytes).includes("unmistakable"))).toBe(
    true,
  );
  expect(Buffer.from(folded?.snapshot ?? []).includes("unmistakable")).toBe(true);
  expect([inLog, inSnapshot]).toEqual([0, 0]);
  expect(await filesWith(folder, "What helps Ada to ask?")).toBeGreaterThan(0); // the journey's own, in the clear
});

it("[BD24] a changed bit anywhere in a board's rows is found, and nothing of them is read", async () => {
  const { log, reviewId, database } = await keepTwoBoards();
  const places = [
    ["snapshot", "boards where review_id = ?", "boards set snapshot = ? where review_id = ?"],
    [
      "bytes",
      "board_updates where review_id = ? and seq = 3",
      "board_updates set bytes = ? where review_id = ? and seq = 3",
    ],
  ] as const;

  for (const [column, from, into] of places) {
    const row = database.prepare(`select ${column} as bytes from ${from}`).get(reviewId);
    const { bytes } = row as { bytes: Uint8Array }; // the one column asked for
    for (let trial = 0; trial < 40; trial += 1) {
      const changed = new Uint8Array(bytes);
      const place = trial < bytes.length ? trial : randomInt(bytes.length);
      changed[place] = (changed[place] ?? 0) ^ (1 << randomInt(8));
      database.prepare(`update ${into}`).run(changed, reviewId);
      await expect(log.load(reviewId)).rejects.toMatchObject({ reason: "damaged" });
    }
    database.prepare(`update ${into}`).run(bytes, reviewId);
  }

  expect((await log.load(reviewId))?.updates).toHaveLength(2);
});

it("[BD24] bytes of another board, or of another kind, are refused in their place", async () => {
  const { log, reviewId, other, database } = await keepTwoBoards();
  const bytesOfOther =
    "(select bytes from board_updates where review_id = ?2 and seq = 3) where review_id = ?1 and seq = 3";
  const ownSnapshot =
    "(select snapshot from boards where review_id = ?1) where review_id = ?1 and seq = 4";

  database.prepare(`update board_updates set bytes = ${bytesOfOther}`).run(reviewId, other);
  await expect(log.load(reviewId)).rejects.toMatchObject({ reason: "damaged" });
  database.prepare(`update board_updates set bytes = ${ownSnapshot}`).run(other);

  await expect(log.load(other)).rejects.toMatchObject({ reason: "damaged" });
});

it("[BD24] one key opens what it sealed as that kind of thing of that review only", () => {
  const [key, reviewId, other] = [testKeyOfBoards, newId.review(), newId.review()];
  const sealed = sealOfBoard(key, reviewId, "update", bytesOf("words"));

  expect(openOfBoard(key, reviewId, "update", sealed)).toEqual(bytesOf("words"));
  expect(() => openOfBoard(key, other, "update", sealed)).toThrow("was changed or does not belong");
  expect(() => openOfBoard(key, reviewId, "snapshot", sealed)).toThrow("does not belong");
});

it("[BD24] a board whose key is forgotten is never read again and says so, and stops no other", async () => {
  const { log, reviewId, other, database } = await keepTwoBoards();
  database.prepare("update boards set wrapped_key = null where review_id = ?").run(reviewId);

  const appended = await Promise.allSettled([
    log.append(buildAppend(reviewId, "five")),
    log.append(buildAppend(other, "five")),
  ]);

  await expect(log.load(reviewId)).rejects.toMatchObject({ reason: "key-forgotten" });
  await expect(log.load(reviewId)).rejects.toThrow("can never be read again");
  await expect(log.compact(reviewId, 4, bytesOf("all"))).rejects.toMatchObject({
    reason: "key-forgotten",
  });
  expect(appended).toMatchObject([{ status: "rejected" }, { status: "fulfilled", value: 5 }]);
  expect(await log.load(other)).toMatchObject({ lastSeq: 5 });
});

it("[BD24] another key file, or another board's wrapped key, opens nothing", async () => {
  const { log, reviewId, other, database, databasePath } = await keepTwoBoards();
  const stranger = await openLog(databasePath, Buffer.alloc(32, 9));

  await expect(stranger.load(reviewId)).rejects.toMatchObject({ reason: "wrong-key" });
  await expect(stranger.load(reviewId)).rejects.toThrow("another key file");
  database
    .prepare(
      "update boards set wrapped_key = (select wrapped_key from boards where review_id = ?) where review_id = ?",
    )
    .run(other, reviewId);

  await expect(log.load(reviewId)).rejects.toMatchObject({ reason: "wrong-key" });
});

/** A board as it lay before boards were sealed: a snapshot and two updates in the clear. */
async function keepOldBoard() {
  const house = await buildBoardHouse();
  const database = await openTestDatabase(house.databasePath);
  const doc = new Y.Doc();
  seedBoard(doc, { helpingQuestion: "old", goals: [], earlierAims: [] });
  const snapshot = Y.encodeStateAsUpdate(doc);
  const updates: Uint8Array[] = [];
  doc.on("update", (bytes: Uint8Array) => updates.push(bytes));
  helpingQuestionOf(doc).insert(3, " unmistakable");
  helpingQuestionOf(doc).insert(16, " words");
  database
    .prepare(
      `insert into boards (review_id, epoch, snapshot_seq, snapshot, created_at_ms)
       values (?, 'an epoch', 4, ?, ?)`,
    )
    .run(house.reviewId, snapshot, morningMs);
  for (const [place, bytes] of updates.entries()) {
    database
      .prepare("insert into board_updates values (?, ?, 'server', ?, ?)")
      .run(house.reviewId, 5 + place, bytes, morningMs);
  }
  const wrappedKeyOf = (reviewId: ReviewId) => {
    const row = database
      .prepare("select wrapped_key as key from boards where review_id = ?")
      .get(reviewId);
    return (row as { key: Uint8Array | null }).key; // the one column asked for
  };
  return { house, database, wrappedKeyOf, folder: dirname(house.databasePath) };
}

it("[BD25] a board of before sealing is sealed when it is first opened, with every word and in no file", async () => {
  const { house, wrappedKeyOf, folder } = await keepOldBoard();
  expect(await filesWith(folder, "unmistakable")).toBeGreaterThan(0);
  const server = await serveBoards(house);

  const callum = joinBoard(server, house.practitioner);
  await callum.synced();
  helpingQuestionOf(callum.doc).insert(0, "An ");
  await callum.sendFence().answered();

  expect(helpingQuestionOf(callum.doc).toJSON()).toBe("An old unmistakable words");
  expect(wrappedKeyOf(house.reviewId)).not.toBeNull();
  expect(await filesWith(folder, "unmistakable")).toBe(0);
  const again = await openLog(house.databasePath);
  expect(await again.load(house.reviewId)).toMatchObject({ epoch: "an epoch", lastSeq: 7 });
});

it("[BD25] sealing that stops half-way leaves the board as it was", async () => {
  const { house, database, wrappedKeyOf, folder } = await keepOldBoard();
  const log = await openLog(house.databasePath);
  database.exec(
    `create trigger stop before update on board_updates when new.seq = 6
     begin select raise(abort, 'half-way'); end`,
  );

  await expect(log.load(house.reviewId)).rejects.toThrow("half-way");
  expect(wrappedKeyOf(house.reviewId)).toBeNull();
  expect(await filesWith(folder, "unmistakable")).toBeGreaterThan(0);
  database.exec("drop trigger stop");

  expect(await log.load(house.reviewId)).toMatchObject({ lastSeq: 6 });
  await vi.waitFor(async () => expect(await filesWith(folder, "unmistakable")).toBe(0), waiting);
});
