import { isIPv4 } from "node:net";
import type { BrowserContext } from "@playwright/test";
import { startUdpLane } from "#tests/helpers/udp-lane.ts";
import type { UdpLane } from "#tests/helpers/udp-lane.ts";

/** The network that some people's voices and faces go through, both ways or to the router. */
export interface CallNetwork {
  /** Whoever is met from this context on is met by lanes of this network only. */
  readonly carry: (context: BrowserContext) => Promise<void>;
  /** Every way that was found so far is dead, as after a change of networks; others can be found. */
  readonly change: () => void;
}

type LanedWindow = Window & {
  /** The port of a lane to this address; null where none can be made. */
  laneTo?: (address: string, port: number) => Promise<number | null>;
};

/** Packets only: an offer of TCP goes unseen. `change` at the end frees what it holds. */
export function createCallNetwork(): CallNetwork {
  let lanes: UdpLane[] = [];

  async function laneTo(address: string, port: number): Promise<number | null> {
    if (!isIPv4(address)) return null;
    const lane = await startUdpLane({ address, port });
    lanes.push(lane);
    return lane.port;
  }

  return {
    async carry(context) {
      await context.exposeFunction("laneTo", laneTo);
      await context.addInitScript(turnToLanes);
    },
    change() {
      for (const lane of lanes) lane.close();
      lanes = [];
    },
  };
}

/** Runs in the page before its own scripts; stands alone. Every address that others name becomes a lane's. */
function turnToLanes(): void {
  const { laneTo } = window as LanedWindow; // put there by `carry`
  /** `candidate:1 1 udp 2122 10.0.0.2 4000 typ host`, by a lane; null where there is none. */
  async function byLane(candidate: string): Promise<string | null> {
    const words = candidate.split(" ");
    const [, , protocol = "", , address = "", port] = words;
    const isUdp = protocol.toLowerCase() === "udp";
    const lane = isUdp ? ((await laneTo?.(address, Number(port))) ?? null) : null;
    return lane === null ? null : words.with(4, "127.0.0.1").with(5, String(lane)).join(" ");
  }

  async function withLanes({ type, sdp = "" }: RTCSessionDescriptionInit) {
    const lines: string[] = [];
    for (const line of sdp.split("\r\n")) {
      const own = line.startsWith("a=candidate:") ? await byLane(line) : line;
      if (own !== null) lines.push(own);
    }
    return { type, sdp: lines.join("\r\n") };
  }

  window.RTCPeerConnection = new Proxy(window.RTCPeerConnection, {
    construct: (target, given: [RTCConfiguration?]) => {
      const line = new target(...given);
      const describe = line.setRemoteDescription.bind(line);
      const add = line.addIceCandidate.bind(line);
      line.setRemoteDescription = async (description: RTCSessionDescriptionInit) =>
        describe(await withLanes(description));
      line.addIceCandidate = async (found?: RTCIceCandidateInit | null) => {
        const candidate = await byLane(found?.candidate ?? "");
        if (candidate !== null) await add({ ...found, candidate });
      };
      return line;
    },
  });
}
