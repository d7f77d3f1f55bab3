import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { createSqliteStores } from "#server/storage/sqlite/create-sqlite-stores.ts";
import { createBoardLogInProcess } from "#tests/helpers/board-log-in-process.ts";
import { buildAppend, bytesOf } from "#tests/helpers/build-append.ts";
import {
  buildClipMedia,
  buildInvite,
  morningMs,
  newId,
  storeClip,
  storeJourney,
  storeReview,
} from "#tests/helpers/build-records.ts";
import { filesWith } from "#tests/helpers/files-with.ts";
import { openTestDatabase } from "#tests/helpers/open-test-database.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

async function openAll() {
  const folder = await temporaryFolder();
  const databasePath = join(folder, "sameframe.db");
  const stores = await createSqliteStores(databasePath);
  onTestFinished(() => stores.close());
  const log = await createBoardLogInProcess(databasePath);
  onTestFinished(() => log.close());
  const journey = await storeJourney(stores);
  const reviewId = await storeReview(stores, journey);
  return { folder, databasePath, stores, log, journey, reviewId };
}

it("[ST13] leaves nothing of replaced updates in any file after a compaction", async () => {
  const { folder, databasePath, log, reviewId } = await openAll();
  await log.create(reviewId, "epoch", buildAppend(reviewId, "seed"));
  for (let place = 0; place < 40; place += 1) {
    await log.append(buildAppend(reviewId, `crossed-out words ${place} `.repeat(50)));
  }
  const database = await openTestDatabase(databasePath);
  const rows = database.prepare("select bytes from board_updates").all() as { bytes: Buffer }[]; // one column
  const pieces = rows.map(({ bytes }) => new Uint8Array(bytes).subarray(0, 40));
  for (const piece of pieces) expect(await filesWith(folder, piece)).toBeGreaterThan(0);

  await log.compact(reviewId, 41, bytesOf("what remains"));

  expect(pieces).toHaveLength(41);
  for (const piece of pieces) expect(await filesWith(folder, piece)).toBe(0);
  expect((await log.load(reviewId))?.snapshot).toEqual(bytesOf("what remains"));
});

it("[ST13] removes everything of a journey with it, and leaves no word of it in any file", async () => {
  const { folder, databasePath, stores, log, journey, reviewId } = await openAll();
  const clipId = await storeClip(stores, journey);
  const file = { fileName: "one.clip", wrappedKey: new Uint8Array(60) };
  await stores.clips.setFile(clipId, buildClipMedia(), file);
  await stores.journeys.setHelpingQuestion(journey.journeyId, "an unmistakable question");
  await stores.journeys.recordPermission(journey.childPersonId, "film", "given", morningMs);
  const goal = {
    goalId: newId.goal(),
    text: "unmistakable goal",
    baseline: null,
    hopedFor: null,
    outcome: "unmistakable outcome",
  };
  await stores.journeys.setGoals(journey.journeyId, [goal]);
  await stores.journeys.keepAims(journey.cycleId, [
    { text: "unmistakable aim", whereWhen: "unmistakable place" },
  ]);
  const invite = buildInvite(reviewId, { name: "Unmistakable Name" });
  await stores.invites.add(invite, morningMs);
  await stores.rooms.save(reviewId, "unmistakable state");
  await log.create(reviewId, "epoch", buildAppend(reviewId, "unmistakable words"));
  expect(await filesWith(folder, "unmistakable")).toBeGreaterThan(0);

  const database = await openTestDatabase(databasePath);
  database.prepare("delete from journeys where journey_id = ?").run(journey.journeyId);
  database.prepare("PRAGMA wal_checkpoint(TRUNCATE)").all();

  expect(await filesWith(folder, "unmistakable")).toBe(0);
  expect(await filesWith(folder, "Unmistakable Name")).toBe(0);
  const left = ["people", "permissions", "clips", "clip_files", "clip_people", "invites", "aims"];
  for (const table of [...left, "boards", "board_updates", "room_states", "reviews", "cycles"]) {
    expect(database.prepare(`select * from ${table}`).all()).toEqual([]);
  }
});
