import type { types } from "mediasoup";
import type { Config } from "#server/config.ts";

/** What is used of mediasoup. */
export interface Mediasoup {
  /** The program the workers are, by its path. */
  readonly workerBin: string;
  createWorker(settings: types.WorkerSettings): Promise<types.Worker>;
}

/** Loads the package, which is optional: null where it was not installed. */
export async function loadMediasoup(
  config: Pick<Config, "MEDIASOUP_WORKER_BIN">,
): Promise<Mediasoup | null> {
  const { MEDIASOUP_WORKER_BIN } = config;
  // The package reads this once, when it is loaded, and takes its own worker otherwise.
  if (MEDIASOUP_WORKER_BIN !== undefined)
    process.env["MEDIASOUP_WORKER_BIN"] = MEDIASOUP_WORKER_BIN;
  try {
    return await import("mediasoup");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND")
      return null;
    throw error;
  }
}
