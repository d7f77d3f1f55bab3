import type { Device, types } from "mediasoup-client";
import type { RouterParameters } from "#shared/protocol/call-events.ts";
import type { AskRouter } from "./router-asks.ts";

/** The two ways to the router, one each way, and what this browser can receive. */
export interface RouterWays {
  readonly send: types.Transport;
  readonly receive: types.Transport;
  readonly rtpCapabilities: RouterParameters;
  /** Sealed frames of this codec can be sent by every browser. */
  readonly faceCodec: types.RtpCodecCapability | undefined;
}

/** Which router, and how it is asked. */
export interface RouterWaysParts {
  readonly ask: AskRouter;
  readonly callEpoch: string;
  readonly capabilities: RouterParameters;
  readonly iceServers: RTCIceServer[];
  readonly loadDevice: () => Promise<Device>;
}

/** Opens both ways; they connect with the first track that goes by them. Throws when the router refuses. */
export async function openRouterWays(parts: RouterWaysParts): Promise<RouterWays> {
  const { ask, callEpoch } = parts;
  const device = await parts.loadDevice();
  // What follows is the router's own JSON, read strictly by its client library.
  const routerRtpCapabilities = parts.capabilities as unknown as types.RtpCapabilities;
  await device.load({ routerRtpCapabilities });
  const [send, receive] = await Promise.all([open("send"), open("receive")]);
  return {
    send,
    receive,
    rtpCapabilities: device.recvRtpCapabilities as unknown as RouterParameters,
    faceCodec: routerRtpCapabilities.codecs?.find(
      ({ mimeType }) => mimeType.toLowerCase() === "video/vp8",
    ),
  };

  async function open(direction: "send" | "receive"): Promise<types.Transport> {
    const opened = await ask("transport:open", { callEpoch, direction });
    const options = {
      ...(opened as unknown as Omit<types.TransportOptions, "id">), // as above
      id: opened.transportId,
      iceServers: parts.iceServers,
    };
    const transport =
      direction === "send"
        ? device.createSendTransport(options)
        : device.createRecvTransport(options);
    const named = { callEpoch, transportId: transport.id };
    transport.on("connect", ({ dtlsParameters }, done, fail) => {
      const plain = dtlsParameters as unknown as RouterParameters; // as above
      void settle(ask("transport:connect", { ...named, dtlsParameters: plain }), done, fail);
    });
    transport.on("produce", ({ kind, rtpParameters, appData }, done, fail) => {
      const isPaused = appData["isPaused"] === true;
      const plain = rtpParameters as unknown as RouterParameters; // as above
      const asked = ask("track:produce", { ...named, kind, rtpParameters: plain, isPaused });
      void settle(asked, ({ producerId }) => done({ id: producerId }), fail);
    });
    return transport;
  }
}

/** The router's client library takes its answers by two functions. */
async function settle<Value>(
  asked: Promise<Value>,
  done: (value: Value) => void,
  fail: (error: Error) => void,
): Promise<void> {
  try {
    done(await asked);
  } catch (error) {
    fail(error instanceof Error ? error : new Error(String(error)));
  }
}

/** The router's client, loaded when a call first needs it. */
export async function loadRouterDevice(): Promise<Device> {
  const client = await import("mediasoup-client");
  return client.Device.factory();
}
