import type { types } from "mediasoup-client";
import { encodingOf, limitSender, trackToSend } from "./call-transport-encodings.ts";
import type { FrameSealer, TrackKind } from "./call-transport.ts";
import type { Sending } from "./direct-line.ts";
import type { AskRouter } from "./router-asks.ts";
import type { RouterWays } from "./router-ways.ts";

/** One's own voice and face on their way into the router. */
export interface RouterSending {
  /** Makes it so; `isUsed` false: everything is prepared and nothing is sent. Throws when the router refuses. */
  arrange(ways: RouterWays, sending: Sending, isUsed: boolean): Promise<void>;
}

interface Sent {
  readonly producer: types.Producer;
  isPaused: boolean;
}

/** Sends nothing yet. */
export function createRouterSending(parts: {
  readonly ask: AskRouter;
  readonly callEpoch: string;
  readonly cipher: FrameSealer | null;
}): RouterSending {
  const { ask, callEpoch, cipher } = parts;
  const sent = new Map<TrackKind, Sent>();

  async function begin(
    kind: TrackKind,
    track: MediaStreamTrack,
    { send, faceCodec }: RouterWays,
    isPaused: boolean,
  ) {
    const producer = await send.produce({
      track,
      encodings: [encodingOf(kind, "all")],
      ...(kind === "video" && faceCodec !== undefined && { codec: faceCodec }),
      ...(kind === "audio" && { codecOptions: { opusFec: true, opusDtx: true } }),
      // The same track goes by the direct line as well, and back to its device's switch.
      stopTracks: false,
      disableTrackOnPause: false,
      onRtpSender: (sender) => cipher?.sealSender(sender),
      appData: { isPaused },
    });
    const begun = { producer, isPaused };
    sent.set(kind, begun);
    return begun;
  }

  async function arrangeKind(
    kind: TrackKind,
    ways: RouterWays,
    sending: Sending,
    isUsed: boolean,
  ): Promise<void> {
    const own = sending[kind];
    const track = isUsed ? trackToSend(kind, own, sending.faces) : null;
    const isPaused = track === null;
    let one = sent.get(kind);
    if (one === undefined) {
      if (own === null || own.readyState === "ended") return;
      one = await begin(kind, own, ways, isPaused);
    }
    const { producer } = one;
    await replace(producer, track);
    if (producer.rtpSender !== undefined)
      await limitSender(producer.rtpSender, kind, sending.faces);
    if (one.isPaused === isPaused) return;
    const order = isPaused ? "track:pause" : "track:resume";
    await ask(order, { callEpoch, trackId: producer.id });
    one.isPaused = isPaused;
  }

  return {
    async arrange(ways, sending, isUsed) {
      await arrangeKind("audio", ways, sending, isUsed);
      await arrangeKind("video", ways, sending, isUsed);
    },
  };
}

/** An ended track is followed by another one, by itself. */
async function replace(producer: types.Producer, track: MediaStreamTrack | null): Promise<void> {
  if (producer.track === track || track?.readyState === "ended") return;
  await producer.replaceTrack({ track });
}
