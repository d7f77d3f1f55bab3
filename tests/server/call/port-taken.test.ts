import { once } from "node:events";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { pino } from "pino";
import { describe, expect, it } from "vitest";
import { startCallRouters } from "#server/call/call-routers.ts";
import { readConfig } from "#server/config.ts";
import { callSettings, callWorker } from "#tests/helpers/call-worker.ts";

describe.skipIf(callWorker === null)(
  "a router whose place is not to be had (needs a worker)",
  () => {
    const start = (settings: Record<string, string>) =>
      startCallRouters(readConfig({ ...callSettings, ...settings }), pino({ level: "silent" }));

    it("[CL71] knows that another program has its port", async () => {
      const other = createServer().listen(0, "127.0.0.1");
      await once(other, "listening");
      const { port } = other.address() as AddressInfo; // it listens on a port

      const routers = await start({ CALL_PORT: String(port) });

      expect(routers).toMatchObject({ place: null, trouble: "cannot-listen" });
      other.close();
    });

    it("[CL71] knows that the address is not this machine's", async () => {
      const routers = await start({ CALL_LISTEN: "203.0.113.5" });

      expect(routers).toMatchObject({ place: null, trouble: "cannot-listen" });
    });
  },
);
