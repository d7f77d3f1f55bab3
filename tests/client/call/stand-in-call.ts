import { randomUUID } from "node:crypto";
import { vi } from "vitest";
import type { CallParts } from "#client/features/call/call-session.ts";
import { noCounters } from "#client/features/call/call-transport-stats.ts";
import type { LineCounters } from "#client/features/call/call-transport-stats.ts";
import type { TransportCounters, TransportParts } from "#client/features/call/call-transport.ts";
import type { DirectTransport } from "#client/features/call/direct-transport.ts";
import type { RouterTransport } from "#client/features/call/router-transport.ts";
import type { RoomLink } from "#client/lib/room-connection.ts";
import type { RoomAnswer, RoomAskName, RoomNews, RoomTellName } from "#client/lib/room-messages.ts";
import { ok } from "#shared/lib/result.ts";
import type { Call, CallMember } from "#shared/protocol/call-events.ts";
import { standInLine } from "#tests/client/playback/line-stand-in.ts";
import { callumId, nadiaId } from "./call-snapshots.ts";

export const ownTabId = randomUUID();

/** Somebody in the call, heard and seen, but for what the test is about. */
export function callMember(changes: Partial<CallMember> = {}): CallMember {
  return {
    participantId: callumId,
    tabId: "5e3f3f0e-54ad-4f0b-9b0e-5a4d1c2b3a01",
    microphone: "on",
    camera: "on",
    publicKey: null,
    produced: [],
    ...changes,
  };
}

/** A call of oneself and these others. */
export function callOf(others: readonly CallMember[], changes: Partial<Call> = {}): Call {
  return {
    callEpoch: "5e3f3f0e-54ad-4f0b-9b0e-5a4d1c2b3a00",
    path: "direct",
    members: [callMember({ participantId: nadiaId, tabId: ownTabId }), ...others],
    ...changes,
  };
}

/** A room whose server answers as the test says; what was asked of it is kept. */
export function standInRoom(answers: Partial<Record<RoomAskName, () => unknown>> = {}) {
  const line = standInLine();
  const asked: { readonly name: RoomAskName; readonly message: unknown }[] = [];
  const links = new Set<(link: RoomLink) => void>();
  let link: RoomLink = { kind: "here" };
  const connection: CallParts["connection"] = {
    ask: async (name, message) => {
      asked.push({ name, message });
      await Promise.resolve();
      // The test answers in the shape of this name.
      return (answers[name]?.() ?? ok(null)) as RoomAnswer<typeof name>;
    },
    on: line.on,
    latest: line.latest,
    link: () => link,
    onLink(listener) {
      links.add(listener);
      return () => links.delete(listener);
    },
  };
  return {
    connection,
    asked,
    namesAsked: () => asked.map(({ name }) => name),
    tell: <Name extends RoomTellName>(name: Name, news: RoomNews<Name>) => line.tell(name, news),
    seat: (seated = true) => line.tell("room:welcomed", { ...line.welcome, seated }),
    setLink(next: RoomLink) {
      link = next;
      for (const listener of links) listener(link);
    },
  };
}

/** The answer to who comes into this call. */
export const joinedTo = (call: Call, routerCapabilities: Record<string, string> | null = null) =>
  ok({ call, iceServers: [], routerCapabilities });

/** Both ways without any network: the test says what comes by them, and what they count. */
export function standInWays() {
  const opened = { direct: 0, router: 0 };
  const sent: Record<string, unknown> = {};
  const counted = {
    direct: new Map<string, LineCounters>(),
    router: new Map<string, LineCounters>(),
  };
  const closed: string[] = [];
  const restarted: string[] = [];
  const parts: { direct?: TransportParts; router?: TransportParts & { onLost: () => void } } = {};
  const peopleOf: { direct: readonly CallMember[]; router: readonly CallMember[] } = {
    direct: [],
    router: [],
  };

  const way = (name: "direct" | "router") => ({
    setPeople: (people: readonly CallMember[]) => {
      peopleOf[name] = people;
    },
    setTrack: (kind: string, track: MediaStreamTrack | null) => {
      sent[`${name} ${kind}`] = track;
    },
    setFaces: vi.fn<() => void>(),
    isConnected: () => true,
    restart: () => {
      restarted.push(name);
    },
    counters: async (): Promise<TransportCounters> => ({ own: null, people: counted[name] }),
    close: () => {
      closed.push(name);
    },
  });
  const openDirect = (given: TransportParts): DirectTransport => {
    opened.direct += 1;
    parts.direct = given;
    return {
      ...way("direct"),
      receive: vi.fn<() => void>(),
      resume: () => {
        restarted.push("direct, where it is not there");
      },
      verdict: () => "connected",
    };
  };
  const openRouter = (given: TransportParts & { onLost: () => void }): RouterTransport => {
    opened.router += 1;
    parts.router = given;
    const setUsed = (isUsed: boolean) => {
      sent["router used"] = isUsed;
    };
    return {
      ...way("router"),
      setUsed,
      setTakesFaces: vi.fn<() => void>(),
      retry: vi.fn<() => void>(),
    };
  };
  const restarts = () => restarted;
  return { openDirect, openRouter, opened, sent, counted, closed, restarts, parts, peopleOf };
}

/** So much has come of a line. */
export function received(packets: number, frames: number): LineCounters {
  const { audio, video } = noCounters;
  return {
    ...noCounters,
    audio: { ...audio, packets },
    video: { ...video, packets: frames, frames },
  };
}

/** Stands for the browser's streams and tracks: Node has none. */
export class StandInStream {
  #tracks: MediaStreamTrack[];
  constructor(tracks: readonly MediaStreamTrack[] = []) {
    this.#tracks = [...tracks];
  }
  getTracks = () => this.#tracks;
  getAudioTracks = () => this.#tracks.filter(({ kind }) => kind === "audio");
  getVideoTracks = () => this.#tracks.filter(({ kind }) => kind === "video");
  addTrack(track: MediaStreamTrack) {
    this.#tracks = [...this.#tracks, track];
  }
  removeTrack(track: MediaStreamTrack) {
    this.#tracks = this.#tracks.filter((one) => one !== track);
  }
}

/** A track that is only told apart. */
export function trackNamed(id: string, kind: "audio" | "video" = "audio"): MediaStreamTrack {
  return { id, kind, enabled: true, readyState: "live" } as MediaStreamTrack; // what is looked at
}
