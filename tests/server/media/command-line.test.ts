import { join } from "node:path";
import { beforeEach, expect, it, onTestFinished } from "vitest";
import { runCommandLine } from "#server/media/command-line.ts";
import { prepareDataFolder } from "#server/storage/data-folder.ts";
import { createSqliteStores } from "#server/storage/sqlite/create-sqlite-stores.ts";
import type { Stores } from "#server/storage/stores.ts";
import { purposesToReview } from "#shared/domain/people.ts";
import { buildAccount, morningMs, storeJourney } from "#tests/helpers/build-records.ts";
import type { StoredJourney } from "#tests/helpers/build-records.ts";
import { numberedClips, refusedClip } from "#tests/helpers/clips.ts";
import { inspectionWorkerUrl } from "#tests/helpers/inspection-worker.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

let dataDir: string;
let stores: Stores;
let journey: StoredJourney;
beforeEach(async () => {
  dataDir = join(await temporaryFolder(), "data");
  stores = await createSqliteStores((await prepareDataFolder(dataDir)).databasePath);
  onTestFinished(() => stores.close());
  journey = await storeJourney(stores);
});

async function permitAll(): Promise<void> {
  for (const personId of [journey.childPersonId, journey.practitionerPersonId]) {
    for (const purpose of purposesToReview) {
      await stores.journeys.recordPermission(personId, purpose, "given", morningMs);
    }
  }
}

async function run(...words: string[]): Promise<{ code: number; said: string }> {
  const lines: string[] = [];
  const inspection = { workerUrl: await inspectionWorkerUrl() };
  const code = await runCommandLine(
    words,
    { DATA_DIR: dataDir },
    (line) => lines.push(line),
    inspection,
  );
  return { code, said: lines.join("\n") };
}

const clips = () => stores.clips.listOfCycle(journey.cycleId);

it("[MD12] lists the journeys with their ids", async () => {
  const { code, said } = await run("journey", "list");

  expect(code).toBe(0);
  expect(said).toContain(journey.journeyId);
  expect(said).toContain("Callum and Ada");
});

it("[MD12] adds a clip that can be played", async () => {
  await permitAll();

  const added = await run(
    "clip",
    "add",
    numberedClips.withSound,
    "--journey",
    journey.journeyId,
    "--title",
    "The cup",
  );

  expect(added).toEqual({
    code: 0,
    said: expect.stringContaining("Added to cycle 1: The cup") as unknown,
  });
  const [clip] = await clips();
  expect(clip).toMatchObject({ title: "The cup", media: { hasSound: true, width: 320 } });
  expect(clip?.peopleInShot).toHaveLength(2);
});

it("[MD12] refuses, by name, a clip of people who have not given permission", async () => {
  const { code, said } = await run(
    "clip",
    "add",
    numberedClips.silent,
    "--journey",
    journey.journeyId,
  );

  expect(code).toBe(1);
  expect(said).toContain("Ada, Callum");
  expect(await clips()).toEqual([]);
});

it("[MD12] refuses a file that the page would refuse, and keeps nothing of it", async () => {
  await permitAll();

  const { code, said } = await run(
    "clip",
    "add",
    refusedClip("hevc.mp4"),
    "--journey",
    journey.journeyId,
  );

  expect(code).toBe(1);
  expect(said).toContain("H.264");
  expect(await clips()).toEqual([]);
});

it.each([
  [["clip", "add", "nowhere.mp4", "--journey", "J"], 1, "There is no file nowhere.mp4"],
  [
    ["clip", "add", numberedClips.silent, "--journey", "J", "--cycle", "7"],
    1,
    "no such journey or cycle",
  ],
  [
    ["clip", "add", numberedClips.silent, "--journey", "J", "--in-shot", "Zebulon"],
    1,
    "Nobody of that name",
  ],
  [["clip", "add", numberedClips.silent], 2, "Name the file and the journey"],
  [["clip", "paint"], 2, "npm run sameframe"],
  [["journey", "list", "--colour"], 2, "--colour"],
  [["journey", "list", "--guider", "Nobody"], 1, "no such guider"],
  [["help"], 0, "npm run sameframe"],
] as const)("[MD12] %j ends with %i and says so", async (words, code, saying) => {
  const answered = await run(...words.map((word) => (word === "J" ? journey.journeyId : word)));

  expect(answered.code).toBe(code);
  expect(answered.said).toContain(saying);
});

it("[MD12] [JN79] an organisation admin is no guider for the command line either", async () => {
  await stores.accounts.add(buildAccount({ name: "Priya", role: "orgAdmin" }), morningMs);

  const { code, said } = await run("journey", "list", "--guider", "Priya");

  expect(code).toBe(1);
  expect(said).toContain("no such guider");
});
