import type { types } from "mediasoup";
import type { RouterParameters } from "#shared/protocol/call-events.ts";
import { createCallMedia } from "./call-media.ts";
import type { CallMedia } from "./call-media.ts";

/** What a call's router can carry: sound that survives losses and is quiet in silence, and two kinds of picture. */
export const carriedCodecs: types.RtpCodecCapability[] = [
  {
    kind: "audio",
    mimeType: "audio/opus",
    clockRate: 48_000,
    channels: 2,
    parameters: { useinbandfec: 1, usedtx: 1 },
  },
  { kind: "video", mimeType: "video/VP8", clockRate: 90_000 },
  {
    kind: "video",
    mimeType: "video/H264",
    clockRate: 90_000,
    parameters: {
      "packetization-mode": 1,
      "profile-level-id": "42e01f",
      "level-asymmetry-allowed": 1,
    },
  },
];

/** The router of one call: passes encrypted packets on between the people of this room and to nobody else. */
export interface CallRouter {
  readonly capabilities: RouterParameters;
  /** What one more person sends and receives through it. */
  addPerson(): CallMedia;
  /** Calls back when the worker it lived in has died. */
  onLost(listener: () => void): void;
  close(): void;
}

/** Makes it in one worker; its transports all share that worker's one server and its ports. */
export async function createCallRouter(
  worker: types.Worker,
  webRtcServer: types.WebRtcServer,
): Promise<CallRouter> {
  const router = await worker.createRouter({ mediaCodecs: carriedCodecs });
  /** Who sends what, so that nobody is sent their own. */
  const senders = new Map<string, CallMedia>();
  return {
    // Plain JSON by mediasoup's own description.
    capabilities: router.rtpCapabilities as unknown as RouterParameters,
    addPerson: () => createCallMedia({ router, webRtcServer, senders }),
    onLost: (listener) => {
      router.once("workerclose", listener);
    },
    close: () => router.close(),
  };
}
