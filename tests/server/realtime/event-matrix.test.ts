import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { can, permissionTable } from "#shared/domain/permissions.ts";
import { lobbyAsks } from "#shared/protocol/door-events.ts";
import { roomAsks } from "#shared/protocol/room-events.ts";
import { openMatrixHouse, situations, visitors } from "#tests/helpers/matrix-house.ts";
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

type RoomEvent = keyof typeof roomAsks;
type LobbyEvent = keyof typeof lobbyAsks;
const roomEvents = Object.keys(roomAsks) as RoomEvent[];
const lobbyEvents = Object.keys(lobbyAsks) as LobbyEvent[];

/** Refusals that mean the table said no; anything else came from behind the door. */
const byTheTable = ["forbidden", "not-signed-in", "review-ended"];

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

async function isAllowed(entrance: Entrance, event: string, message: unknown): Promise<boolean> {
  if (entrance.kind === "out") return false;
  const answer: unknown = await entrance.socket.timeout(5_000).emitWithAck(event, message);
  const { ok, reason } = answer as { ok: boolean; reason?: string }; // every answer is a Result
  return ok || !byTheTable.includes(reason ?? "");
}

describe.each(situations)("with a review that is %s", (situation) => {
  let own: MatrixHouse;
  let foreign: MatrixHouse;
  beforeAll(async () => {
    own = await openMatrixHouse(server, situation);
    foreign = await openMatrixHouse(server, situation);
  });
  afterAll(() => {
    own.close();
    foreign.close();
  });

  it.each(visitors)(
    "[DR15] [A15] every event of a room decides by the table for %s",
    async (kind) => {
      const wrong: string[] = [];

      for (const target of [own, foreign]) {
        const where = target === own ? "own" : "foreign";
        const principal = own.principal(kind);
        const before = target.thing("reviewId");
        const entrance = await enterRoom(own.browser(kind), target.reviewId);
        if ((entrance.kind === "in") !== can(principal, "room:enter", before))
          wrong.push(`entering ${where}`);
        // A guider who enters a planned room opens it.
        const isOpened = entrance.kind === "in" && situation === "planned";
        const thing = isOpened ? target.liveThing() : before;
        for (const event of roomEvents) {
          expect(Object.hasOwn(permissionTable, roomAsks[event].action)).toBe(true);
          const wanted = entrance.kind === "in" && can(principal, roomAsks[event].action, thing);
          const got = await isAllowed(entrance, event, roomMessages[event]());
          if (got !== wanted) wrong.push(`${event} ${where}: ${got}, not ${wanted}`);
        }
        if (entrance.kind === "in") entrance.socket.disconnect();
        await target.restore();
      }

      expect(wrong).toEqual([]);
    },
  );

  it.each(visitors)(
    "[DR15] [A15] every event of the lobby decides by the table for %s",
    async (kind) => {
      const principal = own.principal(kind);
      const wrong: string[] = [];

      const entrance = await enterLobby(own.browser(kind));
      for (const event of lobbyEvents) {
        const wanted =
          principal.kind === "guest" &&
          can(principal, lobbyAsks[event].action, own.thing("reviewId"));
        const got = await isAllowed(entrance, event, lobbyMessages[event]());
        if (got !== wanted) wrong.push(`${event}: ${got}, not ${wanted}`);
      }
      if (entrance.kind === "in") entrance.socket.disconnect();

      expect(wrong).toEqual([]);
    },
  );

  it.each(visitors)("[DR15] [A15] the desk opens for guiders alone: %s", async (kind) => {
    const entrance = await enterDesk(own.browser(kind));

    const isGuider = can(own.principal(kind), "desk:open", { kind: "nothing" });
    expect(entrance.kind).toBe(isGuider ? "in" : "out");
  });
});
