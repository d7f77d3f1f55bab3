import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { WebSocket } from "ws";
import { openMatrixHouse } from "#tests/helpers/matrix-house.ts";
import { enterDesk, enterLobby, enterRoom } from "#tests/helpers/room-asks.ts";
import { startTestServer } from "#tests/helpers/test-server.ts";

it("[DR24] a server that goes down closes every socket and ends within two seconds", async () => {
  const server = await startTestServer();
  const house = await openMatrixHouse(server, "live");
  const room = await enterRoom(house.browser("guider"), house.reviewId);
  const lobby = await enterLobby(house.browser("guestWithLink"));
  const desk = await enterDesk(house.browser("guider"));
  const board = new WebSocket(
    `${server.origin.replace("http", "ws")}/yjs/${house.reviewId}?tab=${randomUUID()}`,
    { headers: { origin: server.origin, cookie: house.browser("guider").cookie() } },
  );
  await new Promise((resolve) => board.once("open", resolve));
  const boardClosed = new Promise((resolve) => board.once("close", resolve));

  const atMs = performance.now();
  await server.close();

  expect(performance.now() - atMs).toBeLessThan(2_000);
  expect(await boardClosed).toBe(1001);
  expect([room.kind, lobby.kind, desk.kind]).toEqual(["in", "in", "in"]);
});
