import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureBrowser, noBrowserAdvice } from "./setup/ensure-browser.mjs";
import { ensureBuilt } from "./setup/ensure-built.mjs";
import { ensureCallWorker } from "./setup/ensure-call-worker.mjs";
import { ensureEngines } from "./setup/ensure-engines.mjs";
import { ensureInstalled } from "./setup/ensure-installed.mjs";
import { ensureNode } from "./setup/ensure-node.mjs";
import { runInPlace } from "./setup/run.mjs";
import { SetupRefusal, say } from "./setup/say.mjs";

// What `npm start`, `npm test`, `npm run demo` and `npm run sameframe` all begin with. It needs
// nothing but Node, does only what is missing, and says in one line each what it does.

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const commands = {
  start: (args) => runInPlace(["dist/server/main.js", ...args], root),
  demo: (args) => runInPlace(["scripts/demo.mjs", ...args], root),
  sameframe: (args) => runInPlace(["dist/server/cli.js", ...args], root),
  screenshots: async (args) => {
    const browser = await ensureBrowser(root);
    if (browser === null) throw new SetupRefusal(noBrowserAdvice);
    return runInPlace(["scripts/take-screenshots.mjs", ...args], root, { CHROMIUM_PATH: browser });
  },
  test: async (args) => {
    const browser = await ensureBrowser(root);
    if (browser === null) say(noBrowserAdvice);
    else ensureEngines(root);
    return runInPlace(["scripts/run-tests.mjs", ...args], root, {
      CHROMIUM_PATH: browser ?? "",
      MEDIASOUP_WORKER_BIN: ensureCallWorker(root) ?? "",
    });
  },
};

async function main([name = "", ...rest]) {
  const command = commands[name];
  if (command === undefined) {
    throw new SetupRefusal(`Say what to do: ${Object.keys(commands).join(", ")}.`);
  }
  ensureNode();
  ensureInstalled(root);
  ensureBuilt(root);
  return command(rest[0] === "--" ? rest.slice(1) : rest);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof SetupRefusal)) throw error;
  say(error.message);
  process.exitCode = 1;
}
