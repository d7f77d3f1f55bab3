import { prepareContender } from "#tests/bench/board/contenders.ts";
import { addUpKills, killWhileTyping } from "#tests/bench/board/kill-scene.ts";
import type { KillResult } from "#tests/bench/board/kill-scene.ts";
import { closeAll } from "#tests/bench/sync/closers.ts";
import { seededRandom } from "#tests/helpers/simulator/seeded-random.ts";
import { createProgress, readTrialOptions } from "./trial-options.ts";

// `npm run trial:kill`: the built server, killed 500 times while two people type.

const typeMs = { least: 150, most: 700 };
/** New rooms come in now and then, so that boards of all ages are killed. */
const trialsPerRoom = 20;

/** Runs it with the words of the command line; answers the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const { count, seed } = readTrialOptions(args, { count: 500, seed: Date.now() % 1_000_000 });
  const random = seededRandom(seed);
  const contender = await prepareContender("ours", Math.ceil(count / trialsPerRoom));
  const tellProgress = createProgress(count);
  const results: KillResult[] = [];
  try {
    await contender.server.start();
    while (results.length < count) {
      const room = Math.floor(results.length / trialsPerRoom);
      const lengthMs = typeMs.least + random() * (typeMs.most - typeMs.least);
      results.push(await killWhileTyping(contender, { rooms: [room], typeMs: lengthMs, random }));
      tellProgress(results.length, wordsOf(addUpKills(results)));
    }
  } finally {
    await closeAll();
  }
  const all = addUpKills(results);
  process.stdout.write(`Seed ${seed}: ${results.length} kills. ${wordsOf(all)}\n`);
  const isWell = all.displayedLost + all.acknowledgedLost + all.syncedTooEarly === 0;
  return isWell && all.displayed > count ? 0 : 1;
}

const wordsOf = (all: KillResult): string =>
  `${all.displayedLost} of ${all.displayed} displayed edits lost, ${all.acknowledgedLost} of ` +
  `${all.acknowledged} acknowledged states, ${all.syncedTooEarly} "in sync" too early.`;
