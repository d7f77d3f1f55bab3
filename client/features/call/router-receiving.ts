import type { types } from "mediasoup-client";
import type { CallMember } from "#shared/protocol/call-events.ts";
import { noCounters, readCounters } from "./call-transport-stats.ts";
import type { LineCounters } from "./call-transport-stats.ts";
import type { FrameSealer, TrackKind } from "./call-transport.ts";
import type { CallTab } from "./frame-cipher.ts";
import { RouterRefusal } from "./router-asks.ts";
import type { AskRouter } from "./router-asks.ts";
import type { RouterWays } from "./router-ways.ts";

/** Everybody else's voices and faces on their way out of the router. */
export interface RouterReceiving {
  /** Makes it so. Throws when the router refuses. */
  arrange(ways: RouterWays, wanted: WantedTracks): Promise<void>;
  counters(): Promise<ReadonlyMap<string, LineCounters>>;
  close(): void;
}

/** What is to come. */
export interface WantedTracks {
  readonly people: readonly CallMember[];
  /** False: everything is prepared and nothing comes. */
  readonly isUsed: boolean;
  /** False on a line that is too weak for faces. */
  readonly withFaces: boolean;
}

interface Taken {
  readonly consumer: types.Consumer;
  readonly from: CallTab;
  readonly kind: TrackKind;
  isPaused: boolean;
}

/** Takes nothing yet. */
export function createRouterReceiving(parts: {
  readonly ask: AskRouter;
  readonly callEpoch: string;
  readonly cipher: FrameSealer | null;
  readonly onTrack: (from: CallTab, kind: TrackKind, track: MediaStreamTrack | null) => void;
}): RouterReceiving {
  const { ask, callEpoch, cipher } = parts;
  const taken = new Map<string, Taken>();

  async function take(ways: RouterWays, from: CallTab, producerId: string, kind: TrackKind) {
    const { receive, rtpCapabilities } = ways;
    const transportId = receive.id;
    const answer = await ask("track:consume", {
      callEpoch,
      transportId,
      producerId,
      rtpCapabilities,
    }).catch(nullWhenGone);
    if (answer === null) return;
    const { consumerId: id, rtpParameters } = answer;
    const consumer = await receive.consume({
      id,
      producerId,
      kind,
      rtpParameters: rtpParameters as unknown as types.RtpParameters, // the router's own JSON
      // A stream for each person, so that a browser keeps their lips to their voice.
      streamId: from.tabId,
      onRtpReceiver: (receiver) => cipher?.openReceiver(receiver, from),
    });
    taken.set(producerId, { consumer, from, kind, isPaused: true });
    parts.onTrack(from, kind, consumer.track);
  }

  function drop(producerId: string, { consumer, from, kind }: Taken) {
    taken.delete(producerId);
    consumer.close();
    const isReplaced = [...taken.values()].some(
      (other) => other.from.tabId === from.tabId && other.kind === kind,
    );
    if (!isReplaced) parts.onTrack(from, kind, null);
  }

  async function setPaused(one: Taken, isPaused: boolean) {
    if (one.isPaused === isPaused) return;
    const order = isPaused ? "track:pause" : "track:resume";
    await ask(order, { callEpoch, trackId: one.consumer.id }).catch(nullWhenGone);
    one.isPaused = isPaused;
  }

  return {
    async arrange(ways, { people, isUsed, withFaces }) {
      const listed = people.flatMap(({ participantId, tabId, produced }) =>
        produced.map((one) => ({ ...one, from: { participantId, tabId } })),
      );
      for (const { producerId, kind, from } of listed) {
        if (!taken.has(producerId)) await take(ways, from, producerId, kind);
      }
      for (const [producerId, one] of taken) {
        if (!listed.some((other) => other.producerId === producerId)) drop(producerId, one);
      }
      for (const one of taken.values()) {
        await setPaused(one, !isUsed || (one.kind === "video" && !withFaces));
      }
    },
    async counters() {
      const people = new Map<string, LineCounters>();
      for (const { consumer, from, kind } of taken.values()) {
        if (consumer.closed) continue;
        const counted = readCounters((await consumer.getStats()).values());
        const sofar = people.get(from.tabId) ?? noCounters;
        people.set(from.tabId, { ...sofar, [kind]: counted[kind] });
      }
      return people;
    },
    close() {
      for (const [producerId, one] of taken) drop(producerId, one);
    },
  };
}

/** Somebody's track may end while it is asked for: then the next news of the call says so. */
function nullWhenGone(error: unknown): null {
  if (error instanceof RouterRefusal && error.reason === "call-lost") return null;
  throw error;
}
