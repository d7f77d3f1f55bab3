import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "#tests/helpers/project-root.ts";

/** One line about how it goes, to stderr, with the seconds since the start. */
export function note(words: string): void {
  process.stderr.write(`[${Math.round(performance.now() / 1000)} s] ${words}\n`);
}

/** Keeps what was found so far in test-results/bench, so that a broken run has not been in vain. */
export function keepResults(name: string, results: unknown): void {
  const folder = join(projectRoot, "test-results", "bench");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(results, null, 1)}\n`);
}
