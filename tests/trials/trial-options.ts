import { parseArgs } from "node:util";

/** How long a trial is, and which chances it takes: the same seed is the same trial. */
export interface TrialOptions {
  readonly count: number;
  readonly seed: number;
}

/** Reads `--count` and `--seed` of a trial's command line. Refuses what it does not know. */
export function readTrialOptions(args: readonly string[], otherwise: TrialOptions): TrialOptions {
  const { values } = parseArgs({
    args: [...args],
    options: { count: { type: "string" }, seed: { type: "string" } },
  });
  return {
    count: Number(values.count ?? otherwise.count),
    seed: Number(values.seed ?? otherwise.seed),
  };
}

/** Tells how far a trial is, to stderr: at most `times` lines in all. */
export function createProgress(count: number, times = 20): (done: number, words: string) => void {
  const step = Math.max(1, Math.floor(count / times));
  let next = step;
  return (done, words) => {
    if (done < next) return;
    next = done + step;
    process.stderr.write(
      `[${Math.round(performance.now() / 1000)} s] ${done} of ${count}: ${words}\n`,
    );
  };
}
