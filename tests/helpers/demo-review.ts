import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startBuiltServer } from "#tests/helpers/built-server.ts";
import { copyDemo, preparedDemo } from "#tests/helpers/prepared-demo.ts";
import type { DemoLinks } from "#tests/helpers/prepared-demo.ts";

/** The demo on a server in a process of its own, and that server's power switch. */
export interface DemoReview extends DemoLinks {
  readonly port: number;
  /** Kills the serving process as a power cut would; resolves when it is gone. */
  readonly kill9: () => Promise<void>;
  /** Starts a server on the same port and data, its demo links still open; resolves when it listens. */
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Starts the demo on a free port with these clips (the drawn ones when none are named) and settings. */
export async function startDemoReview(
  clips: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Promise<DemoReview> {
  const prepared = await preparedDemo(clips);
  const folder = await mkdtemp(join(tmpdir(), "sameframe-demo-review-"));
  const port = await freePort();
  const dataDir = join(folder, "data");
  const links = await copyDemo(prepared, dataDir, port);
  const [secret = ""] = new URL(links.guider).hash.slice(1).split(".");
  const server = await startBuiltServer({
    port,
    dataDir,
    environment: { ...environment, DEMO_SECRET: secret },
  });

  return {
    ...links,
    dataDir,
    port,
    get pid() {
      return server.pid();
    },
    kill9: server.kill9,
    restart: server.restart,
    stop: async () => {
      await server.stop();
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
