import { launchBrowser } from "#tests/helpers/browser.ts";
import { seededRandom } from "#tests/helpers/simulator/seeded-random.ts";
import { openCuttingPage } from "./cut-page-host.ts";
import { drawCut, filmsInTurn, runCut } from "./cut-rounds.ts";
import { createProgress, readTrialOptions } from "./trial-options.ts";

// `npm run trial:cuts`: two hundred cuts by chance over all kinds of films; not one may hold a picture or a
// sound of what lies outside it.

/** Runs it with the words of the command line; answers the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const { count, seed } = readTrialOptions(args, { count: 200, seed: Date.now() % 1_000_000 });
  const random = seededRandom(seed);
  const progress = createProgress(count);
  const browser = await launchBrowser();
  const page = await openCuttingPage(await browser.newPage());
  let [pictures, soundOffMs, pictureOffMs, faulty] = [0, 0, 0, 0];
  try {
    for (let n = 0; n < count; n += 1) {
      const round = drawCut(filmsInTurn[n % filmsInTurn.length] ?? "bFrames", random);
      const found = await runCut(page, round);
      pictures += found.pictures;
      soundOffMs = Math.max(soundOffMs, found.soundOffMs);
      pictureOffMs = Math.max(pictureOffMs, found.pictureOffMs);
      if (found.faults.length > 0) {
        faulty += 1;
        process.stdout.write(`cut ${n}: ${JSON.stringify(round)}: ${found.faults.join("; ")}\n`);
      }
      progress(n + 1, `${faulty} at fault`);
    }
  } finally {
    await page.close();
    await browser.close();
  }
  process.stdout.write(
    `Seed ${seed}: ${count} cuts, ${pictures} pictures; sound at most ${soundOffMs.toFixed(1)} ms and pictures ` +
      `at most ${pictureOffMs.toFixed(2)} ms off; ${faulty} cuts at fault.\n`,
  );
  return faulty === 0 ? 0 : 1;
}
