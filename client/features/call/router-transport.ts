import type { Device, types } from "mediasoup-client";
import type { RoomConnection } from "#client/lib/room-connection.ts";
import type { CallMember, RouterParameters } from "#shared/protocol/call-events.ts";
import { readCounters } from "./call-transport-stats.ts";
import type { CallTransport, TransportParts } from "./call-transport.ts";
import type { Sending } from "./direct-line.ts";
import { createAskRouter, RouterRefusal } from "./router-asks.ts";
import { createOneByOne } from "./router-one-by-one.ts";
import { createRouterReceiving } from "./router-receiving.ts";
import { createRouterSending } from "./router-sending.ts";
import { loadRouterDevice, openRouterWays } from "./router-ways.ts";
import type { RouterWays } from "./router-ways.ts";

/** Through the router on the server: a line each way, whoever is in the call. */
export interface RouterTransport extends CallTransport {
  /** False: everything is prepared, and nothing goes or comes, until it is true. */
  setUsed(isUsed: boolean): void;
  /** False on a line that is too weak to take others' faces. */
  setTakesFaces(withFaces: boolean): void;
  /** Tries again what did not work. */
  retry(): void;
}

/** Which router, and how it is reached. */
export interface RouterTransportParts extends TransportParts {
  readonly ask: RoomConnection["ask"];
  readonly callEpoch: string;
  readonly capabilities: RouterParameters;
  /** This router knows nothing of this tab any more, or cannot be reached: a new one is needed. */
  readonly onLost: () => void;
  readonly loadDevice?: () => Promise<Device>;
}

/** How long a way may be silent before another one is looked for, and then before it is given up. */
const waits = { disconnected: 2_000, restarted: 6_000 } as const;

/** Opens both ways at once, so that a move to them takes a moment only. */
export function createRouterTransport(parts: RouterTransportParts): RouterTransport {
  const { callEpoch, cipher } = parts;
  const ask = createAskRouter(parts.ask);
  const sendingWay = createRouterSending({ ask, callEpoch, cipher });
  const receivingWay = createRouterReceiving({ ask, callEpoch, cipher, onTrack: parts.onTrack });
  let sending: Sending = { audio: null, video: null, faces: "all" };
  let people: readonly CallMember[] = [];
  let isUsed = false;
  let withFaces = true;
  let isClosed = false;
  let isUnfinished = false;
  let ways: RouterWays | null = null;
  const timers = new Map<types.Transport, ReturnType<typeof setTimeout>>();

  const work = createOneByOne(
    async () => {
      isUnfinished = false;
      ways ??= await open();
      await sendingWay.arrange(ways, sending, isUsed);
      await receivingWay.arrange(ways, { people, isUsed, withFaces });
    },
    (error) => {
      // Anything but a silent server is for good: another answer would be the same.
      if (error instanceof RouterRefusal && error.reason === "no-answer") isUnfinished = true;
      else lose();
    },
  );

  async function open(): Promise<RouterWays> {
    const opened = await openRouterWays({
      ask,
      callEpoch,
      capabilities: parts.capabilities,
      iceServers: parts.iceServers,
      loadDevice: parts.loadDevice ?? loadRouterDevice,
    });
    for (const way of [opened.send, opened.receive]) {
      if (isClosed) way.close();
      way.on("connectionstatechange", () => watch(way));
    }
    return opened;
  }

  function lose() {
    if (!isClosed) parts.onLost();
  }

  function watch(way: types.Transport) {
    clearTimeout(timers.get(way));
    const state = way.connectionState;
    if (state === "disconnected") wait(way, waits.disconnected, () => restartWay(way));
    if (state === "failed") restartWay(way);
    parts.onChange();
  }

  function wait(way: types.Transport, forMs: number, then: () => void) {
    clearTimeout(timers.get(way));
    timers.set(way, setTimeout(then, forMs));
  }

  function restartWay(way: types.Transport) {
    if (isClosed || way.connectionState === "new") return;
    wait(way, waits.restarted, () => {
      if (way.connectionState !== "connected") lose();
    });
    ask("transport:restart", { callEpoch, transportId: way.id })
      .then(
        ({ iceParameters }) =>
          way.restartIce({ iceParameters: iceParameters as unknown as types.IceParameters }), // the router's own JSON
      )
      .catch((error: unknown) => {
        if (error instanceof RouterRefusal && error.reason === "call-lost") lose();
      });
  }

  function change(make: () => void) {
    make();
    work.ask();
  }

  work.ask();
  return {
    setPeople: (next) =>
      change(() => {
        people = next;
      }),
    setTrack: (kind, track) =>
      change(() => {
        sending = { ...sending, [kind]: track };
      }),
    setFaces: (faces) =>
      change(() => {
        sending = { ...sending, faces };
      }),
    setUsed: (next) =>
      change(() => {
        isUsed = next;
      }),
    setTakesFaces(next) {
      if (next === withFaces) return;
      withFaces = next;
      work.ask();
    },
    isConnected: () => ways?.receive.connectionState === "connected",
    retry() {
      if (isUnfinished) work.ask();
    },
    restart() {
      if (ways === null) return;
      restartWay(ways.send);
      restartWay(ways.receive);
    },
    async counters() {
      if (ways === null) return { own: null, people: new Map() };
      const own = readCounters((await ways.send.getStats()).values());
      return { own, people: await receivingWay.counters() };
    },
    close() {
      isClosed = true;
      work.close();
      for (const timer of timers.values()) clearTimeout(timer);
      receivingWay.close();
      ways?.send.close();
      ways?.receive.close();
    },
  };
}
