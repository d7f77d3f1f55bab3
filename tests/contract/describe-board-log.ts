import { describe, expect, it } from "vitest";
import { newId, storeReview } from "#tests/helpers/build-records.ts";
import { buildAppend, bytesOf } from "#tests/helpers/build-append.ts";
import type { MakeBoardLog } from "./make-stores.ts";

/** What every log of boards does. */
export function describeBoardLog(engine: string, makeBoardLog: MakeBoardLog): void {
  describe(`the board's log ${engine}`, () => {
    it("[ST8] makes a board once, with its first update", async () => {
      const { log, stores } = await makeBoardLog();
      const reviewId = await storeReview(stores);
      expect(await log.load(reviewId)).toBeNull();

      const made = await log.create(reviewId, "epoch 1", buildAppend(reviewId, "seed"));
      const madeAgain = await log.create(reviewId, "epoch 2", buildAppend(reviewId, "other"));

      expect([made, madeAgain]).toEqual([true, false]);
      expect(await log.load(reviewId)).toEqual({
        epoch: "epoch 1",
        snapshot: null,
        updates: [{ seq: 1, actorId: "server", bytes: bytesOf("seed") }],
        owners: [],
        lastSeq: 1,
      });
    });

    it("[ST8] makes one board when two processes try at once", async () => {
      const { log, stores, openSecond } = await makeBoardLog();
      const second = await openSecond();
      const reviewId = await storeReview(stores);

      const made = await Promise.all([
        log.create(reviewId, "epoch 1", buildAppend(reviewId, "seed")),
        second.create(reviewId, "epoch 2", buildAppend(reviewId, "seed")),
      ]);

      expect(made.filter(Boolean)).toHaveLength(1);
      expect((await log.load(reviewId))?.updates).toHaveLength(1);
    });

    it("[ST9] gives each update the next number, in the order it was asked", async () => {
      const { log, stores } = await makeBoardLog();
      const reviewId = await storeReview(stores);
      await log.create(reviewId, "epoch", buildAppend(reviewId, "seed"));
      const words = Array.from({ length: 200 }, (_, place) => `word ${place}`);

      const seqs = await Promise.all(words.map((word) => log.append(buildAppend(reviewId, word))));

      expect(seqs).toEqual(words.map((_, place) => place + 2));
      const board = await log.load(reviewId);
      expect(board?.updates.slice(1).map((each) => each.bytes)).toEqual(words.map(bytesOf));
      expect(board?.lastSeq).toBe(201);
    });

    it("[ST9] never gives one number twice, with two processes writing", async () => {
      const { log, stores, openSecond } = await makeBoardLog();
      const second = await openSecond();
      const reviewId = await storeReview(stores);
      await log.create(reviewId, "epoch", buildAppend(reviewId, "seed"));

      const seqs = await Promise.all(
        Array.from({ length: 60 }, async (_, place) => {
          const writer = place % 2 === 0 ? log : second;
          return writer.append(buildAppend(reviewId, `word ${place}`));
        }),
      );

      expect(new Set(seqs).size).toBe(60);
      expect((await log.load(reviewId))?.lastSeq).toBe(61);
    });

    it("keeps the bytes as they were when they were given", async () => {
      const { log, stores } = await makeBoardLog();
      const reviewId = await storeReview(stores);
      await log.create(reviewId, "epoch", buildAppend(reviewId, "seed"));
      const large = Buffer.alloc(1_000_000, 1);
      const part = large.subarray(10, 14);

      const appended = log.append({ ...buildAppend(reviewId, ""), bytes: part });
      large.fill(2);
      await appended;

      expect((await log.load(reviewId))?.updates[1]?.bytes).toEqual(new Uint8Array([1, 1, 1, 1]));
    });

    it("[ST10] leaves a client id with the participant who used it first", async () => {
      const { log, stores } = await makeBoardLog();
      const reviewId = await storeReview(stores);
      const [first, second] = [newId.participant(), newId.participant()];
      const own = { clientId: 4_294_967_295, participantId: first };
      await log.create(reviewId, "epoch", buildAppend(reviewId, "seed"));
      await log.append({ ...buildAppend(reviewId, "one"), actorId: first, newOwners: [own] });

      const taken = { ...own, participantId: second };
      await log.append({ ...buildAppend(reviewId, "two"), actorId: second, newOwners: [taken] });

      const board = await log.load(reviewId);
      expect(board?.owners).toEqual([own]);
      expect(board?.updates.map((each) => each.actorId)).toEqual(["server", first, second]);
    });

    it("[ST11] replaces updates by a snapshot and goes on counting", async () => {
      const { log, stores } = await makeBoardLog();
      const reviewId = await storeReview(stores);
      const owner = { clientId: 7, participantId: newId.participant() };
      const seed = { ...buildAppend(reviewId, "seed"), newOwners: [owner] };
      await log.create(reviewId, "epoch", seed);
      await log.append(buildAppend(reviewId, "two"));
      await log.append(buildAppend(reviewId, "three"));

      await log.compact(reviewId, 2, bytesOf("one and two"));
      const board = await log.load(reviewId);
      await log.compact(reviewId, 3, bytesOf("all three"));
      const next = await log.append(buildAppend(reviewId, "four"));

      expect(board).toMatchObject({ snapshot: bytesOf("one and two"), lastSeq: 3 });
      expect(board?.updates.map((each) => each.seq)).toEqual([3]);
      expect(next).toBe(4);
      expect(await log.load(reviewId)).toEqual({
        epoch: "epoch",
        snapshot: bytesOf("all three"),
        updates: [{ seq: 4, actorId: "server", bytes: bytesOf("four") }],
        owners: [owner],
        lastSeq: 4,
      });
    });

    it("[ST11] refuses a snapshot of what is not in the log yet, and keeps a later one", async () => {
      const { log, stores } = await makeBoardLog();
      const reviewId = await storeReview(stores);
      await log.create(reviewId, "epoch", buildAppend(reviewId, "seed"));
      await log.append(buildAppend(reviewId, "two"));
      await log.compact(reviewId, 2, bytesOf("later"));

      await expect(log.compact(reviewId, 3, bytesOf("ahead"))).rejects.toThrow(/past the last/);
      await log.compact(reviewId, 1, bytesOf("earlier"));

      expect(await log.load(reviewId)).toMatchObject({ snapshot: bytesOf("later"), lastSeq: 2 });
    });

    it("[ST12] rejects an update of a board that is not there, and no other of its group", async () => {
      const { log, stores } = await makeBoardLog();
      const reviewId = await storeReview(stores);
      await log.create(reviewId, "epoch", buildAppend(reviewId, "seed"));

      const outcomes = await Promise.allSettled([
        log.append(buildAppend(reviewId, "two")),
        log.append(buildAppend(newId.review(), "lost")),
        log.append(buildAppend(reviewId, "three")),
      ]);

      expect(outcomes).toMatchObject([
        { status: "fulfilled", value: 2 },
        { status: "rejected", reason: { reason: "no-such-board" } },
        { status: "fulfilled", value: 3 },
      ]);
      await expect(log.compact(newId.review(), 1, bytesOf("x"))).rejects.toMatchObject({
        reason: "no-such-board",
      });
    });

    it("writes what is waiting when it is closed, and takes nothing afterwards", async () => {
      const { log, stores, openSecond } = await makeBoardLog();
      const second = await openSecond();
      const reviewId = await storeReview(stores);
      await log.create(reviewId, "epoch", buildAppend(reviewId, "seed"));

      const last = log.append(buildAppend(reviewId, "last"));
      const closing = Promise.all([log.close(), log.close()]);
      const late = log.append(buildAppend(reviewId, "late"));

      await expect(late).rejects.toMatchObject({ reason: "closed" });
      expect(await last).toBe(2);
      await closing;
      expect((await second.load(reviewId))?.lastSeq).toBe(2);
    });
  });
}
