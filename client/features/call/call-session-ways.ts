import type { RoomConnection } from "#client/lib/room-connection.ts";
import type {
  Call as CallNews,
  CallMember,
  CallPath,
  RouterParameters,
} from "#shared/protocol/call-events.ts";
import { mayCloseDirect } from "./call-session-path.ts";
import type { CallPeople } from "./call-session-people.ts";
import { trackKinds } from "./call-transport.ts";
import type { CallTransport, SentFaces, TrackKind, TransportParts } from "./call-transport.ts";
import { createDirectTransport } from "./direct-transport.ts";
import type { DirectTransport } from "./direct-transport.ts";
import type { CallTab, FrameCipher } from "./frame-cipher.ts";
import type { LineSignal } from "./negotiation.ts";
import { createRouterTransport } from "./router-transport.ts";
import type { RouterTransport } from "./router-transport.ts";

/** The two ways of one call, and the move from one to the other without a hang-up. */
export interface CallWays {
  /** The way that is used now; null while there is none. */
  readonly used: CallTransport | null;
  readonly direct: DirectTransport | null;
  readonly router: RouterTransport | null;
  setIceServers(iceServers: RTCIceServer[]): void;
  /** Prepares the router's way beside the other one; null: there is no router. */
  prepare(callEpoch: string, capabilities: RouterParameters | null): void;
  /** Goes the way that the call goes. `members`: everybody else. */
  follow(call: CallNews, members: readonly CallMember[], listed: readonly CallMember[]): void;
  /** Once everything comes by the router the direct lines close. */
  move(): Promise<void>;
  setTrack(kind: TrackKind, track: MediaStreamTrack | null): void;
  setFaces(faces: SentFaces): void;
  restart(): void;
  closeRouter(): void;
  close(): void;
}

/** What the ways need of the rest. */
export interface CallWaysParts {
  readonly me: CallTab;
  readonly ask: RoomConnection["ask"];
  readonly cipher: FrameCipher;
  readonly people: CallPeople;
  readonly signal: (to: CallTab, signal: LineSignal) => void;
  readonly onChange: () => void;
  /** The router has to be joined anew. */
  readonly onRouterLost: () => void;
  readonly nowMs: () => number;
  /** The two ways; others only in tests. */
  readonly openDirect?: typeof createDirectTransport;
  readonly openRouter?: typeof createRouterTransport;
}

/** Opens nothing yet. */
export function createCallWays(parts: CallWaysParts): CallWays {
  const { ask, cipher, people, nowMs } = parts;
  const { openDirect = createDirectTransport, openRouter = createRouterTransport } = parts;
  const own: Record<TrackKind, MediaStreamTrack | null> = { audio: null, video: null };
  let iceServers: RTCIceServer[] = [];
  let path: CallPath | null = null;
  let direct: DirectTransport | null = null;
  let router: RouterTransport | null = null;
  let movedAtMs: number | null = null;
  let faces: SentFaces = "all";

  const partsFor = (way: CallPath): TransportParts => ({
    iceServers,
    cipher: cipher.isSupported ? cipher : null,
    onTrack: (from, kind, track) => people.setTrack(from.tabId, kind, way, track),
    onChange: parts.onChange,
  });

  function filled<Way extends CallTransport>(way: Way): Way {
    for (const kind of trackKinds) way.setTrack(kind, own[kind]);
    way.setFaces(faces);
    return way;
  }

  function goDirect(members: readonly CallMember[]) {
    const { me, signal } = parts;
    movedAtMs = null;
    direct ??= filled(openDirect({ ...partsFor("direct"), ownTabId: me.tabId, signal }));
    direct.setPeople(members);
  }

  /** Lines that carry something are kept until the router does; no other ones are made. */
  function leaveDirect(members: readonly CallMember[]) {
    if (direct === null) return;
    const way = direct;
    movedAtMs ??= nowMs();
    way.setPeople(members.filter(({ tabId }) => way.isConnected(tabId)));
  }

  function closeDirect() {
    const closing = direct;
    direct = null;
    movedAtMs = null;
    closing?.close();
  }

  function closeRouter() {
    const closing = router;
    router = null;
    closing?.close();
  }

  function onLost() {
    closeRouter();
    parts.onRouterLost();
  }

  return {
    get used() {
      return path === "router" ? router : direct;
    },
    get direct() {
      return direct;
    },
    get router() {
      return router;
    },
    setIceServers(next) {
      iceServers = next;
    },
    prepare(callEpoch, capabilities) {
      if (capabilities === null) return;
      const given = { ...partsFor("router"), ask, callEpoch, capabilities, onLost };
      router ??= filled(openRouter(given));
    },
    follow(call, members, listed) {
      ({ path } = call);
      people.setPath(path);
      if (path === "direct") goDirect(members);
      else leaveDirect(members);
      router?.setPeople(listed);
      router?.setUsed(path === "router");
    },
    async move() {
      if (router === null || path !== "router") return;
      const counters = await router.counters();
      for (const [tabId, { audio, video }] of counters.people) {
        people.setFlowing(tabId, { audio: audio.packets > 0, video: video.frames > 0 });
      }
      if (movedAtMs !== null && mayCloseDirect(nowMs() - movedAtMs, people.all())) closeDirect();
    },
    setTrack(kind, track) {
      if (own[kind] === track) return;
      own[kind] = track;
      direct?.setTrack(kind, track);
      router?.setTrack(kind, track);
    },
    setFaces(next) {
      if (next === faces) return;
      faces = next;
      direct?.setFaces(faces);
      router?.setFaces(faces);
    },
    restart() {
      direct?.restart();
      router?.restart();
    },
    closeRouter,
    close() {
      path = null;
      closeDirect();
      closeRouter();
    },
  };
}
