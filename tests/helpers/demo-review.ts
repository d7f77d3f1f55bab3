import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";
import { startBuiltServer } from "#tests/helpers/built-server.ts";
import { projectRoot } from "#tests/helpers/project-root.ts";

const linksSchema = z.strictObject({
  url: z.url(),
  guider: z.url(),
  practitioner: z.url(),
  supervisor: z.url(),
  dataDir: z.string(),
  pid: z.int(),
});

/** The demo as `npm run demo -- --json` gives it, in a process of its own, and the power switch of its server. */
export interface DemoReview extends z.infer<typeof linksSchema> {
  readonly port: number;
  /** Kills the serving process as a power cut would; resolves when it is gone. */
  readonly kill9: () => Promise<void>;
  /** Starts a server on the same port and data, its demo links still open; resolves when it listens. */
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const startTimeoutMs = 60_000;

/** Starts the demo on a free port with these clips (the drawn ones when none are named) and settings. */
export async function startDemoReview(
  clips: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Promise<DemoReview> {
  const folder = await mkdtemp(join(tmpdir(), "sameframe-demo-review-"));
  const port = await freePort();
  const dataDir = join(folder, "data");
  const options = ["--json", "--port", String(port), "--data", dataDir];
  const demo = spawn(
    process.execPath,
    ["scripts/demo.mjs", ...options, ...clips.flatMap((clip) => ["--clip", clip])],
    {
      cwd: projectRoot,
      env: { ...process.env, ...environment },
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  const gone = once(demo, "exit");
  const line: unknown = await Promise.race([
    once(createInterface({ input: demo.stdout }), "line", {
      signal: AbortSignal.timeout(startTimeoutMs),
    }).then((heard: unknown[]) => heard[0]),
    gone.then(() => {
      throw new Error("The demo ended before it was ready.");
    }),
  ]);
  const links = linksSchema.parse(JSON.parse(String(line)));
  let again: Awaited<ReturnType<typeof startBuiltServer>> | null = null;

  return {
    ...links,
    port,
    kill9: async () => {
      if (again !== null) return again.kill9();
      process.kill(links.pid, "SIGKILL");
      await gone;
    },
    restart: async () => {
      const [secret = ""] = new URL(links.guider).hash.slice(1).split(".");
      again = await startBuiltServer({
        port,
        dataDir,
        environment: { ...environment, DEMO_SECRET: secret },
      });
    },
    stop: async () => {
      await again?.stop();
      demo.kill("SIGTERM");
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo; // it listens on a port
  probe.close();
  await once(probe, "close");
  return port;
}
