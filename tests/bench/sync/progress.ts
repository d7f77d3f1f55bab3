import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { projectRoot } from "#tests/helpers/project-root.ts";

/** One line about how it goes, to stderr, with the seconds since the start. */
export function note(words: string): void {
  process.stderr.write(`[${Math.round(performance.now() / 1000)} s] ${words}\n`);
}

const placeOf = (name: string) => join(projectRoot, "test-results", "bench", `${name}.json`);

/** Keeps what was found so far in test-results/bench, so that a broken run has not been in vain. */
export function keepResults(name: string, results: unknown): void {
  mkdirSync(dirname(placeOf(name)), { recursive: true });
  writeFileSync(placeOf(name), `${JSON.stringify(results, null, 1)}\n`);
}

/** What an earlier run kept, for one that measures only some of it again; null when there is nothing. */
export function keptResults(name: string): unknown {
  if (!existsSync(placeOf(name))) return null;
  const endless = (_key: string, value: unknown) => (value === null ? Infinity : value); // JSON has no other way
  return JSON.parse(readFileSync(placeOf(name), "utf8"), endless);
}
