import { expect, it } from "vitest";
import type { BoardLogAnswer, BoardLogRequest } from "#server/board/board-log-messages.ts";
import { createBoardLogOver } from "#server/board/board-log.ts";
import { buildAppend, bytesOf } from "#tests/helpers/build-append.ts";
import { newId } from "#tests/helpers/build-records.ts";

const reviewId = newId.review();

/** A writer whose answers the test gives by hand. */
function buildHeldWriter() {
  const asked: BoardLogRequest[] = [];
  const answers: ((answer: BoardLogAnswer) => void)[] = [];
  const log = createBoardLogOver({
    ask(request) {
      asked.push(request);
      return new Promise((resolve) => answers.push(resolve));
    },
  });
  /** Answers the oldest question and waits until the next one has been asked, if any. */
  async function answer(given: BoardLogAnswer): Promise<void> {
    answers.shift()?.(given);
    await nextRound();
  }
  return { log, asked, answer };
}

const nextRound = () => new Promise((resolve) => setImmediate(resolve));
const append = (words: string) => buildAppend(reviewId, words);
const sizeOf = (request: BoardLogRequest | undefined) =>
  request?.kind === "append" ? request.updates.length : request?.kind;

it("[ST18] puts all updates that arrive while a commit runs into the next one", async () => {
  const { log, asked, answer } = buildHeldWriter();
  const first = log.append(append("one"));
  await nextRound();
  const others = ["two", "three", "four"].map((words) => log.append(append(words)));
  await nextRound();
  expect(asked.map(sizeOf)).toEqual([1]);

  await answer({ kind: "appended", seqs: [2] });

  expect(asked.map(sizeOf)).toEqual([1, 3]);
  expect(await first).toBe(2);
  await answer({ kind: "appended", seqs: [3, 4, 5] });
  expect(await Promise.all(others)).toEqual([3, 4, 5]);
});

it("[ST18] resolves no update before its own commit has been answered", async () => {
  const { log, answer } = buildHeldWriter();
  const resolved: string[] = [];
  const first = log.append(append("one")).then(() => resolved.push("one"));
  await nextRound();
  const second = log.append(append("two")).then(() => resolved.push("two"));
  await nextRound();
  expect(resolved).toEqual([]);

  await answer({ kind: "appended", seqs: [2] });
  expect(resolved).toEqual(["one"]);

  await answer({ kind: "appended", seqs: [3] });
  await Promise.all([first, second]);
  expect(resolved).toEqual(["one", "two"]);
});

it("[ST9] keeps a compaction and the updates around it in the order they were asked", async () => {
  const { log, asked, answer } = buildHeldWriter();
  const done = [log.append(append("one"))];
  await nextRound();
  const second = log.append(append("two"));
  const compacted = log.compact(reviewId, 3, bytesOf("both"));
  const third = log.append(append("three"));

  await answer({ kind: "appended", seqs: [2] });
  await answer({ kind: "appended", seqs: [3] });
  await answer({ kind: "compacted" });
  await answer({ kind: "appended", seqs: [4] });

  expect(asked.map(sizeOf)).toEqual([1, 1, "compact", 1]);
  expect(await Promise.all([...done, second, third])).toEqual([2, 3, 4]);
  await compacted;
});

it("[ST12] fails what came in behind a failed commit, since it may build on it, and nothing after", async () => {
  const { log, asked, answer } = buildHeldWriter();
  const failed = Promise.allSettled([log.append(append("one"))]);
  await nextRound();
  const behind = Promise.allSettled([log.append(append("two")), log.append(append("three"))]);
  const loaded = log.load(reviewId);

  await answer({ kind: "failed", reason: "disk-full", detail: "database or disk is full" });
  await answer({ kind: "loaded", board: null });
  const later = log.append(append("four"));
  await nextRound();
  await answer({ kind: "appended", seqs: [2] });

  const full = { status: "rejected", reason: { name: "BoardLogError", reason: "disk-full" } };
  expect(await failed).toMatchObject([full]);
  expect(await behind).toMatchObject([full, full]);
  expect(await loaded).toBeNull();
  expect(await later).toBe(2);
  expect(asked.map(sizeOf)).toEqual([1, "load", 1]);
});
