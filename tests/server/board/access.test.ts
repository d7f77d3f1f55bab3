import { once } from "node:events";
import { connect } from "node:net";
import { expect, it, vi } from "vitest";
import type { AccessChange } from "#server/access-changes.ts";
import { boardCloseCodes } from "#shared/protocol/close-reasons.ts";
import { WebSocket } from "ws";
import { buildBoardHouse, seatGuest, serveBoards, storeLiveReview } from "./board-house.ts";
import type { BoardHouse, BoardServer } from "./board-house.ts";
import { helpingQuestionOf, joinBoard } from "./join-board.ts";

const { revoked, forbidden, ended, diverged, movedTab } = boardCloseCodes;

/** The status a handshake is refused with, or 101. */
async function handshake(
  server: BoardServer,
  path: string,
  headers: Record<string, string>,
): Promise<number> {
  const socket = new WebSocket(`ws://127.0.0.1:${String(server.port)}${path}`, { headers });
  return await new Promise((resolve) => {
    socket.on("open", () => resolve(101));
    socket.on("unexpected-response", (_request, response) => resolve(response.statusCode ?? 0));
    socket.on("error", () => resolve(0));
  }).then((status) => {
    socket.terminate();
    return Number(status);
  });
}

it("[BD17] a page of another origin is refused before anything else, and so is a wrong address", async () => {
  const house = await buildBoardHouse();
  const server = await serveBoards(house);
  const { cookie } = house.guider;
  const path = `/yjs/${house.reviewId}?tab=${crypto.randomUUID()}`;
  const origin = `http://127.0.0.1:${String(server.port)}`;
  const foreign = [
    "http://evil.example",
    "null",
    "http://127.0.0.1:1",
    origin.replace("http", "https"),
  ];

  for (const other of foreign) {
    expect(await handshake(server, path, { cookie, origin: other })).toBe(403);
  }
  expect(await handshake(server, path, { cookie })).toBe(403);
  expect(await handshake(server, path, { cookie, origin, host: "evil.example" })).toBe(403);
  for (const wrong of [
    `/yjs/${house.reviewId}`,
    "/yjs/x?tab=y",
    `/yjs//?tab=`,
    `${path}/..`,
    "/yjs",
  ]) {
    expect(await handshake(server, wrong, { cookie, origin })).toBe(400);
  }
  expect(await handshake(server, path, { cookie, origin })).toBe(101);
});

it("[BD17] whoever is not a member is turned away for good and sees not a word", async () => {
  const house = await buildBoardHouse();
  const server = await serveBoards(house);
  const otherReview = await storeLiveReview(house.stores, house.journey);
  const stranger = await seatGuest(house.stores, otherReview, "practitioner");
  const unadmitted = await seatGuest(house.stores, house.reviewId, "practitioner");
  if (unadmitted.inviteId !== null) await house.stores.invites.bind(unadmitted.inviteId, null);
  const nobody = { ...house.guider, cookie: "sid=nothing" };

  for (const [guest, code] of [
    [stranger, forbidden],
    [unadmitted, forbidden],
    [nobody, revoked],
  ] as const) {
    const turnedAway = joinBoard(server, guest);
    await turnedAway.closedWith(code);
    expect(turnedAway.provider.shouldConnect).toBe(false);
    expect(turnedAway.provider.synced).toBe(false);
    expect(turnedAway.doc.share.size).toBe(0);
  }
});

it("[BD17] broken frames, from inside or from somebody turned away, stop nothing", async () => {
  const house = await buildBoardHouse();
  const server = await serveBoards(house);
  const nadia = joinBoard(server, house.guider);
  await nadia.synced();

  for (const cookie of ["sid=nothing", house.practitioner.cookie]) {
    const socket = connect(server.port, "127.0.0.1");
    const path = `/yjs/${house.reviewId}?tab=${crypto.randomUUID()}`;
    const host = `127.0.0.1:${String(server.port)}`;
    const lines = [
      `GET ${path} HTTP/1.1`,
      `Host: ${host}`,
      `Origin: http://${host}`,
      `Cookie: ${cookie}`,
      "Connection: Upgrade",
      "Upgrade: websocket",
      "Sec-WebSocket-Version: 13",
      `Sec-WebSocket-Key: ${Buffer.alloc(16).toString("base64")}`,
    ];
    socket.write(`${lines.join("\r\n")}\r\n\r\n`);
    const [answer] = (await once(socket, "data")) as [Buffer]; // a socket's data is a Buffer
    expect(String(answer)).toContain("101");
    socket.write(Buffer.alloc(64, 0xff));
    socket.resume();
    await once(socket, "close");
  }

  await nadia.sendFence().answered();
  expect(nadia.closeCodes).toEqual([]);
});

