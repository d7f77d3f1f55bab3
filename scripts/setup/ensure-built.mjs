import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { runStep } from "./run.mjs";
import { SetupRefusal, say } from "./say.mjs";

const builtFrom = [
  "client",
  "server",
  "shared",
  "package-lock.json",
  "tsconfig.json",
  "vite.config.ts",
];

function filesUnder(path) {
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

function fingerprintOf(root) {
  const hash = createHash("sha256");
  for (const name of builtFrom) {
    const path = join(root, name);
    if (!existsSync(path)) continue;
    const files = name.includes(".") ? [path] : filesUnder(path).sort();
    for (const file of files) {
      hash
        .update(`${file.slice(root.length)}\0`)
        .update(readFileSync(file))
        .update("\0");
    }
  }
  return hash.digest("hex");
}

/**
 * Builds page and server, one after the other, as people get them: a test that asks has another NODE_ENV,
 * and with it would get the slow React for developers. True when both went well.
 */
function build(root) {
  const vite = join(root, "node_modules", "vite", "bin", "vite.js");
  const args = [vite, "build", "--logLevel", "warn"];
  const run = (...more) =>
    runStep(process.execPath, [...args, ...more], root, { NODE_ENV: "production" });
  return run() && run("--ssr");
}

const abandonedAfterMs = 120_000;

/** One build at a time: whoever comes second waits, unless the first was plainly abandoned. */
function holdingTheLock(root, work) {
  const lock = join(root, "dist", ".building");
  mkdirSync(join(root, "dist"), { recursive: true });
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      const taken = statSync(lock, { throwIfNoEntry: false });
      const isAbandoned = taken !== undefined && Date.now() - taken.mtimeMs > abandonedAfterMs;
      if (isAbandoned) rmSync(lock, { recursive: true, force: true });
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
    }
  }
  try {
    return work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/** Builds into `dist/`, and only when a source changed since the last build. True when it did build. */
export function ensureBuilt(root, runBuild = build) {
  const stamp = join(root, "dist", ".built");
  const isCurrent = (fingerprint) =>
    existsSync(stamp) && readFileSync(stamp, "utf8") === fingerprint;
  if (isCurrent(fingerprintOf(root))) return false;
  return holdingTheLock(root, () => {
    const fingerprint = fingerprintOf(root);
    if (isCurrent(fingerprint)) return false;
    say("Building the page and the server.");
    rmSync(stamp, { force: true });
    if (!runBuild(root)) {
      throw new SetupRefusal(
        "The page or the server could not be built: the lines above say which file, mend it and try again.",
      );
    }
    writeFileSync(stamp, fingerprint);
    return true;
  });
}
