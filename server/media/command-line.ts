import { createReadStream } from "node:fs";
import { rm, stat } from "node:fs/promises";
import { parseArgs } from "node:util";
import { createAccessChanges } from "#server/access-changes.ts";
import { setUpCall } from "#server/call/set-up-worker.ts";
import { readConfig } from "#server/config.ts";
import { machineClock, machineRandom } from "#server/start-server.ts";
import { prepareDataFolder } from "#server/storage/data-folder.ts";
import { createSqliteStores } from "#server/storage/sqlite/create-sqlite-stores.ts";
import type { Account } from "#server/storage/account-store.ts";
import type { Stores } from "#server/storage/stores.ts";
import { initiativeToCome, newClipSchema } from "#shared/domain/clip.ts";
import type { ClipWords } from "#shared/domain/clip.ts";
import { journeyIdSchema } from "#shared/domain/ids.ts";
import type { Cycle, Journey } from "#shared/domain/journey.ts";
import { addClipFile } from "./add-clip-file.ts";
import { addClip } from "./add-clip.ts";
import { createClipFiles } from "./clip-files.ts";
import { openKeys } from "./keys.ts";
import { helpText, sentenceOf } from "./command-line-words.ts";
import type { InspectionOptions } from "./inspection-thread.ts";

type Say = (line: string) => void;
type Options = ReturnType<typeof readArguments>["values"];
interface Job {
  readonly stores: Stores;
  readonly environment: Record<string, string | undefined>;
  readonly options: Options;
  readonly say: Say;
  readonly inspection: InspectionOptions;
}

const done = 0;
const refused = 1;
const notUnderstood = 2;

/** Does what the words ask on the data folder, says in plain words how it went, and gives the exit code. */
export async function runCommandLine(
  words: readonly string[],
  environment: Record<string, string | undefined>,
  say: Say,
  inspection: InspectionOptions = {},
): Promise<number> {
  let given: ReturnType<typeof readArguments>;
  try {
    given = readArguments(words);
  } catch (error) {
    say(`${error instanceof Error ? error.message : String(error)}\n\n${helpText}`);
    return notUnderstood;
  }
  const [noun, verb, file] = given.positionals;
  const command = [noun, verb].join(" ");
  if (noun === "help" || given.values.help === true) {
    say(helpText);
    return done;
  }
  if (command === "call setup")
    return await setUpCall(environment, say, (path) => rm(path, { force: true }));
  if (command !== "journey list" && command !== "clip add") {
    say(helpText);
    return notUnderstood;
  }
  const { databasePath } = await prepareDataFolder(readConfig(environment).DATA_DIR);
  const stores = await createSqliteStores(databasePath);
  try {
    const job = { stores, environment, options: given.values, say, inspection };
    return await (command === "clip add" ? addFile(job, file) : listJourneys(job));
  } finally {
    await stores.close();
  }
}

function readArguments(words: readonly string[]) {
  return parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      journey: { type: "string" },
      cycle: { type: "string" },
      title: { type: "string" },
      initiative: { type: "string" },
      "in-shot": { type: "string", multiple: true },
      guider: { type: "string" },
      help: { type: "boolean" },
    },
  });
}

async function listJourneys(job: Job): Promise<number> {
  const guider = await findGuider(job);
  if (guider === null)
    return say(job, "There is no such guider. Open the page first and set one up.");
  const journeys = await job.stores.journeys.list(guider.accountId);
  if (journeys.length === 0) job.say("There is no journey yet. Begin one on the page.");
  for (const journey of journeys) {
    const { journeyId, practitionerName, childName, cycles } = journey;
    job.say(`${journeyId}  ${practitionerName} and ${childName}, cycles: ${cycles}`);
  }
  return done;
}

async function addFile(job: Job, path: string | undefined): Promise<number> {
  const journeyId = journeyIdSchema.safeParse(job.options.journey);
  if (path === undefined || !journeyId.success) {
    job.say(`Name the file and the journey.\n\n${helpText}`);
    return notUnderstood;
  }
  const size = await stat(path).catch(() => null);
  if (size === null || !size.isFile()) return say(job, `There is no file ${path}.`);
  const journey = await job.stores.journeys.read(journeyId.data);
  const cycle = journey === null ? undefined : findCycle(journey, job.options.cycle);
  if (journey === null || cycle === undefined) return say(job, sentenceOf("not-found"));
  const wanted = describe(journey, cycle, job.options);
  if (!wanted.success) {
    return say(job, "Nobody of that name is in the journey, or a text is too long.");
  }
  return addDescribed(job, { path, bytes: size.size }, { journey, cycle }, wanted.data);
}

async function addDescribed(
  job: Job,
  file: { readonly path: string; readonly bytes: number },
  { journey, cycle }: { readonly journey: Journey; readonly cycle: Cycle },
  newClip: ClipWords,
): Promise<number> {
  const { stores } = job;
  const config = readConfig(job.environment);
  const keys = await openKeys(config, await stores.hasSealedRecords());
  const clipFiles = await createClipFiles(config, machineRandom, keys, job.inspection);
  const parts = { stores, clock: machineClock, random: machineRandom };
  const place = { journeyId: journey.journeyId, cycleId: cycle.cycleId };
  const begun = await addClip(parts, place, newClip);
  if (!begun.ok) return say(job, sentenceOf(begun.reason, begun.details));

  const { clipId } = begun.value;
  const access = createAccessChanges(); // a server that runs beside is another process and hears nothing
  const bytes = createReadStream(file.path);
  const added = await addClipFile({ stores, clipFiles, access }, clipId, bytes, file.bytes);
  if (!added.ok) {
    await stores.clips.remove(clipId);
    return say(job, sentenceOf(added.reason, added.details));
  }
  const title = added.value.title;
  job.say(`Added to cycle ${cycle.number}: ${title}. A room that is open shows it after a reload.`);
  return done;
}

function findCycle(journey: Journey, number: string | undefined): Cycle | undefined {
  if (number === undefined) return journey.cycles.toSorted((a, b) => a.number - b.number).at(-1);
  return journey.cycles.find((cycle) => cycle.number === Number(number));
}

/** The clip as the options and the journey describe it; refused when a named person is not in the journey. */
function describe(journey: Journey, cycle: Cycle, options: Options) {
  const names = options["in-shot"];
  const inShot = journey.people.filter((person) =>
    names === undefined
      ? person.relation === "child" || person.relation === "practitioner"
      : names.includes(person.name),
  );
  const known =
    names === undefined || names.every((name) => inShot.some((one) => one.name === name));
  return newClipSchema.safeParse({
    title: options.title ?? `Clip ${cycle.number}.${cycle.clips.length + 1}`,
    initiative: options.initiative ?? initiativeToCome,
    description: "",
    peopleInShot: known ? inShot.map(({ personId }) => personId) : [],
  });
}

async function findGuider({ stores, options }: Job): Promise<Account | null> {
  if (options.guider === undefined) return stores.accounts.first();
  const account = await stores.accounts.findByName(options.guider);
  return account?.role === "guider" ? account : null;
}

function say(job: Job, sentence: string): number {
  job.say(sentence);
  return refused;
}
