import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  addUp,
  closingLine,
  nothingRan,
  tallyOfPlaywright,
  tallyOfVitest,
  titlesOfPlaywright,
} from "./run-tests/tally.mjs";

// Runs everything there is and ends with one line, `N passed, N failed`. `--with-checks` adds types,
// lint and format, each counted as one test more. `setup.mjs test` calls it with a browser in hand.

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const results = join(root, "test-results");
const hasBrowser = (process.env.CHROMIUM_PATH ?? "") !== "";
const mayLackBrowser = process.env.ALLOW_NO_BROWSER === "1";

function runTool(tool, args, { environment = {}, stdout = "inherit" } = {}) {
  const done = spawnSync(process.execPath, [join(root, "node_modules", tool), ...args], {
    cwd: root,
    // What is tested here is what setup built a moment ago.
    env: { ...process.env, SAMEFRAME_BUILT: "1", ...environment },
    stdio: ["ignore", stdout, "inherit"],
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  return { exitCode: done.status ?? 1, stdout: done.stdout ?? "" };
}

function readReport(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : null;
}

function runChecks() {
  const checks = [
    ["types", "typescript/bin/tsc", ["--noEmit"]],
    ["lint", "oxlint/bin/oxlint", ["--type-aware"]],
    ["format", "oxfmt/bin/oxfmt", ["--check", "."]],
  ];
  return checks.map(([name, tool, args]) => {
    console.log(`\n== ${name}`);
    const isWell = runTool(tool, args).exitCode === 0;
    console.log(`${name}: ${isWell ? "passed" : "failed"}`);
    return isWell ? { ...nothingRan, passed: 1 } : { ...nothingRan, failed: 1 };
  });
}

function runVitest() {
  console.log("\n== tests of the parts (vitest)");
  const path = join(results, "vitest.json");
  const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${path}`];
  const { exitCode } = runTool("vitest/vitest.mjs", args);
  return tallyOfVitest(readReport(path), exitCode);
}

function runPlaywright() {
  console.log("\n== tests in real browsers (Playwright)");
  const path = join(results, "playwright.json");
  const environment = { PLAYWRIGHT_JSON_OUTPUT_FILE: path };
  const args = ["test", "--reporter=list,json"];
  const { exitCode } = runTool("@playwright/test/cli.js", args, { environment });
  return tallyOfPlaywright(readReport(path), exitCode);
}

/** Without a browser: names what did not run, and counts it as skipped. */
function listBrowserTests() {
  console.log("\n== not run, because there is no browser");
  const args = ["test", "--list", "--reporter=json"];
  const { stdout } = runTool("@playwright/test/cli.js", args, { stdout: "pipe" });
  const titles = titlesOfPlaywright(JSON.parse(stdout));
  for (const title of titles) console.log(`not run: ${title}`);
  return { ...nothingRan, skipped: titles.length };
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const tallies = [
  ...(process.argv.includes("--with-checks") ? runChecks() : []),
  runVitest(),
  hasBrowser ? runPlaywright() : listBrowserTests(),
];
const sum = addUp(tallies);
console.log(`\n${closingLine(sum)}`);
process.exitCode = sum.failed > 0 || (!hasBrowser && !mayLackBrowser) ? 1 : 0;
