import { describe, searchHostile } from "./hostile-search.ts";
import { readTrialOptions } from "./trial-options.ts";

// `npm run trial:hostile`: a hundred thousand adversarial frames, mutated and constructed.

const limitMs = 50;

/** Runs it with the words of the command line; answers the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const options = readTrialOptions(args, { count: 100_000, seed: Date.now() % 1_000_000 });
  const { frames, refused, crashes, worst } = await searchHostile(options.count, options.seed);
  process.stdout.write(
    `Seed ${options.seed}: ${frames} frames, ${refused} senders closed, ${crashes.length} crashes.\n`,
  );
  for (const crash of crashes.slice(0, 20)) process.stdout.write(`crash: ${crash}\n`);
  for (const each of worst) process.stdout.write(`${describe(each)}\n`);
  const dearest = worst[0]?.cpuMs ?? Infinity;
  return crashes.length === 0 && dearest <= limitMs ? 0 : 1;
}
