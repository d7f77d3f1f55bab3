import { writeLegitimately } from "./legitimate-edits.ts";
import { readTrialOptions } from "./trial-options.ts";

// `npm run trial:legitimate`: a million updates of real editing; not one may be refused.

/** Runs it with the words of the command line; answers the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const options = readTrialOptions(args, { count: 1_000_000, seed: Date.now() % 1_000_000 });
  const found = await writeLegitimately(options.count, options.seed);
  process.stdout.write(
    `Seed ${options.seed}: ${found.updates} updates on ${found.boards} boards, ${found.answers} of them after ` +
      `a time away; ${found.refusals.length} refused, ${found.apart} boards apart.\n`,
  );
  for (const words of found.refusals.slice(0, 20)) process.stdout.write(`refused: ${words}\n`);
  return found.refusals.length + found.apart === 0 ? 0 : 1;
}
