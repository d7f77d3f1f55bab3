import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  addUp,
  closingLine,
  nothingRan,
  skippedOfPlaywright,
  tallyOfPlaywright,
  tallyOfVitest,
  titlesOfPlaywright,
} from "./run-tests/tally.mjs";
import { runTool } from "./run-tests/run-tool.mjs";

// Runs everything there is and ends with one line, `N passed, N failed`. `--with-checks` adds types,
// lint and format, each counted as one test more. `setup.mjs test` calls it with a browser in hand.

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const results = join(root, "test-results");
const hasBrowser = (process.env.CHROMIUM_PATH ?? "") !== "";
const mayLackBrowser = process.env.ALLOW_NO_BROWSER === "1";

const checkMs = 60_000;
const vitestMs = 12 * 60_000;
const playwrightMs = 30 * 60_000;

function readReport(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : null;
}

async function runChecks() {
  const checks = [
    ["types", "typescript/bin/tsc", ["--noEmit"]],
    ["lint", "oxlint/bin/oxlint", ["--type-aware"]],
    ["format", "oxfmt/bin/oxfmt", ["--check", "."]],
  ];
  const tallies = [];
  for (const [name, tool, args] of checks) {
    console.log(`\n== ${name}`);
    const { exitCode } = await runTool(root, tool, args, { mostMs: checkMs });
    console.log(`${name}: ${exitCode === 0 ? "passed" : "failed"}`);
    tallies.push({ ...nothingRan, [exitCode === 0 ? "passed" : "failed"]: 1 });
  }
  return tallies;
}

async function runVitest() {
  console.log("\n== tests of the parts (vitest)");
  const path = join(results, "vitest.json");
  const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${path}`];
  const { exitCode } = await runTool(root, "vitest/vitest.mjs", args, { mostMs: vitestMs });
  return tallyOfVitest(readReport(path), exitCode);
}

/** The projects of playwright.config.ts, one after the other: what is timed has the machine to itself. */
async function runPlaywright(project, workers) {
  console.log(`\n== tests in real browsers (Playwright, ${project})`);
  const path = join(results, `playwright-${project}.json`);
  const { exitCode } = await runTool(
    root,
    "@playwright/test/cli.js",
    ["test", `--project=${project}`, `--workers=${workers}`, "--reporter=list,json"],
    { environment: { PLAYWRIGHT_JSON_OUTPUT_FILE: path }, mostMs: playwrightMs },
  );
  const report = readReport(path);
  for (const title of skippedOfPlaywright(report)) console.log(`not run: ${title}`);
  return tallyOfPlaywright(report, exitCode);
}

/** Without a browser: names what did not run, and counts it as skipped. */
async function listBrowserTests() {
  console.log("\n== not run, because there is no browser");
  const args = ["test", "--list", "--reporter=json"];
  const { stdout } = await runTool(root, "@playwright/test/cli.js", args, {
    isRead: true,
    mostMs: checkMs,
  });
  const titles = titlesOfPlaywright(JSON.parse(stdout));
  for (const title of titles) console.log(`not run: ${title}`);
  return { ...nothingRan, skipped: titles.length };
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const tallies = [
  ...(process.argv.includes("--with-checks") ? await runChecks() : []),
  await runVitest(),
  ...(hasBrowser
    ? [await runPlaywright("beside", 2), await runPlaywright("alone", 1)]
    : [await listBrowserTests()]),
];
const sum = addUp(tallies);
console.log(`\n${closingLine(sum)}`);
process.exitCode = sum.failed > 0 || (!hasBrowser && !mayLackBrowser) ? 1 : 0;
