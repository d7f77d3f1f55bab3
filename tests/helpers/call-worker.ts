import { findCallWorker } from "#scripts/setup/ensure-call-worker.mjs";
import { projectRoot } from "#tests/helpers/project-root.ts";

/** The program that routes calls, as the tests found it; null where none is to be had. */
export const callWorker = findCallWorker(projectRoot);

/** The settings of a server that routes calls, where that can be, on ports that are free. */
export const callSettings: Readonly<Record<string, string>> = {
  CALL_PORT: "0",
  ...(callWorker === null ? {} : { MEDIASOUP_WORKER_BIN: callWorker }),
};

/** On a machine without a worker the tests of the router do not run, and say so; for Playwright's `test`. */
export function needsWorker(runner: { skip(condition: boolean, why: string): void }): void {
  runner.skip(callWorker === null, "there is no worker of the call's router on this machine");
}
