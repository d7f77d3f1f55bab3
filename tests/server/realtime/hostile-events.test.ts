import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import type { Socket } from "socket.io-client";
import { lobbyAsks } from "#shared/protocol/door-events.ts";
import { roomAsks } from "#shared/protocol/room-events.ts";
import { hostileMessages, megabyte, spoiled, unknownEvents } from "#tests/helpers/hostile-input.ts";
import { openMatrixHouse } from "#tests/helpers/matrix-house.ts";
import type { MatrixHouse } from "#tests/helpers/matrix-house.ts";
import {
  enterDesk,
  enterLobby,
  enterRoom,
  lobbyMessages,
  roomMessages,
} from "#tests/helpers/room-asks.ts";
import type { Entrance } from "#tests/helpers/room-asks.ts";
import { startTestServer } from "#tests/helpers/test-server.ts";
import type { TestServer } from "#tests/helpers/test-server.ts";

let server: TestServer;
let house: MatrixHouse;
beforeAll(async () => {
  server = await startTestServer();
  house = await openMatrixHouse(server, "live");
});
afterEach(() => {
  if (server.logged().includes("event broke")) throw new Error("a handler broke");
});
afterAll(async () => {
  house.close();
  await server.close();
});

const roomEvents = Object.keys(roomAsks) as (keyof typeof roomAsks)[];
const lobbyEvents = Object.keys(lobbyAsks) as (keyof typeof lobbyAsks)[];

function socketOf(entrance: Entrance): Socket {
  if (entrance.kind === "out") throw new Error(`not let in: ${entrance.reason}`);
  return entrance.socket;
}
const inRoom = async () => socketOf(await enterRoom(house.browser("guider"), house.reviewId));
const inLobby = async () => socketOf(await enterLobby(house.browser("guestWithLink")));
const ask = (socket: Socket, ...event: [string, ...unknown[]]): Promise<unknown> =>
  socket.timeout(5_000).emitWithAck(...event);

async function expectAllInvalid(socket: Socket, event: string, wellFormed: object): Promise<void> {
  const messages = [...hostileMessages.map(([, message]) => message), ...spoiled(wellFormed)];
  for (const message of messages) {
    expect(await ask(socket, event, message)).toEqual({ ok: false, reason: "invalid" });
  }
  expect(await ask(socket, event)).toEqual({ ok: false, reason: "invalid" });
  expect(await ask(socket, event, wellFormed, "more")).toEqual({ ok: false, reason: "invalid" });
  expect(socket.connected).toBe(true);
}

it.each(roomEvents)("[DR16] %s refuses every hostile message by name", async (event) => {
  const socket = await inRoom();
  const wellFormed = roomMessages[event]();
  expect(roomAsks[event].schema.safeParse(wellFormed).success).toBe(true);

  await expectAllInvalid(socket, event, wellFormed);

  socket.disconnect();
});

it.each(lobbyEvents)("[DR16] %s refuses every hostile message by name", async (event) => {
  const socket = await inLobby();

  await expectAllInvalid(socket, event, lobbyMessages[event]());

  socket.disconnect();
});

it.each([...roomEvents, ...lobbyEvents])(
  "[DR16] %s does without an acknowledgement, whatever it is sent",
  async (event) => {
    const isRoom = Object.hasOwn(roomAsks, event);
    const socket = isRoom ? await inRoom() : await inLobby();

    socket.emit(event);
    for (const [, message] of hostileMessages) socket.emit(event, message);
    socket.emit(event, { ...roomMessages, ...lobbyMessages }[event]());
    const last = isRoom ? ask(socket, "clock:ping", {}) : ask(socket, "knock:cancel", {});

    expect(await last).toMatchObject({ ok: true });
    socket.disconnect();
  },
);

it.each(["room", "lobby", "desk"] as const)(
  "[DR16] an event that is none is refused in the %s",
  async (where) => {
    const socket =
      where === "room"
        ? await inRoom()
        : where === "lobby"
          ? await inLobby()
          : socketOf(await enterDesk(house.browser("guider")));

    for (const event of unknownEvents) {
      expect(await ask(socket, event, {})).toEqual({ ok: false, reason: "invalid" });
    }

    expect(socket.connected).toBe(true);
    socket.disconnect();
  },
);

it("[DR16] the lobby takes no event of the room and the desk none of the lobby", async () => {
  const lobby = await inLobby();
  const desk = socketOf(await enterDesk(house.browser("guider")));

  for (const event of roomEvents) {
    expect(await ask(lobby, event, roomMessages[event]())).toEqual({
      ok: false,
      reason: "invalid",
    });
  }
  for (const event of lobbyEvents) {
    expect(await ask(desk, event, lobbyMessages[event]())).toEqual({
      ok: false,
      reason: "invalid",
    });
  }
  lobby.disconnect();
  desk.disconnect();
});

it("[DR16] a message of a megabyte closes its own socket and nobody else's", async () => {
  const hostile = await inRoom();
  const other = socketOf(await enterRoom(house.browser("practitioner"), house.reviewId));

  const closed = new Promise((resolve) => hostile.once("disconnect", resolve));
  hostile.emit("company:say", { company: megabyte });
  await closed;

  expect(await ask(other, "clock:ping", {})).toMatchObject({ ok: true });
  other.disconnect();
});

it.each([
  ["no review", {}],
  ["a review that is none", { reviewId: "1", tabId: "2", takeSeat: "yes" }],
  ["a prototype", JSON.parse('{"__proto__":{"reviewId":"1"}}') as Record<string, unknown>],
])("[DR16] a handshake with %s is turned away", async (_what, auth) => {
  const socket = house.browser("guider").socket("/room", auth);
  const out = new Promise((resolve) => {
    socket.once("connect_error", resolve);
    socket.once("room:closed", resolve);
  });
  socket.connect();

  expect(await out).toMatchObject({ reason: "link-ended" });
  socket.disconnect();
});

it("[DR16] the root namespace and unheard-of ones admit nobody", async () => {
  for (const namespace of ["/", "/unheard-of"]) {
    const socket = house.browser("guider").socket(namespace);
    const refused = new Promise((resolve) => socket.once("connect_error", resolve));
    socket.connect();

    expect(await refused).toBeInstanceOf(Error);
    socket.disconnect();
  }
});
