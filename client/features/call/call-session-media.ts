import type { RoomNews } from "#client/lib/room-messages.ts";
import type {
  Call as CallNews,
  CallSignal,
  IceServer,
  RouterParameters,
} from "#shared/protocol/call-events.ts";
import { createKeyExchange } from "./call-session-keys.ts";
import { createCallLines } from "./call-session-lines.ts";
import type { CallLines } from "./call-session-lines.ts";
import { knownPeople, sealedTo } from "./call-session-path.ts";
import type { KnownPerson } from "./call-session-path.ts";
import { createCallPeople } from "./call-session-people.ts";
import type { CallPeople, PersonTracks } from "./call-session-people.ts";
import { createLineReports } from "./call-session-reports.ts";
import { createCallWays } from "./call-session-ways.ts";
import type { CallWays, CallWaysParts } from "./call-session-ways.ts";
import type { CallTab, SealedFrameKey } from "./frame-cipher.ts";

/** What the server answered who came in. */
export interface JoinedCall {
  readonly call: CallNews;
  readonly iceServers: readonly IceServer[];
  readonly routerCapabilities: RouterParameters | null;
}

/** Everything that goes and comes in one tab's call: who is in it, by which way, under which keys. */
export interface CallMedia {
  readonly people: CallPeople;
  readonly lines: CallLines;
  readonly ways: Pick<CallWays, "setTrack" | "restart">;
  /** The call as it was last told; null while not in it. */
  readonly call: CallNews | null;
  /** In the call, or in it again: lines to the same tabs go on. */
  joined(joined: JoinedCall): void;
  changed(call: CallNews): void;
  signalled(news: RoomNews<"call:signalled">): void;
  deliverKey(to: CallTab, key: SealedFrameKey): void;
  isConnected(tabId: string): boolean;
  /** A moment has gone by: tries again what failed, and moves on when the other way carries. */
  look(): Promise<void>;
  /** A second has gone by: how the lines carry decides over the faces. */
  count(): Promise<void>;
  /** Two ways are open side by side for a moment. */
  readonly isMoving: boolean;
  /** The server lost the router; the next `joined` opens another one. */
  loseRouter(): void;
  /** Out of the call: every line closes. */
  end(): void;
}

/** What it needs of the rest. */
export interface CallMediaParts extends Omit<CallWaysParts, "people" | "signal"> {
  readonly onStream: (tabId: string, stream: MediaStream) => void;
}

/** Has no line until `joined`. */
export function createCallMedia(parts: CallMediaParts): CallMedia {
  const { me, ask, cipher, nowMs } = parts;
  const people = createCallPeople(parts.onStream);
  const lines = createCallLines();
  const reports = createLineReports(ask);
  const signal = async (to: CallTab, one: CallSignal) => {
    const addressed = { to: to.participantId, toTabId: to.tabId, signal: one };
    return (await ask("call:signal", addressed)).ok;
  };
  const keys = createKeyExchange({ cipher, signal });
  const ways = createCallWays({
    ...parts,
    people,
    signal: (to, one) => void signal(to, one),
    onChange: () => {
      report();
      parts.onChange();
    },
  });
  let call: CallNews | null = null;
  let known: readonly KnownPerson[] = [];

  const others = () => (call?.members ?? []).filter(({ tabId }) => tabId !== me.tabId);

  function report() {
    const { direct } = ways;
    if (call?.path !== "direct" || direct === null) return;
    reports.look(others().map((one) => ({ ...one, verdict: direct.verdict(one.tabId) })));
  }

  function follow(next: CallNews) {
    const before = call;
    call = next;
    known = knownPeople(known, others(), before?.callEpoch === next.callEpoch, nowMs());
    const members = known.map(({ member }) => member);
    if (before?.path !== next.path) lines.forget();
    people.setMembers(members);
    if (cipher.isSupported) cipher.setSealing(sealedTo(next.path, next.members) === "ends");
    keys.setPeople(members);
    ways.follow(next, members, others());
    report();
    parts.onChange();
  }

  return {
    people,
    lines,
    ways,
    get call() {
      return call;
    },
    get isMoving() {
      return call?.path === "router" && (ways.direct !== null || people.all().some(isAwaited));
    },
    joined({ call: next, iceServers, routerCapabilities }) {
      ways.setIceServers(iceServers.map(plainServer));
      if (call?.callEpoch !== next.callEpoch) {
        ways.closeRouter();
        reports.forget();
      }
      ways.prepare(next.callEpoch, routerCapabilities);
      ways.direct?.resume(); // in it again: the lines of before
      follow(next);
    },
    changed: follow,
    signalled({ fromTabId, signal: one }) {
      const from = known.find(({ member }) => member.tabId === fromTabId)?.member;
      if (from === undefined) return;
      if (one.kind !== "frame-key") ways.direct?.receive(fromTabId, one);
      else if (from.publicKey !== null && cipher.isSupported) {
        void cipher.learn(from, from.publicKey, one);
      }
    },
    deliverKey: (to, key) => keys.deliver(to, key),
    isConnected: (tabId) => ways.used?.isConnected(tabId) ?? false,
    async look() {
      const isAnybodyMissing = known.some(({ missingSinceMs }) => missingSinceMs !== null);
      if (call !== null && isAnybodyMissing) follow(call);
      keys.retry();
      ways.router?.retry();
      report();
      await ways.move();
    },
    async count() {
      const way = ways.used;
      const counters = await way?.counters();
      if (counters === undefined || way !== ways.used) return;
      lines.count(counters);
      ways.setFaces(lines.faces);
      ways.router?.setTakesFaces(lines.takesFaces);
      parts.onChange();
    },
    loseRouter() {
      ways.closeRouter();
      parts.onChange();
    },
    end() {
      call = null;
      known = [];
      ways.close();
      keys.setPeople([]);
      people.setMembers([]);
      lines.forget();
      reports.forget();
    },
  };
}

function plainServer({ urls, username, credential }: IceServer): RTCIceServer {
  return {
    urls,
    ...(username !== null && { username }),
    ...(credential !== null && { credential }),
  };
}

/** A voice that should come through the router and has not begun to. */
function isAwaited({ member, flowing }: PersonTracks): boolean {
  return member.microphone === "on" && !flowing.audio;
}
