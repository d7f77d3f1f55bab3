import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { setUp } from "./demo/begin-journey.mjs";
import { fillFirstCycle } from "./demo/fill-first-cycle.mjs";
import { fillWholeJourney } from "./demo/fill-whole-journey.mjs";
import { scenarios } from "./demo/scenarios.mjs";
import { createVisitor } from "./demo/visitor.mjs";
import { inviteAll } from "./demo/way-in.mjs";

/**
 * A throw-away SameFrame with the demo journey in it. Everything in it was put there by the same
 * commands a person's browser sends; the data folder is removed at the end unless `--data` names one.
 */
const { values: options } = parseArgs({
  options: {
    port: { type: "string", default: "0" },
    host: { type: "string" },
    scenario: { type: "string", default: "a" },
    cycle: { type: "string" },
    clip: { type: "string", multiple: true },
    data: { type: "string" },
    json: { type: "boolean", default: false },
  },
});
const say = (line) => (options.json ? process.stderr : process.stdout).write(`${line}\n`);

const scenario = Object.hasOwn(scenarios, options.scenario) ? scenarios[options.scenario] : null;
if (scenario === null || (options.cycle !== undefined && options.cycle !== "1")) {
  say(
    "Say --scenario a, --scenario b or --scenario empty; add --cycle 1 for its first review alone.",
  );
  process.exit(1);
}

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
  const guider = createVisitor(url);
  await setUp(guider, scenario, setUpSecret, randomBytes(18).toString("base64url"));
  const filled = await fill(guider, url);

  const [forGuider, forPractitioner, forSupervisor] = await origins(url, port);
  const link = (origin, path, secret) => (secret ? `${origin}${path}#${secret}` : null);
  const links = {
    url: forGuider,
    guider: link(forGuider, "/demo", filled === null ? secret : `${secret}.${filled.reviewId}`),
    practitioner: link(forPractitioner, "/j", filled?.practitioner),
    supervisor: link(forSupervisor, "/j", filled?.supervisor),
    own: link(forPractitioner, "/own/open", filled?.own),
    held: link(forSupervisor, "/held", filled?.held),
    summary: filled?.summary ? `${forSupervisor}/summary/${filled.summary}` : null,
    dataDir,
    pid: server.pid,
  };
  if (options.json) process.stdout.write(`${JSON.stringify(links)}\n`);
  else present(links);
} catch (error) {
  say(`The demo could not start. ${error instanceof Error ? error.message : error}`);
  server.kill("SIGTERM");
}

/** What was asked for: nothing, the first review alone, or all of it up to the last review. */
async function fill(guider, url) {
  if (scenario.journey === null) return null;
  const people = {
    guider,
    practitioner: createVisitor(url),
    supervisor: createVisitor(url),
  };
  const filled =
    options.cycle === undefined && options.clip === undefined
      ? await fillWholeJourney(people, scenario)
      : await fillFirstCycle(guider, scenario, options.clip);
  return { ...filled, ...(await inviteAll(guider, scenario, filled.reviewId)) };
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

function present(links) {
  const { guider: guiderName, supervisor, journey, summary } = scenario;
  const { practitionerName, childName } = journey ?? {};
  const all = [
    [`${guiderName}, the guider`, links.guider],
    [`${practitionerName}, the practitioner`, links.practitioner],
    [`${practitionerName}'s own place`, links.own],
    [`${supervisor}, the supervisor`, links.supervisor],
    [`${scenario.linkFor}: what is held`, links.held],
    [`For ${summary.forWhom}: strengths`, links.summary],
  ].filter(([, address]) => address !== null);
  const width = Math.max(...all.map(([who]) => who.length));
  const lines = all.map(([who, address], n) => `  ${n + 1}  ${who.padEnd(width)}  ${address}`);
  const how =
    options.host === undefined
      ? "The links work side by side in one browser."
      : "Open each link in a browser profile of its own: at one address they would share a cookie.";
  const what =
    journey === null
      ? `A house with no journey in it yet; ${guiderName} is its guider.`
      : `The demo journey is ready: ${guiderName}, ${practitionerName} and ${childName}, ${links.summary === null ? "the first review" : "three cycles and the last review, which is open now"}.\n${how}`;
  const next = journey === null ? "" : `Open 1, then 2, and let ${practitionerName} in. `;
  say(`
${what}

${lines.join("\n")}

${next}Ctrl+C ends the demo${throwAway ? " and removes everything in it" : ""}.
`);
}
