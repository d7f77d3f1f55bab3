import { expect, it, vi } from "vitest";
import { UnsentWords, forgetAllUnsent } from "#client/lib/board-unsent.ts";
import { buildBoardHouse, serveBoards } from "#tests/server/board/board-house.ts";
import { helpingQuestionOf, joinBoard, waiting } from "#tests/server/board/join-board.ts";
import { openBoard, tabStorage } from "./open-board.ts";

const question = "What helps Ada to ask?";

it("[BS49] shows the words of a board that was refused for copying, those typed after it too, and after a reload", async () => {
  const house = await buildBoardHouse();
  const server = await serveBoards(house);
  const storage = tabStorage();
  const page = await openBoard(server, house.practitioner, { storage });
  await page.becomes("saved");
  const { connection } = page;
  const type = (words: string) =>
    connection.change(() => helpingQuestionOf(connection.doc).insert(0, words));

  connection.change(() => {
    helpingQuestionOf(connection.doc).insert(0, "Mine. ");
    connection.doc.getMap("focus").set("notOurs", 1); // no browser may write this
  });
  await page.becomes("stopped");
  type("And ");
  const leftover = [{ path: "focus/helpingQuestion", text: `And Mine. ${question}` }];
  await vi.waitFor(() => expect(connection.getStatus().leftover).toEqual(leftover), waiting);
  page.close();

  const after = await openBoard(server, house.practitioner, { storage });
  await after.becomes("saved");
  expect(after.connection.getStatus().leftover).toEqual(leftover);
  expect(helpingQuestionOf(after.connection.doc).toJSON()).toBe(question);
  const other = joinBoard(server, house.guider);
  await other.synced();
  expect(helpingQuestionOf(other.doc).toJSON()).toBe(question);

  after.connection.dismissLeftover();
  expect(storage.size()).toBe(0);
});

it("[BS50] leaves no words behind when a board is closed for good, not even as the page goes away", async () => {
  const house = await buildBoardHouse();
  const server = await serveBoards(house);
  const storage = tabStorage();
  const { connection, becomes, close } = await openBoard(server, house.practitioner, { storage });
  await becomes("saved");

  await house.stores.reviews.setState(house.reviewId, "ended", Date.now());
  server.access.announce({ kind: "review-ended", reviewId: house.reviewId });
  connection.change(() => helpingQuestionOf(connection.doc).insert(0, "too late"));
  await becomes("stopped");
  connection.change(() => helpingQuestionOf(connection.doc).insert(0, "later still"));
  await vi.waitFor(
    () => expect(connection.getStatus().leftover[0]?.text).toMatch(/^later stilltoo late/),
    waiting,
  );
  close();

  expect(storage.size()).toBe(0);
});

it("[BS50] takes the unsent words of all boards out of a tab, and nothing else", () => {
  const items = new Map<string, string>([["sameframe.sound", "on"]]);
  const storage = {
    get length() {
      return items.size;
    },
    key: (place: number) => [...items.keys()][place] ?? null,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  };
  for (const reviewId of ["one", "two"]) {
    const words = new UnsentWords(storage, reviewId, "epoch");
    words.add(Uint8Array.of(0, 0), 1);
    words.write();
  }
  expect(items.size).toBe(3);

  forgetAllUnsent(storage);

  expect([...items.keys()]).toEqual(["sameframe.sound"]);
});
