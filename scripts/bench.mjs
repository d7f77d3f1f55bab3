import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureBuilt } from "./setup/ensure-built.mjs";
import { ensureInstalled } from "./setup/ensure-installed.mjs";

// `npm run bench:NAME`: the benchmarks of tests/bench, on the built product. Each takes `--quick`.

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [name = "", ...args] = process.argv.slice(2);

ensureInstalled(root);
ensureBuilt(root);
process.env.SAMEFRAME_BUILT = "1"; // a benchmark runs what was built when it began
const { runnerImport } = await import("vite");
const folder = ["board", "call", "clips", "typing"].includes(name) ? name : "sync";
const { module } = await runnerImport(`./tests/bench/${folder}/bench-${name}.ts`, {
  logLevel: "warn",
});
process.exitCode = await module.run(args);
process.exit();
