import { describe, expect, it } from "vitest";
import { runCommandLine } from "#server/media/command-line.ts";
import { callWorker } from "#tests/helpers/call-worker.ts";

describe.skipIf(callWorker === null)("call setup with a worker (needs one)", () => {
  it("[CL10] says that it is here and works, and touches no data", async () => {
    const lines: string[] = [];
    const environment = { MEDIASOUP_WORKER_BIN: callWorker ?? "", DATA_DIR: "/nowhere/at/all" };

    const code = await runCommandLine(["call", "setup"], environment, (line) => lines.push(line));

    expect(lines).toEqual([`The call's router is here and works: ${callWorker}`]);
    expect(code).toBe(0);
  });
});
