import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { runTool } from "./run-tests/run-tool.mjs";
import { ensureInstalled } from "./setup/ensure-installed.mjs";

// `npm run trial:writing -- --runs 1000 --rounds 50`: at length what two tests do in short. So many runs
// of two to four writers on made-up ways, and so many rounds of two typists over cut lines.

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "1000" },
    rounds: { type: "string", default: "50" },
  },
});

ensureInstalled(root);
const tests = ["tests/property/writers.test.ts", "tests/property/two-typists.test.ts"];
const { exitCode } = await runTool(
  root,
  "vitest/vitest.mjs",
  ["run", "--testTimeout=1200000", ...tests],
  { environment: { RUNS: values.runs, ROUNDS: values.rounds }, mostMs: 60 * 60_000 },
);
process.exitCode = exitCode;
