import type { Logger } from "pino";
import type { types } from "mediasoup";
import type { Mediasoup } from "./load-mediasoup.ts";
import type { RouterAddress } from "./router-settings.ts";

/** The worker runs, and the router's address or port is not to be had. */
export class CannotListen extends Error {}

/** A worker and the one server all its transports listen through. */
export interface RunningWorker {
  readonly worker: types.Worker;
  readonly webRtcServer: types.WebRtcServer;
}

/** One worker, started again by itself whenever it dies. */
export interface RouterWorker {
  /** For the first time; throws when it cannot be started, and is then not tried again. */
  start(): Promise<RunningWorker>;
  /** As it runs, or once it runs again; null when that takes too long. */
  running(): Promise<RunningWorker | null>;
  close(): void;
}

/** How soon a worker that died is started again, and how long the next wait is at most. */
const firstRestartMs = 100;
const longestRestartMs = 30_000;
/** A worker that has lived this long did not die of its start. */
const steadyAfterMs = 10_000;
/** A call waits this long for a worker that is being started. */
const waitForWorkerMs = 3_000;

/** `port` 0: a free one, another after each start. */
export function createRouterWorker(parts: {
  readonly mediasoup: Mediasoup;
  readonly address: RouterAddress;
  readonly port: number;
  readonly log: Pick<Logger, "warn" | "error">;
}): RouterWorker {
  const { mediasoup, log } = parts;
  let now: RunningWorker | null = null;
  let isClosed = false;
  let restartMs = firstRestartMs;
  let timer: NodeJS.Timeout | undefined;
  const waiting = new Set<(running: RunningWorker | null) => void>();

  async function start(): Promise<RunningWorker> {
    const worker = await mediasoup.createWorker({ logLevel: "error" });
    try {
      const webRtcServer = await worker
        .createWebRtcServer({ listenInfos: listenInfos(parts) })
        .catch((error: unknown) => {
          throw new CannotListen(wordsOf(error));
        });
      if (isClosed) throw new Error("closed while a worker was being started");
      watch(worker);
      now = { worker, webRtcServer };
      return now;
    } catch (error) {
      worker.close();
      throw error;
    }
  }

  function watch(worker: types.Worker): void {
    const steady = setTimeout(() => {
      restartMs = firstRestartMs;
    }, steadyAfterMs).unref();
    worker.once("died", () => {
      clearTimeout(steady);
      now = null;
      log.warn({ workerPid: worker.pid }, "a call's worker died and is started again");
      startAgainSoon();
    });
  }

  function startAgainSoon(): void {
    timer = setTimeout(() => void startAgain(), restartMs);
    restartMs = Math.min(longestRestartMs, restartMs * 2);
  }

  async function startAgain(): Promise<void> {
    try {
      const running = await start();
      for (const go of waiting) go(running);
    } catch (error) {
      if (isClosed) return;
      log.error({ error: wordsOf(error) }, "a call's worker could not be started again");
      startAgainSoon();
    }
  }

  return {
    start,
    async running() {
      if (now !== null || isClosed) return now;
      return await new Promise((resolve) => {
        const go = (running: RunningWorker | null) => {
          clearTimeout(impatience);
          waiting.delete(go);
          resolve(running);
        };
        const impatience = setTimeout(() => go(null), waitForWorkerMs);
        waiting.add(go);
      });
    },
    close() {
      isClosed = true;
      clearTimeout(timer);
      for (const go of waiting) go(null);
      now?.worker.close();
      now = null;
    },
  };
}

/** The same port for UDP and TCP, so that a firewall needs one rule. */
function listenInfos(parts: {
  readonly address: RouterAddress;
  readonly port: number;
}): types.TransportListenInfo[] {
  const { listen, announced } = parts.address;
  return (["udp", "tcp"] as const).map((protocol) => ({
    protocol,
    ip: listen,
    ...(announced === listen ? {} : { announcedAddress: announced }),
    ...(parts.port === 0 ? {} : { port: parts.port }),
  }));
}

/** What went wrong, for the log: mediasoup's words name an address, a port or a process and nobody. */
export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : typeof error;
}
