import { once } from "node:events";
import { connect, createServer } from "node:net";
import type { AddressInfo, Socket } from "node:net";
import { startLane } from "#tests/helpers/fault-lane.ts";
import type { Lane, Weather } from "#tests/helpers/fault-lane.ts";

/** A bad line between a browser and the server: delay, jitter, thin bandwidth, silence, cuts. */
export interface FaultProxy {
  readonly port: number;
  /** What goes from the browser to the server; changes hold for everything not yet delivered. */
  readonly up: Weather;
  /** What comes back. */
  readonly down: Weather;
  /** Drops every connection now; new ones are welcome. */
  readonly drop: () => void;
  /** Drops every connection and refuses new ones until `heal()`. */
  readonly cut: () => void;
  /** Keeps every connection open and delivers nothing, either way, until `heal()`. */
  readonly blackhole: () => void;
  /** Takes away every fault; what a blackhole held back is delivered, as TCP would. */
  readonly heal: () => void;
  readonly connectionCount: () => number;
  /** Keeps a copy of all that leaves the browser from now on; answers it whenever asked. */
  readonly keepSent: () => () => Buffer;
  readonly close: () => Promise<void>;
}

const fairWeather = (): Weather => ({
  delayMs: 0,
  jitterMs: 0,
  bytesPerSecond: null,
  isSilent: false,
});

interface Pair {
  readonly ends: readonly [Socket, Socket];
  readonly lanes: readonly [Lane, Lane];
}

/** Listens on a free port of `127.0.0.1` and passes everything on to `targetPort`. */
export async function startFaultProxy(targetPort: number): Promise<FaultProxy> {
  const up = fairWeather();
  const down = fairWeather();
  const pairs = new Set<Pair>();
  let isCut = false;
  let sent: Buffer[] | null = null;

  function drop(): void {
    for (const pair of pairs) for (const end of pair.ends) end.destroy();
  }

  function wake(): void {
    for (const pair of pairs) for (const lane of pair.lanes) lane.wake();
  }

  const server = createServer({ allowHalfOpen: true }, (browserEnd) => {
    if (isCut) {
      browserEnd.resetAndDestroy();
      return;
    }
    const serverEnd = connect({ port: targetPort, host: "127.0.0.1", allowHalfOpen: true });
    browserEnd.on("data", (bytes: Buffer) => sent?.push(bytes));
    const ends = [browserEnd, serverEnd] as const;
    const pair: Pair = {
      ends,
      lanes: [startLane(browserEnd, serverEnd, up), startLane(serverEnd, browserEnd, down)],
    };
    pairs.add(pair);
    for (const end of ends) {
      end.setNoDelay(true);
      // A reset is an ordinary event on a bad line: the other end is told by closing it.
      end.on("error", () => end.destroy());
      end.on("close", () => {
        for (const lane of pair.lanes) lane.stop();
        for (const other of ends) other.destroy();
        pairs.delete(pair);
      });
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  // `address()` is an AddressInfo for every server that listens on a port.
  const { port } = server.address() as AddressInfo;

  return {
    port,
    up,
    down,
    drop,
    cut: () => {
      isCut = true;
      drop();
    },
    blackhole: () => {
      up.isSilent = true;
      down.isSilent = true;
    },
    heal: () => {
      isCut = false;
      Object.assign(up, fairWeather());
      Object.assign(down, fairWeather());
      wake();
    },
    keepSent() {
      const kept: Buffer[] = [];
      sent = kept;
      return () => Buffer.concat(kept);
    },
    connectionCount: () => pairs.size,
    close: async () => {
      drop();
      server.close();
      await once(server, "close");
    },
  };
}
