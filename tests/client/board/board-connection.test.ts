import { randomUUID } from "node:crypto";
import { expect, it, onTestFinished, vi } from "vitest";
import { hashSecret } from "#server/identity/tokens.ts";
import { startFaultProxy } from "#tests/helpers/fault-proxy.ts";
import { buildBoardHouse, serveBoards } from "#tests/server/board/board-house.ts";
import { createControlledLog } from "#tests/server/board/controlled-log.ts";
import { helpingQuestionOf, joinBoard, waiting } from "#tests/server/board/join-board.ts";
import { openBoard, tabStorage } from "./open-board.ts";

const question = "What helps Ada to ask?";

it("[BS4] says Saved only after the words, and the taking out of words, are on disk", async () => {
  const log = createControlledLog();
  const house = await buildBoardHouse();
  const server = await serveBoards(house, { wrapLog: log.wrap });
  const { connection, saveKind, becomes } = await openBoard(server, house.practitioner);
  await becomes("saved");

  for (const work of [
    () => helpingQuestionOf(connection.doc).insert(0, "Now: "),
    () => helpingQuestionOf(connection.doc).delete(0, 5),
  ]) {
    log.hold();
    const started = log.appendsStarted();
    connection.change(work);
    await vi.waitFor(() => expect(log.appendsStarted()).toBeGreaterThan(started), waiting);
    expect(saveKind()).toBe("saving");
    log.release();
    await becomes("saved");
  }
});

it("[BS5] keeps unsaved words over a reload of the tab, and puts them on the board once", async () => {
  const log = createControlledLog();
  const house = await buildBoardHouse();
  const server = await serveBoards(house, { wrapLog: log.wrap });
  const storage = tabStorage();
  const before = await openBoard(server, house.practitioner, { storage });
  await before.becomes("saved");
  log.setFailing(true);
  before.connection.change(() => helpingQuestionOf(before.connection.doc).insert(0, "Kept 😀. "));
  await before.becomes("kept");
  expect(before.connection.getStatus()).toMatchObject({
    isStoredInTab: true,
    save: { unsaved: true },
  });
  before.close();
  log.setFailing(false);

  const after = await openBoard(server, house.practitioner, { storage });
  await after.becomes("saved");
  const other = joinBoard(server, house.guider);
  await other.synced();

  expect(helpingQuestionOf(other.doc).toJSON()).toBe(`Kept 😀. ${question}`);
  expect(storage.size()).toBe(0);
});

it("saves what was written while the server was away, without a reload", async () => {
  const log = createControlledLog();
  const house = await buildBoardHouse();
  const server = await serveBoards(house, { wrapLog: log.wrap });
  const { connection, becomes } = await openBoard(server, house.practitioner);
  await becomes("saved");
  log.setFailing(true);
  connection.change(() => helpingQuestionOf(connection.doc).insert(0, "A"));
  await becomes("kept");
  connection.change(() => helpingQuestionOf(connection.doc).insert(1, "B "));

  log.setFailing(false);
  connection.reconnectNow();
  await becomes("saved");

  const other = joinBoard(server, house.guider);
  await other.synced();
  expect(helpingQuestionOf(other.doc).toJSON()).toBe(`AB ${question}`);
});

