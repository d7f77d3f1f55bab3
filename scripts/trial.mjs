import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureBuilt } from "./setup/ensure-built.mjs";
import { ensureInstalled } from "./setup/ensure-installed.mjs";

// `npm run trial:NAME`: the long form of a trial whose short form is a test. Each takes `-- --count N`,
// and `--seed N` where chance is in it.

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [name = "", ...args] = process.argv.slice(2);

ensureInstalled(root);
if (name === "kill") {
  ensureBuilt(root);
  process.env.SAMEFRAME_BUILT = "1"; // a trial runs what was built when it began
}
const { runnerImport } = await import("vite");
const { module } = await runnerImport(`./tests/trials/${name}-trial.ts`, { logLevel: "warn" });
process.exitCode = await module.run(args);
process.exit();
