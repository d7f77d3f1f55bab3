import type { Logger } from "pino";
import type { Config } from "#server/config.ts";
import { createCallRouter } from "./call-router.ts";
import type { CallRouter } from "./call-router.ts";
import { loadMediasoup } from "./load-mediasoup.ts";
import { routerAddress } from "./router-settings.ts";
import { CannotListen, createRouterWorker, wordsOf } from "./router-worker.ts";
import type { RunningWorker } from "./router-worker.ts";

/** Where browsers find the routers of all calls: one address, and a port for each worker. */
export interface RouterPlace {
  readonly address: string;
  readonly ports: readonly number[];
}

/** Why there are no routers although they are wanted. `cannot-listen`: the address or a port is not to be had. */
export type RouterTrouble = "no-worker" | "cannot-listen";

/** Makes the routers of calls, in workers that are started once and started again when they die. */
export interface CallRouters {
  /** Null: there are no workers, and people talk directly only. */
  readonly place: RouterPlace | null;
  readonly trouble: RouterTrouble | null;
  /** A router for one more call, perhaps after a wait for a worker that starts again; null when there is none. */
  open(): Promise<CallRouter | null>;
  close(): void;
}

/** Where none are wanted. */
export const noRouters: CallRouters = {
  place: null,
  trouble: null,
  open: async () => null,
  close: () => {},
};

/** Starts as many workers as were set; where they cannot be started the log says why, and there are none. */
export async function startCallRouters(
  config: Config,
  log: Pick<Logger, "warn" | "error">,
): Promise<CallRouters> {
  if (config.CALL_MODE === "p2p" || config.CALL_MODE === "off") return noRouters;
  const mediasoup = await loadMediasoup(config);
  if (mediasoup === null) return { ...noRouters, trouble: "no-worker" };
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
      trouble: null,
      async open() {
        const running = (await workers[next++ % workers.length]?.running()) ?? null;
        return running === null ? null : await openIn(running, log);
      },
      close: closeAll,
    };
  } catch (error) {
    const trouble = error instanceof CannotListen ? "cannot-listen" : "no-worker";
    log.warn({ error: wordsOf(error), trouble }, "the call has no router");
    closeAll();
    return { ...noRouters, trouble };
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
