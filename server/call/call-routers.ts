import type { Logger } from "pino";
import type { Config } from "#server/config.ts";
import { createCallRouter } from "./call-router.ts";
import type { CallRouter } from "./call-router.ts";
import { loadMediasoup } from "./load-mediasoup.ts";
import { routerAddress } from "./router-settings.ts";
import { createRouterWorker, wordsOf } from "./router-worker.ts";
import type { RunningWorker } from "./router-worker.ts";

/** Where browsers find the routers of all calls: one address, and a port for each worker. */
export interface RouterPlace {
  readonly address: string;
  readonly ports: readonly number[];
}

/** Makes the routers of calls, in workers that are started once and started again when they die. */
export interface CallRouters {
  /** Null: there are no workers, and people talk directly only. */
  readonly place: RouterPlace | null;
  /** A router for one more call, perhaps after a wait for a worker that starts again; null when there is none. */
  open(): Promise<CallRouter | null>;
  close(): void;
}

/** Where no worker is to be had, or none is wanted. */
export const noRouters: CallRouters = { place: null, open: async () => null, close: () => {} };

/** Starts as many workers as were set; where they cannot be started the log says why, and there are none. */
export async function startCallRouters(
  config: Config,
  log: Pick<Logger, "warn" | "error">,
): Promise<CallRouters> {
  if (config.CALL_MODE === "p2p" || config.CALL_MODE === "off") return noRouters;
  const mediasoup = await loadMediasoup(config);
  if (mediasoup === null) return noRouters;
  const address = routerAddress(config);
  const firstPort = config.CALL_PORT;
  const workers = Array.from({ length: config.CALL_WORKERS }, (_, index) =>
    createRouterWorker({ mediasoup, address, log, port: firstPort && firstPort + index }),
  );
  const closeAll = () => workers.forEach((worker) => worker.close());
  let next = 0;

  try {
    const started = await Promise.all(workers.map((worker) => worker.start()));
    const ports = await Promise.all(started.map(portOf));
    return {
      place: { address: address.announced, ports },
      async open() {
        const running = (await workers[next++ % workers.length]?.running()) ?? null;
        return running === null ? null : await openIn(running, log);
      },
      close: closeAll,
    };
  } catch (error) {
    log.warn({ error: wordsOf(error) }, "the call has no router: its worker did not start");
    closeAll();
    return noRouters;
  }
}

async function openIn(
  { worker, webRtcServer }: RunningWorker,
  log: Pick<Logger, "error">,
): Promise<CallRouter | null> {
  try {
    return await createCallRouter(worker, webRtcServer);
  } catch (error) {
    log.error({ error: wordsOf(error) }, "a call's router could not be made"); // its worker just died
    return null;
  }
}

async function portOf({ webRtcServer }: RunningWorker): Promise<number> {
  const { udpSockets } = await webRtcServer.dump();
  return udpSockets[0]?.port ?? 0;
}
