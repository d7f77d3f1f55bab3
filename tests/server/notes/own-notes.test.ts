import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, it, onTestFinished } from "vitest";
import { openKeys } from "#server/media/keys.ts";
import { readOwnNotes } from "#server/notes/own-notes.ts";
import { createSqliteStores } from "#server/storage/sqlite/create-sqlite-stores.ts";
import { observationIdSchema, participantIdSchema, reviewIdSchema } from "#shared/domain/ids.ts";
import { furnishReview, openFirstGuider } from "#tests/helpers/review-house.ts";
import type { TestBrowser } from "#tests/helpers/test-browser.ts";
import { startTestServer } from "#tests/helpers/test-server.ts";
import type { TestServer } from "#tests/helpers/test-server.ts";
import { openNotesRoom } from "./notes-house.ts";

let server: TestServer;
let guider: TestBrowser;
let house: Awaited<ReturnType<typeof openNotesRoom>>;
beforeAll(async () => {
  server = await startTestServer();
  guider = await openFirstGuider(server);
  house = await openNotesRoom(server, await furnishReview(server, guider));
}, 60_000);
afterAll(async () => {
  house.close();
  guider.close();
  await server.close();
});

const words = "Privatissimum: I was prouder than I said.";

it("[BD51] a private note is its writer's alone: kept sealed, read back, changed and taken away", async () => {
  const { practitioner, reviewId } = house;
  const params = { reviewId };
  const observationId = observationIdSchema.parse(await house.hold());
  const keep = (of: typeof observationId | null, said: string) =>
    practitioner.want("keepMyNote", { params, body: { observationId: of, words: said } });

  await keep(null, "of the review");
  await keep(observationId, "draft");
  await keep(observationId, words);
  const own = await practitioner.want("readMyNotes", { params });
  await keep(null, "  ");
  const after = await practitioner.want("readMyNotes", { params });
  const database = join(dirname(server.context.config.DATA_DIR), "sameframe.db");
  const onDisk = await Promise.all([readFile(database), readFile(`${database}-wal`)]);

  expect(own).toEqual([
    { observationId: null, words: "of the review" },
    { observationId, words },
  ]);
  expect(after).toEqual([{ observationId, words }]);
  expect(Buffer.concat(onDisk).includes("of the review")).toBe(false);
  expect(Buffer.concat(onDisk).includes("Privatissimum")).toBe(false);
  expect(server.logged()).not.toContain("Privatissimum");
});

it("[BD51] nobody else reads or writes it, and none is kept on a moment that is not there", async () => {
  const { practitioner, supervisor, reviewId, tabs, received } = house;
  const params = { reviewId };
  const body = { observationId: null, words };
  await practitioner.want("keepMyNote", { params, body });

  const others = await Promise.all(
    [guider, supervisor].flatMap((browser) => [
      browser.ask("readMyNotes", { params }),
      browser.ask("keepMyNote", { params, body }),
    ]),
  );
  const astray = { observationId: observationIdSchema.parse(randomUUID()), words };
  const lost = await practitioner.ask("keepMyNote", { params, body: astray });
  const journey = await guider.want("readJourney", {
    params: { journeyId: house.journey.journeyId },
  });

  expect(others.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
  expect(lost.status).toBe(404);
  expect(JSON.stringify(journey)).not.toContain("Privatissimum");
  expect(tabs.nadia.told("notes:changed").length).toBeGreaterThan(0);
  expect(received.helen.join("\n")).not.toContain("Privatissimum");
});

it("[BD52] it is there after a restart, and opens for no other writer, review or moment", async () => {
  const { config, stores } = server.context;
  const { practitioner, reviewId } = house;
  await practitioner.want("keepMyNote", {
    params: { reviewId },
    body: { observationId: null, words },
  });
  const invite = (await stores.invites.listOfReview(reviewId)).find(
    ({ role }) => role === "practitioner",
  );
  const writer = participantIdSchema.parse(invite?.inviteId);
  const review = reviewIdSchema.parse(reviewId);

  const again = await createSqliteStores(join(dirname(config.DATA_DIR), "sameframe.db"));
  onTestFinished(() => again.close());
  const keys = await openKeys(config);
  const read = await readOwnNotes({ stores: again, keys }, review, writer);
  const [note] = await again.privateNotes.listOf(review, writer);
  const other = participantIdSchema.parse(randomUUID());
  if (note === undefined) throw new Error("the note is not there");
  await again.privateNotes.keep({ ...note, participantId: other }, 0);

  expect(read.find(({ observationId }) => observationId === null)?.words).toBe(words);
  await expect(readOwnNotes({ stores: again, keys }, review, other)).rejects.toThrow(
    /authenticate/,
  );
});
