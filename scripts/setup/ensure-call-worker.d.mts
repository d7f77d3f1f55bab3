/** A worker of the call's router that runs, or null. `MEDIASOUP_WORKER_BIN` wins, and is then the only one asked. */
export function findCallWorker(
  root: string,
  environment?: Record<string, string | undefined>,
): string | null;

/** The same, after its libraries have been installed where only they are missing; says so where there is none. */
export function ensureCallWorker(root: string): string | null;
