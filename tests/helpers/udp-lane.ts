import { createSocket } from "node:dgram";
import type { RemoteInfo, Socket } from "node:dgram";
import { once } from "node:events";

/** One way for packets: whatever is sent to `port` arrives at the target, and is answered back. */
export interface UdpLane {
  readonly port: number;
  /** Ends it for good; whoever still sends is not answered. */
  readonly close: () => void;
}

/** Opens a way to an IPv4 address, at a free port of `127.0.0.1`. */
export async function startUdpLane(target: {
  readonly address: string;
  readonly port: number;
}): Promise<UdpLane> {
  const front = createSocket("udp4");
  /** Towards the target, one for each sender, so that answers find back. */
  const backs = new Map<string, Socket>();

  function backOf({ address, port }: RemoteInfo): Socket {
    const sender = `${address} ${port}`;
    const known = backs.get(sender);
    if (known !== undefined) return known;
    const back = createSocket("udp4");
    back.on("message", (packet) => front.send(packet, port, address));
    backs.set(sender, back);
    return back;
  }

  front.on("message", (packet, from) => backOf(from).send(packet, target.port, target.address));
  front.bind(0, "127.0.0.1");
  await once(front, "listening");

  return {
    port: front.address().port,
    close() {
      for (const one of [...backs.values(), front]) one.close();
    },
  };
}