const takings: [string, (house: BoardHouse) => AccessChange][] = [
  [
    "the link is ended",
    ({ reviewId, practitioner }) => ({
      kind: "invite-revoked",
      reviewId,
      inviteId: practitioner.inviteId ?? fail(),
    }),
  ],
  [
    "they are asked out",
    ({ reviewId, practitioner: { participantId } }) => ({
      kind: "asked-out",
      reviewId,
      participantId,
    }),
  ],
  ["they sign out", ({ practitioner: { sessionId } }) => ({ kind: "session-ended", sessionId })],
  [
    "the seat moves to another device",
    ({ reviewId, practitioner: { sessionId } }) => ({
      kind: "seat-rebound",
      reviewId,
      sessionId,
    }),
  ],
];
it.each(takings)("[BD18] a board is closed within a second when %s", async (_name, change) => {
  const house = await buildBoardHouse();
  const server = await serveBoards(house);
  const nadia = joinBoard(server, house.guider);
  const callum = joinBoard(server, house.practitioner);
  await Promise.all([nadia.synced(), callum.synced()]);
  const startedAtMs = performance.now();

  server.access.announce(change(house));
  helpingQuestionOf(callum.doc).insert(0, "too late ");
  await callum.closedWith(revoked);

  expect(performance.now() - startedAtMs).toBeLessThan(1_000);
  expect(nadia.closeCodes).toEqual([]);
  await nadia.sendFence().answered();
  expect(helpingQuestionOf(nadia.doc).toJSON()).not.toContain("too late");
});

it("[BD18] when the review ends guests are closed and the guider reads on, without writing", async () => {
  const house = await buildBoardHouse();
  const server = await serveBoards(house);
  const nadia = joinBoard(server, house.guider);
  const callum = joinBoard(server, house.practitioner);
  await Promise.all([nadia.synced(), callum.synced()]);

  await house.stores.reviews.setState(house.reviewId, "ended", Date.now());
  server.access.announce({ kind: "review-ended", reviewId: house.reviewId });

  await callum.closedWith(ended);
  const late = joinBoard(server, house.practitioner);
  await late.closedWith(ended);
  await nadia.sendFence().answered();
  expect(nadia.closeCodes).toEqual([]);
  helpingQuestionOf(nadia.doc).insert(0, "x");
  await nadia.closedWith(diverged);
});

it("[BD18] letting somebody in lets the guider write at once", async () => {
  const house = await buildBoardHouse();
  await house.stores.reviews.setState(house.reviewId, "planned", Date.now());
  const server = await serveBoards(house);
  const nadia = joinBoard(server, house.guider);
  await nadia.synced();

  await house.stores.reviews.setState(house.reviewId, "live", Date.now());
  const { reviewId, practitioner } = house;
  const { participantId } = practitioner;
  server.access.announce({ kind: "let-in", reviewId, participantId, company: "just-me" });
  helpingQuestionOf(nadia.doc).insert(0, "Now: ");
  await nadia.sendFence().answered();

  expect(nadia.closeCodes).toEqual([]);
});

it("[BD18] a seat that ended without a word is found at the next check", async () => {
  vi.useFakeTimers({ toFake: ["setInterval"] });
  const house = await buildBoardHouse();
  const server = await serveBoards(house);
  const callum = joinBoard(server, house.practitioner);
  await callum.synced();
  await house.stores.sessions.end(house.practitioner.tokenHash);

  vi.advanceTimersByTime(30_000);
  vi.useRealTimers();

  await callum.closedWith(revoked);
});

it("[BD19] the room closes the sockets it names, and no others", async () => {
  const house = await buildBoardHouse();
  const server = await serveBoards(house);
  const older = joinBoard(server, house.practitioner);
  const newer = joinBoard(server, house.practitioner);
  const nadia = joinBoard(server, house.guider);
  await Promise.all([older.synced(), newer.synced(), nadia.synced()]);
  const { reviewId, practitioner, guider } = house;

  server.boards.closeSockets(reviewId, movedTab, {
    participantId: practitioner.participantId,
    tabId: older.tabId,
  });
  await older.closedWith(movedTab);
  await newer.sendFence().answered();
  server.boards.closeSockets(reviewId, revoked, { sessionId: guider.sessionId });
  await nadia.closedWith(revoked);
  await newer.sendFence().answered();
  server.boards.closeSockets(reviewId, ended);
  await newer.closedWith(ended);

  expect(older.closeCodes).toEqual([movedTab]);
  expect(nadia.closeCodes).toEqual([revoked]);
  expect(newer.closeCodes).toEqual([ended]);
});

it("[BD19] a server that goes down tells its clients to come back", async () => {
  const server = await serveBoards(await buildBoardHouse());
  const nadia = joinBoard(server, server.house.guider);
  await nadia.synced();

  await server.boards.close();

  await nadia.closedWith(boardCloseCodes.goingAway);
  expect(nadia.provider.shouldConnect).toBe(true);
});

function fail(): never {
  throw new Error("a guest has an invite");
}
