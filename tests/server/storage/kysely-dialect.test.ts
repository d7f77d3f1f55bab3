import { Kysely } from "kysely";
import { expect, it } from "vitest";
import { NodeSqliteDialect } from "#server/storage/sqlite/kysely-dialect.ts";
import { openStatementsHere } from "#server/storage/sqlite/statement-channel.ts";
import { openTestDatabase } from "#tests/helpers/open-test-database.ts";

interface Words {
  words: { word: string; said: number | boolean };
}

async function openWords() {
  const database = await openTestDatabase();
  database.exec("create table words (word text not null unique, said integer) strict");
  const queries = new Kysely<Words>({
    dialect: new NodeSqliteDialect(openStatementsHere(database)),
  });
  const say = (word: string) => queries.insertInto("words").values({ word, said: 1 }).execute();
  const wordsKept = async () => {
    const rows = await queries.selectFrom("words").select("word").orderBy("word").execute();
    return rows.map((row) => row.word);
  };
  return { queries, say, wordsKept };
}

it("[ST20] keeps what others ask meanwhile out of a transaction that is undone", async () => {
  const { queries, say, wordsKept } = await openWords();
  const others: Promise<unknown>[] = [];

  const undone = queries.transaction().execute(async (write) => {
    await write.insertInto("words").values({ word: "undone", said: 1 }).execute();
    others.push(say("meanwhile"), say("and again"));
    await new Promise((resolve) => setImmediate(resolve));
    throw new Error("changed my mind");
  });

  await expect(undone).rejects.toThrow("changed my mind");
  await Promise.all(others);
  expect(await wordsKept()).toEqual(["and again", "meanwhile"]);
});

it("[ST20] runs transactions one after the other, in the order they were asked", async () => {
  const { queries, wordsKept } = await openWords();
  const seen: number[] = [];

  await Promise.all(
    ["a", "b", "c"].map((word) =>
      queries.transaction().execute(async (write) => {
        const before = await write.selectFrom("words").selectAll().execute();
        await new Promise((resolve) => setImmediate(resolve));
        await write.insertInto("words").values({ word, said: true }).execute();
        seen.push(before.length);
      }),
    ),
  );

  expect(seen).toEqual([0, 1, 2]);
  expect(await wordsKept()).toEqual(["a", "b", "c"]);
});

it("goes on after a statement that failed", async () => {
  const { say, wordsKept } = await openWords();
  await say("once");

  await expect(say("once")).rejects.toThrow(/constraint/i);
  await say("twice");

  expect(await wordsKept()).toEqual(["once", "twice"]);
});

it("says how many rows a change has touched, and gives back rows where they are asked for", async () => {
  const { queries, say } = await openWords();
  await say("once");

  const changed = await queries.updateTable("words").set({ said: 2 }).executeTakeFirst();
  const returned = await queries
    .insertInto("words")
    .values({ word: "twice", said: false })
    .returningAll()
    .execute();

  expect(changed.numUpdatedRows).toBe(1n);
  expect(returned).toEqual([{ word: "twice", said: 0 }]);
});

it("refuses a value the database has no type for", async () => {
  const { queries } = await openWords();

  const inserting = queries.insertInto("words").values({ word: "odd", said: Number.NaN });

  await expect(inserting.execute()).rejects.toThrow("cannot be stored");
});
