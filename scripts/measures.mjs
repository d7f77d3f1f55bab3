import { runnerImport } from "vite";

// `npm run measures`: the figures of ARCHITECTURE.md, and an exit code that says whether all hold.

const { module } = await runnerImport("./tests/bench/measures.ts", { logLevel: "warn" });
const measures = module.takeMeasures();
for (const { name, value, aim, holds } of measures) {
  console.log(`${holds ? "holds" : "MISSED"}  ${name}: ${value} (aim: ${aim})`);
}
process.exitCode = measures.every(({ holds }) => holds) ? 0 : 1;
