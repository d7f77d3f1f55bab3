import { runnerImport } from "vite";

// `npm run sweep:drift`: two simulated players, many controllers, one table for each scenario.
// `--seeds 10` runs each so often, `--wide` varies one gain at a time, `--only H` picks scenarios.

const valueOf = (name, otherwise) => {
  const at = process.argv.indexOf(name);
  return at === -1 ? otherwise : process.argv[at + 1];
};

const { module } = await runnerImport("./tests/bench/sweep-drift.ts", { logLevel: "warn" });
await module.sweepDrift(
  {
    seeds: Number(valueOf("--seeds", "6")),
    isWide: process.argv.includes("--wide"),
    only: valueOf("--only", ""),
  },
  (line) => console.log(line),
);
