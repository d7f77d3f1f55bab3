import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** The demo, with its first review alone unless told otherwise: its links, and `stop()`. */
export async function startDemo(options = ["--cycle", "1"]) {
  const { child, printed } = await start(
    ["scripts/demo.mjs", "--json", ...options],
    {},
    /^\{"url"/,
  );
  return { ...JSON.parse(printed.at(-1)), stop: () => end(child) };
}

/** A server nobody has set up yet: its address, the secret of its set-up link, and `stop()`. */
export async function startEmptyServer() {
  const folder = await mkdtemp(join(tmpdir(), "sameframe-screens-"));
  const settings = { PORT: "0", DATA_DIR: join(folder, "data"), LOG_LEVEL: "warn" };
  const { child, printed } = await start(["dist/server/main.js"], settings, /is ready on http/);
  const all = printed.join("\n");
  return {
    url: /is ready on (\S+)/.exec(all)[1],
    setUpSecret: /\/set-up#(\S+)/.exec(all)[1],
    async stop() {
      await end(child);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Starts a script and waits for its line that says it is ready. */
function start(args, settings, readyLine) {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...settings },
    stdio: ["ignore", "pipe", "inherit"],
  });
  // A walk that stops half-way leaves nothing running.
  process.once("exit", () => child.kill("SIGTERM"));
  const printed = [];
  return new Promise((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`${args[0]} ended with ${code}`)));
    createInterface({ input: child.stdout }).on("line", (line) => {
      printed.push(line);
      if (readyLine.test(line)) resolve({ child, printed });
    });
  });
}

async function end(child) {
  if (child.exitCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  await gone;
}
