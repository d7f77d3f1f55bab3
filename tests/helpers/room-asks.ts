import { randomUUID } from "node:crypto";
import type { Socket } from "socket.io-client";
import type { z } from "zod";
import type { lobbyAsks } from "#shared/protocol/door-events.ts";
import type { roomAsks } from "#shared/protocol/room-events.ts";
import { heard } from "#tests/helpers/review-house.ts";
import type { TestBrowser } from "#tests/helpers/test-browser.ts";

type Messages<Asks extends Record<string, { schema: z.ZodType }>> = {
  [Name in keyof Asks]: () => z.input<Asks[Name]["schema"]>;
};

const at = () => ({ epoch: randomUUID(), revision: 0 });
const command = () => ({ commandId: randomUUID(), ...at() });

const ownDevices = () => ({ microphone: "on", camera: "off" }) as const;
const transport = () => ({ callEpoch: randomUUID(), transportId: randomUUID() });
const track = () => ({ callEpoch: randomUUID(), trackId: randomUUID() });

/** One well-formed message for every event of a room; the types refuse an event without one. */
export const roomMessages: Messages<typeof roomAsks> = {
  "clock:ping": () => ({}),
  "playback:command": () => ({
    ...command(),
    command: { kind: "pause", clipId: randomUUID(), frame: 0 },
  }),
  "playback:shown": () => ({ ...at(), clipId: randomUUID(), frame: 0 }),
  "member:report": () => ({
    picture: "ready",
    frame: null,
    roundTripMs: 1,
    startLatencyMs: 1,
    beatAtServerMs: null,
  }),
  "company:say": () => ({ company: "just-me" }),
  "cover:put": () => ({}),
  "cover:lift": () => ({}),
  "moment:hold": () => ({ ...command(), clipId: randomUUID(), frame: 0 }),
  "aim:add": () => ({ commandId: randomUUID(), fromObservationId: null }),
  "aim:remove": () => ({ commandId: randomUUID(), aimId: randomUUID() }),
  "goal:add": () => ({ commandId: randomUUID(), text: "I wait a little longer" }),
  "goal:remove": () => ({ commandId: randomUUID(), goalId: randomUUID() }),
  "goal:place": () => ({ goalId: randomUUID(), place: "baseline", value: null }),
  "moment:pin": () => ({
    commandId: randomUUID(),
    observationId: randomUUID(),
    isPinned: true,
  }),
  "ending:open": () => ({}),
  "ending:close": () => ({}),
  "board:agree": () => ({ isAgreed: true, contentHash: "0".repeat(64) }),
  "board:reopen": () => ({}),
  "notes:pass": () => ({}),
  "notes:reveal": () => ({}),
  "clip:watched": () => ({ clipId: randomUUID() }),
  "film:plan": () => ({ nextOn: null, nextWhat: "Snack" }),
  "end:plan": () => ({ keeps: "The report", deletesOn: null }),
  "agenda:go": () => ({ step: "clips" }),
  "prompt:show": () => ({ promptId: null }),
  "gate:pass": () => ({}),
  "view:set": () => ({ clipId: randomUUID(), view: { zoom: 2, centre: { x: 0.5, y: 0.5 } } }),
  "pointer:move": () => ({ clipId: randomUUID(), at: { x: 0.5, y: 0.5 } }),
  "own:look": () => ({ isOnOwn: true }),
  "seat:take": () => ({}),
  "call:join": () => ({ ...ownDevices(), publicKey: null }),
  "call:leave": () => ({}),
  "call:set": ownDevices,
  "call:signal": () => ({
    to: randomUUID(),
    toTabId: randomUUID(),
    signal: { kind: "description", type: "offer", offerNumber: 1, sdp: "" },
  }),
  "call:report": () => ({ to: randomUUID(), direct: "connected" }),
  "transport:open": () => ({ callEpoch: randomUUID(), direction: "send" }),
  "transport:connect": () => ({ ...transport(), dtlsParameters: { fingerprints: [] } }),
  "transport:restart": transport,
  "track:produce": () => ({
    ...transport(),
    kind: "audio",
    rtpParameters: { codecs: [] },
    isPaused: false,
  }),
  "track:consume": () => ({
    ...transport(),
    producerId: randomUUID(),
    rtpCapabilities: { codecs: [] },
  }),
  "track:resume": track,
  "track:pause": track,
  "track:close": track,
};

/** The same for the lobby. */
export const lobbyMessages: Messages<typeof lobbyAsks> = {
  "knock:ask": () => ({ company: "just-me" }),
  "knock:cancel": () => ({}),
};

/** How an attempt to open a namespace ended. */
export type Entrance =
  | { readonly kind: "in"; readonly socket: Socket }
  | { readonly kind: "out"; readonly reason: string };

/** Opens a room; out when the handshake is refused or the room is closed at once. */
export function enterRoom(browser: TestBrowser, reviewId: string): Promise<Entrance> {
  const auth = { reviewId, tabId: randomUUID(), takeSeat: true };
  return enter(browser.socket("/room", auth), "room:welcomed");
}

/** Opens the lobby. */
export function enterLobby(browser: TestBrowser): Promise<Entrance> {
  return enter(browser.socket("/lobby"), "knock:changed");
}

/** Opens the guider's desk. */
export function enterDesk(browser: TestBrowser): Promise<Entrance> {
  return enter(browser.socket("/desk"), "knocks:changed");
}

function enter(socket: Socket, welcome: string): Promise<Entrance> {
  const welcomed = heard(socket, welcome).then(
    () => ({ kind: "in", socket }) as const,
    (error: Error) => ({ kind: "out", reason: error.message }) as const,
  );
  const closed = heard<{ reason: string }>(socket, "room:closed").then(
    ({ reason }) => ({ kind: "out", reason }) as const,
    (error: Error) => ({ kind: "out", reason: error.message }) as const,
  );
  socket.connect();
  return Promise.race([welcomed, closed]);
}
