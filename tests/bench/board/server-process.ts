import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { atTheEnd } from "#tests/bench/sync/closers.ts";
import { bundleForNode } from "#tests/helpers/bundle-for-node.ts";
import { projectRoot } from "#tests/helpers/project-root.ts";

const usageSchema = z.object({
  heapUsed: z.number(),
  external: z.number(),
  rss: z.number(),
  cpuMs: z.number(),
});
/** What a server's process uses: bytes after the garbage was collected, and processor time so far. */
export type Usage = z.infer<typeof usageSchema>;

/** A server in a process of its own, with the probe in it. */
export interface ServerProcess {
  readonly port: number;
  readonly start: () => Promise<void>;
  readonly kill9: () => Promise<void>;
  readonly isAlive: () => boolean;
  /** `heap` collects garbage first. */
  readonly ask: (question: "heap" | "cpu") => Promise<Usage>;
}

/** What is started: a script with its environment, and what it prints when it listens. */
export interface ServerProgram {
  readonly script: string;
  readonly environment: (port: number) => Record<string, string>;
  readonly readyWhen: RegExp;
}

const startMs = 60_000;

/** Prepares a server's process on a free port; it is gone when the benchmark ends. */
export async function prepareServer(program: ServerProgram): Promise<ServerProcess> {
  const probe = await bundleForNode("tests/bench/board/probe.ts");
  const port = await findFreePort();
  let child: ChildProcess | null = null;
  const isAlive = () => child !== null && child.exitCode === null && child.signalCode === null;

  async function kill9(): Promise<void> {
    if (child === null || !isAlive()) return;
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
  }
  atTheEnd(kill9);

  return {
    port,
    isAlive,
    kill9,
    start: async () => {
      child = fork(program.script, [], {
        cwd: projectRoot,
        execArgv: ["--expose-gc", "--import", probe.href],
        env: { ...process.env, ...program.environment(port) },
        stdio: ["ignore", "pipe", "pipe", "ipc"],
      });
      await untilPrinted(child, program.readyWhen);
    },
    ask: async (question) => {
      if (child === null) throw new Error("the server was not started");
      const answer = once(child, "message");
      child.send(question);
      return usageSchema.parse((await answer)[0]);
    },
  };
}

function untilPrinted(child: ChildProcess, wanted: RegExp): Promise<void> {
  return new Promise((resolve, reject) => {
    let printed = "";
    const giveUp = (why: string) => {
      clearTimeout(timer);
      reject(new Error(`the server ${why}: ${printed}`));
    };
    const timer = setTimeout(() => giveUp("was not ready"), startMs);
    const read = (chunk: Buffer) => {
      printed = (printed + chunk.toString()).slice(-4_000);
      if (!wanted.test(printed)) return;
      clearTimeout(timer);
      resolve();
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.once("exit", () => giveUp("ended"));
  });
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port is free");
  return address.port;
}

/** A module of the benchmark's own that runs as a server. */
export const bundledScript = async (entry: string): Promise<string> =>
  fileURLToPath(await bundleForNode(entry));
