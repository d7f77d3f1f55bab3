import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { allMigrations } from "#server/storage/migrations/all-migrations.ts";
import { createSqliteStores } from "#server/storage/sqlite/create-sqlite-stores.ts";
import { migrateDatabase } from "#server/storage/sqlite/migrate.ts";
import type { SqliteDatabase } from "#server/storage/sqlite/open-database.ts";
import { accountIdSchema, journeyIdSchema, reviewIdSchema } from "#shared/domain/ids.ts";
import { openTestDatabase } from "#tests/helpers/open-test-database.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { fillVersion1, ids } from "./fill-version-1.ts";

const newest = allMigrations.length;

function schemaOf(database: SqliteDatabase): unknown[] {
  return database.prepare("select type, name, sql from sqlite_master order by type, name").all();
}

describe("versions of the database", () => {
  it("[ST15] are numbered 1, 2, 3 ... without gaps", () => {
    const versions = allMigrations.map((migration) => migration.version);

    expect(versions).toEqual(versions.map((_, place) => place + 1));
    expect(newest).toBeGreaterThanOrEqual(2);
  });

  it.each(allMigrations.map((_, place) => [place]))(
    "[ST15] lead from version %i to the newest, with the same tables as a new one",
    async (version) => {
      const fresh = await openTestDatabase();
      migrateDatabase(fresh);
      const database = await openTestDatabase();
      migrateDatabase(database, allMigrations.slice(0, version));

      const reached = migrateDatabase(database);

      expect(reached).toBe(newest);
      expect(schemaOf(database)).toEqual(schemaOf(fresh));
    },
  );

  it("[ST15] keep what version 1 held on the way to the newest", async () => {
    const databasePath = join(await temporaryFolder(), "sameframe.db");
    const database = await openTestDatabase(databasePath);
    migrateDatabase(database, allMigrations.slice(0, 1));
    fillVersion1(database);

    const stores = await createSqliteStores(databasePath);

    const journey = await stores.journeys.read(journeyIdSchema.parse(ids.journey));
    expect(journey).toMatchObject({
      practitionerName: "Callum",
      childName: "Ada",
      helpingQuestion: "How do we take turns?",
      goals: [{ text: "wait", baseline: 3, hopedFor: null }],
      people: [{ name: "Ada", permissions: { film: "given", training: "notAsked" } }],
      cycles: [
        {
          number: 1,
          clips: [{ title: "Blocks", peopleInShot: [ids.person], media: { bytes: 1_000 } }],
          reviews: [{ state: "live", locked: true, invites: [{ name: "Callum", state: "bound" }] }],
          aims: [],
        },
      ],
    });
    const review = await stores.reviews.find(reviewIdSchema.parse(ids.review));
    expect(review?.guiderId).toBe(accountIdSchema.parse(ids.account));
    expect((await stores.sessions.find("a".repeat(64), 0))?.holder.kind).toBe("account");
    await stores.close();
  });

  it("[ST15] change nothing when there is nothing to do", async () => {
    const database = await openTestDatabase();
    migrateDatabase(database);
    const before = schemaOf(database);

    expect(migrateDatabase(database)).toBe(newest);
    expect(schemaOf(database)).toEqual(before);
  });

  it("[ST15] stay where they were when a step fails half-way", async () => {
    const database = await openTestDatabase();
    migrateDatabase(database);
    const before = schemaOf(database);
    const statements = () => ["create table half (way integer) strict", "create nonsense"];
    const broken = [...allMigrations, { version: newest + 1, statements }];

    expect(() => migrateDatabase(database, broken)).toThrow(/syntax/);

    expect(schemaOf(database)).toEqual(before);
    expect(migrateDatabase(database)).toBe(newest);
  });

  it("[ST17] refuse to be opened by a program that is older than they are", async () => {
    const databasePath = join(await temporaryFolder(), "sameframe.db");
    const database = await openTestDatabase(databasePath);
    migrateDatabase(database);
    database.exec(`update schema_version set version = ${newest + 1}`);
    const before = schemaOf(database);

    await expect(createSqliteStores(databasePath)).rejects.toThrow(/newer SameFrame.*backup/);

    expect(schemaOf(database)).toEqual(before);
  });
});