it("[PB53] when the board's socket alone dies without a word, the caret goes and both ends let go within 6 s", async () => {
  const house = await buildBoardHouse();
  const server = await serveBoards(house);
  const line = await startFaultProxy(server.port);
  onTestFinished(() => line.close());
  const other = joinBoard(server, house.guider);
  const { connection, becomes } = await openBoard(server, house.practitioner, { port: line.port });
  await becomes("saved");
  // Words that came after the board say that all of it is here; only then is silence told from a slow line.
  await other.synced();
  helpingQuestionOf(other.doc).insert(0, "Hello. ");
  const here = () => helpingQuestionOf(connection.doc).toJSON();
  await vi.waitFor(() => expect(here()).toContain("Hello. "), waiting);
  connection.setCaret({ path: "focus/helpingQuestion", anchor: null, head: null });
  const carets = () => other.provider.awareness.getStates().has(connection.doc.clientID);
  await vi.waitFor(() => expect(carets()).toBe(true), waiting);

  line.blackhole();
  const cutAtMs = performance.now();
  connection.change(() => helpingQuestionOf(connection.doc).insert(0, "Still here. "));
  const caretGone = vi
    .waitFor(() => expect(carets()).toBe(false), waiting)
    .then(() => performance.now() - cutAtMs);
  const letGo = becomes("kept").then(() => performance.now() - cutAtMs);
  const [caretMs, ownMs] = await Promise.all([caretGone, letGo]);
  line.heal();
  const healedAtMs = performance.now();
  await becomes("saved");

  process.stdout.write(
    `board socket: caret gone ${Math.round(caretMs)} ms, own side knew ${Math.round(ownMs)} ms, ` +
      `saved again ${Math.round(performance.now() - healedAtMs)} ms after the line healed\n`,
  );
  expect(Math.max(caretMs, ownMs)).toBeLessThan(6_000);
  await other.synced();
  expect(helpingQuestionOf(other.doc).toJSON()).toBe(`Still here. Hello. ${question}`);
  await vi.waitFor(() => expect(carets()).toBe(true), waiting);
});

it("[BS6] shows unsent words for copying, and sends nothing, when the board was set up anew", async () => {
  const log = createControlledLog();
  const house = await buildBoardHouse();
  const server = await serveBoards(house, { wrapLog: log.wrap });
  const storage = tabStorage();
  const before = await openBoard(server, house.practitioner, { storage });
  await before.becomes("saved");
  log.setFailing(true);
  before.connection.change(() => helpingQuestionOf(before.connection.doc).insert(0, "Mine. "));
  await before.becomes("kept");
  before.close();
  log.setFailing(false);

  const after = await openBoard(server, house.practitioner, { storage, boardEpoch: randomUUID() });
  await after.becomes("stopped");

  expect(after.connection.getStatus()).toMatchObject({
    save: { reason: "epoch-changed" },
    leftover: [{ path: "focus/helpingQuestion", text: `Mine. ${question}` }],
  });
  after.connection.dismissLeftover();
  expect(storage.size()).toBe(0);
});

it("[BS7] stops and says why when the place was taken away, leaving no words in the tab's storage", async () => {
  const house = await buildBoardHouse();
  const server = await serveBoards(house);
  const storage = tabStorage();
  const { connection, becomes } = await openBoard(server, house.practitioner, { storage });
  await becomes("saved");

  await house.stores.sessions.end(hashSecret(house.practitioner.cookie.replace("sid=", "")));
  server.access.announce({ kind: "session-ended", sessionId: house.practitioner.sessionId });
  connection.change(() => helpingQuestionOf(connection.doc).insert(0, "too late"));
  await becomes("stopped");

  expect(connection.getStatus().save).toMatchObject({ reason: "revoked" });
  expect(storage.size()).toBe(0);
});

it("[BS8] takes back this person's own last change and never the other's words", async () => {
  const house = await buildBoardHouse();
  const server = await serveBoards(house);
  const mine = await openBoard(server, house.practitioner);
  const theirs = await openBoard(server, house.guider);
  await Promise.all([mine.becomes("saved"), theirs.becomes("saved")]);
  const text = helpingQuestionOf(mine.connection.doc);
  const { undo } = mine.connection;
  mine.connection.change(() => text.insert(0, "mine "));
  theirs.connection.change(() => helpingQuestionOf(theirs.connection.doc).insert(0, "theirs "));
  await vi.waitFor(() => expect(text.toJSON()).toContain("theirs "), waiting);

  undo.undo();
  undo.undo();

  expect(text.toJSON()).toBe(`theirs ${question}`);
});

it("lets a supervisor see and never write", async () => {
  const house = await buildBoardHouse();
  const server = await serveBoards(house);
  const { connection, becomes } = await openBoard(server, house.supervisor, { canWrite: false });
  await becomes("saved");

  connection.change(() => helpingQuestionOf(connection.doc).insert(0, "x"));

  expect(helpingQuestionOf(connection.doc).toJSON()).toBe(question);
});
