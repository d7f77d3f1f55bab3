import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuilt } from "#scripts/setup/ensure-built.mjs";
import { callSettings } from "#tests/helpers/call-worker.ts";
import { projectRoot } from "#tests/helpers/project-root.ts";

/** The server as people run it: a process of its own, built, on its own data folder. */
export interface BuiltServer {
  /** `http://localhost:<port>`, without a slash at its end. */
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
  /** The link of the first start, `null` when none was printed. */
  readonly setUpLink: string | null;
  /** Everything that was printed so far, over all starts. */
  readonly output: () => string;
  readonly pid: () => number;
  /** Kills the process as a power cut would; resolves when it is gone. */
  readonly kill9: () => Promise<void>;
  /** Starts it again on the same port and data (kills it first if it still runs). */
  readonly restart: () => Promise<void>;
  /** Asks it to end, and removes its data folder if it was a temporary one. */
  readonly stop: () => Promise<void>;
}

interface BuiltServerOptions {
  readonly port?: number;
  /** Kept after `stop()`; without it a temporary folder is made. */
  readonly dataDir?: string;
  readonly environment?: Record<string, string>;
}

const readyLine = /SameFrame is ready on (http\S+)/;
const setUpLine = /http\S*\/set-up#\S+/;
const startTimeoutMs = 20_000;
const stopTimeoutMs = 5_000;

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}

async function end(child: ChildProcess, signal: "SIGKILL" | "SIGTERM"): Promise<void> {
  if (!isRunning(child)) return;
  const gone = once(child, "exit");
  child.kill(signal);
  const impatience = setTimeout(() => child.kill("SIGKILL"), stopTimeoutMs);
  await gone;
  clearTimeout(impatience);
}

/** Resolves with what was printed once the ready line is there; rejects with it when it never comes. */
function whenReady(child: ChildProcess, print: (text: string) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = "";
    const giveUp = (why: string) => reject(new Error(`The server ${why}. It printed:\n${printed}`));
    const timer = setTimeout(() => giveUp("was not ready in time"), startTimeoutMs);
    const read = (chunk: Buffer) => {
      print(chunk.toString());
      printed += chunk.toString();
      // The set-up link may come in the line after: wait for the end of that line too.
      if (!/SameFrame is ready on http\S+[^\n]*\n/.test(printed)) return;
      clearTimeout(timer);
      setImmediate(() => resolve(printed));
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.once("error", reject);
    child.once("exit", (code) => {
      clearTimeout(timer);
      giveUp(`ended with code ${code}`);
    });
  });
}

/** Starts the built server on a free port of loopback and resolves when it listens. */
export async function startBuiltServer(options: BuiltServerOptions = {}): Promise<BuiltServer> {
  if (process.env["SAMEFRAME_BUILT"] !== "1") ensureBuilt(projectRoot);
  const folder = options.dataDir ?? (await mkdtemp(join(tmpdir(), "sameframe-")));
  const dataDir = options.dataDir ?? join(folder, "data");
  let output = "";

  async function launch(port: number): Promise<{ child: ChildProcess; printed: string }> {
    const child = spawn(process.execPath, ["dist/server/main.js"], {
      cwd: projectRoot,
      env: {
        ...process.env,
        NODE_ENV: "test",
        LOG_LEVEL: "warn",
        ...callSettings,
        ...options.environment,
        PORT: String(port),
        DATA_DIR: dataDir,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const printed = await whenReady(child, (text) => {
      output += text;
    });
    return { child, printed };
  }

  const first = await launch(options.port ?? 0);
  let child = first.child;
  const port = Number(new URL(readyLine.exec(first.printed)?.[1] ?? "").port);

  return {
    url: `http://localhost:${port}`,
    port,
    dataDir,
    get setUpLink() {
      return setUpLine.exec(output)?.[0] ?? null;
    },
    output: () => output,
    pid: () => child.pid ?? -1,
    kill9: () => end(child, "SIGKILL"),
    restart: async () => {
      await end(child, "SIGKILL");
      child = (await launch(port)).child;
    },
    stop: async () => {
      await end(child, "SIGTERM");
      if (options.dataDir === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}
