import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Visitor } from "vite";
import { httpApi } from "#shared/protocol/http-api.ts";
import { importFaults } from "#tests/architecture/check-imports.ts";
import { findCycles } from "#tests/architecture/find-cycles.ts";
import { impurities } from "#tests/architecture/impurities.ts";
import { readRules } from "#tests/architecture/read-rules.ts";
import { readTestTitles } from "#tests/architecture/read-test-titles.ts";
import { runtimePackages } from "#tests/architecture/runtime-packages.ts";
import { readSourceFiles } from "#tests/architecture/source-files.ts";
import type { SourceFile } from "#tests/architecture/source-files.ts";
import { undocumentedExports } from "#tests/architecture/undocumented-exports.ts";
import { projectRoot } from "#tests/helpers/project-root.ts";

interface Measure {
  readonly name: string;
  readonly value: number;
  readonly aim: string;
  readonly holds: boolean;
}

const atMost = (name: string, value: number, most: number): Measure => ({
  name,
  value,
  aim: most === 0 ? "0" : `at most ${most}`,
  holds: value <= most,
});
const atLeast = (name: string, value: number, least: number): Measure => ({
  name,
  value,
  aim: `at least ${least}`,
  holds: value >= least,
});

/** Lines that hold code: without blank ones and comments. */
function codeLines({ source, comments }: SourceFile): number {
  const bare = comments.reduceRight(
    (text, { start, end }) => text.slice(0, start) + text.slice(end),
    source,
  );
  return bare.split("\n").filter((line) => line.trim() !== "").length;
}

function anyCount({ program }: SourceFile): number {
  let count = 0;
  new Visitor({
    TSAnyKeyword: () => {
      count += 1;
    },
  }).visit(program);
  return count;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
const median = (numbers: readonly number[]) =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

function testRatio(files: readonly SourceFile[], folder: string): Measure {
  const lines = (start: string) =>
    sum(files.filter(({ path }) => path.startsWith(start)).map(codeLines));
  const ratio = lines(`tests/${folder}/`) / Math.max(1, lines(`${folder}/`));
  return atLeast(`test lines for each line of ${folder}/`, Math.round(ratio * 100) / 100, 1);
}

function unprovedRules(files: readonly SourceFile[]): number {
  const titles = files
    .filter(({ path }) => /\.test\.tsx?$/.test(path))
    .flatMap(readTestTitles)
    .join("\n");
  const rules = readRules(readFileSync(join(projectRoot, "RULES.md"), "utf8"));
  return rules.filter(({ id }) => !titles.includes(`[${id}]`)).length;
}

/** The measures of ARCHITECTURE.md, taken from the sources as they are now. */
export function takeMeasures(): Measure[] {
  const files = readSourceFiles();
  const product = files.filter(({ path }) => !path.startsWith("tests/"));
  const shared = files.filter(({ path }) => path.startsWith("shared/"));
  const lengths = product.map(codeLines);
  const graph = new Map(
    files.map(({ path, imports }) => [path, imports.flatMap(({ file }) => file ?? [])]),
  );
  const lockText = readFileSync(join(projectRoot, "package-lock.json"), "utf8");
  return [
    atLeast("files of the product", product.length, 1),
    atLeast("lines of code of the product", sum(lengths), 1),
    atLeast("routes", Object.keys(httpApi).length, 1),
    atMost("median file, in lines of code", median(lengths), 80),
    atMost("files over 250 lines of code", lengths.filter((length) => length > 250).length, 0),
    atMost("cycles", findCycles(graph).length, 0),
    atMost("boundary faults", files.flatMap(importFaults).length, 0),
    atMost("any", sum(files.map(anyCount)), 0),
    atMost("exports without a docstring", product.flatMap(undocumentedExports).length, 0),
    atMost("rules without a test", unprovedRules(files), 0),
    atMost("clock reads and other impurities in shared/", shared.flatMap(impurities).length, 0),
    testRatio(files, "shared"),
    testRatio(files, "server"),
    atMost("runtime packages", runtimePackages(lockText).length, 200),
  ];
}
