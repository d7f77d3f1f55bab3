import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { createVisitor } from "./demo/api.mjs";
import { fillBoard } from "./demo/fill-board.mjs";
import { fillJourney } from "./demo/fill-journey.mjs";
import { scenario } from "./demo/scenario.mjs";

/**
 * A throw-away SameFrame with the demo journey in it. Everything in it was put there by the same
 * commands a person's browser sends; the data folder is removed at the end unless `--data` names one.
 */
const { values: options } = parseArgs({
  options: {
    port: { type: "string", default: "0" },
    host: { type: "string" },
    clip: { type: "string", multiple: true },
    data: { type: "string" },
    json: { type: "boolean", default: false },
  },
});
const say = (line) => (options.json ? process.stderr : process.stdout).write(`${line}\n`);

const loopback = ["localhost", "127.0.0.1", "127.0.0.2", "::1"];
if (options.host !== undefined && !loopback.includes(options.host) && !process.env.PUBLIC_URL) {
  say(
    `Browsers play and decrypt only on secure pages, so http://${options.host} would not work. Put a proxy with https in front and set PUBLIC_URL, or leave --host out.`,
  );
  process.exit(1);
}

const throwAway = options.data === undefined;
const dataDir = throwAway
  ? join(await mkdtemp(join(tmpdir(), "sameframe-demo-")), "data")
  : resolve(options.data);
const secret = randomBytes(32).toString("base64url");
const server = spawn(process.execPath, ["dist/server/main.js"], {
  env: {
    ...process.env,
    PORT: options.port,
    CALL_PORT: process.env.CALL_PORT ?? "0", // beside a server that runs already
    DATA_DIR: dataDir,
    DEMO_SECRET: secret,
    LOG_LEVEL: process.env.LOG_LEVEL ?? "warn",
    ...(options.host === undefined ? {} : { HOST: options.host }),
  },
  stdio: ["ignore", "pipe", "inherit"],
});
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => server.kill(signal));
server.once("exit", (code) => {
  if (throwAway) rmSync(resolve(dataDir, ".."), { recursive: true, force: true });
  process.exit(code ?? 0);
});

try {
  const { url, setUpSecret } = await readiness();
  if (setUpSecret === undefined) {
    throw new Error("This data folder is in use already. Name an empty one, or leave --data out.");
  }
  const port = new URL(url).port;
  const nadia = createVisitor(url);
  const password = randomBytes(18).toString("base64url");
  const clipFiles = options.clip ?? scenario.clips.map((clip) => clip.file);
  const { reviewId, clipIds, practitioner, supervisor } = await fillJourney(
    nadia,
    setUpSecret,
    password,
    clipFiles,
  );
  await fillBoard(nadia, reviewId, clipIds);

  const [forNadia, forCallum, forHelen] = await origins(url, port);
  const links = {
    url: forNadia,
    guider: `${forNadia}/demo#${secret}.${reviewId}`,
    practitioner: `${forCallum}/j#${practitioner}`,
    supervisor: `${forHelen}/j#${supervisor}`,
    dataDir,
    pid: server.pid,
  };
  if (options.json) process.stdout.write(`${JSON.stringify(links)}\n`);
  else present(links);
} catch (error) {
  say(`The demo could not start. ${error instanceof Error ? error.message : error}`);
  server.kill("SIGTERM");
}

/** Waits for the server's own lines: its address and, on an empty data folder, the set-up link. */
function readiness() {
  return new Promise((resolveReady, reject) => {
    let url;
    let setUpSecret;
    server.once("exit", () => reject(new Error("The server stopped before it was ready.")));
    createInterface({ input: server.stdout }).on("line", (line) => {
      setUpSecret ??= /\/set-up#([A-Za-z0-9_-]{43})/.exec(line)?.[1];
      url ??= /is ready on (\S+)/.exec(line)?.[1];
      if (url !== undefined) resolveReady({ url, setUpSecret });
    });
  });
}

/** One origin a person, so that three cookies live side by side in one browser. */
async function origins(url, port) {
  if (options.host !== undefined) return [url, url, url];
  const hosts = ["localhost", "127.0.0.1", "[::1]", "127.0.0.2"];
  const reachable = [];
  for (const host of hosts) {
    const origin = `http://${host}:${port}`;
    if (
      await fetch(`${origin}/api/session`).then(
        () => true,
        () => false,
      )
    )
      reachable.push(origin);
  }
  return reachable;
}

function present({ guider, practitioner, supervisor }) {
  const how =
    options.host === undefined
      ? "The three links work side by side in one browser."
      : "Open each link in a browser profile of its own: at one address they would share a cookie.";
  say(`
The demo journey is ready: ${scenario.guider} and ${scenario.journey.practitionerName}, cycle 1. ${how}

  1  ${scenario.guider}, the guider      ${guider}
  2  ${scenario.journey.practitionerName}, the practitioner ${practitioner}
  3  ${scenario.supervisor}, the supervisor   ${supervisor}

Open 1, then 2, and let ${scenario.journey.practitionerName} in. Ctrl+C ends the demo${throwAway ? " and removes everything in it" : ""}.
`);
}
