import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Server } from "socket.io";
import type { Socket } from "socket.io";
import { afterEach, expect, it, vi } from "vitest";
import { openRoomConnection } from "#client/lib/room-connection.ts";
import type { RoomConnection } from "#client/lib/room-connection.ts";
import { wholeView } from "#shared/playback/view.ts";
import { ok } from "#shared/lib/result.ts";
import { buildTimeline, buildTimelineClip, nadia } from "#tests/helpers/timelines.ts";

type Reply = (answer: unknown) => void;

const closing: (() => Promise<void> | void)[] = [];
const clip = buildTimelineClip();
const timeline = buildTimeline(clip);

afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

/** A real Socket.IO server on loopback that says what it is told to. */
async function openServer(clockAheadMs = 0) {
  const http = createServer();
  const io = new Server(http);
  const sockets: Socket[] = [];
  const commands: { commandId: string }[] = [];
  const state = { answersCommands: true, answersPings: true };
  io.of("/room").on("connection", (socket) => {
    sockets.push(socket);
    socket.on("clock:ping", (_message: unknown, reply: Reply) => {
      if (state.answersPings) reply(ok({ serverNowMs: performance.now() + clockAheadMs }));
    });
    socket.on("playback:command", (message: { commandId: string }, reply: Reply) => {
      commands.push(message);
      if (state.answersCommands) reply(ok({ timeline, serverNowMs: performance.now() }));
    });
    socket.emit("room:welcomed", {
      timeline,
      serverNowMs: performance.now() + clockAheadMs,
      me: nadia,
      members: [],
      cover: { by: [], liftableByOthers: false },
      agreement: null,
      gate: null,
      view: { view: wholeView, by: null },
      seated: true,
      locked: false,
    });
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  closing.push(() => io.close());
  const { port } = http.address() as AddressInfo; // listening on a port, so it has one
  return { io, sockets, commands, state, origin: `http://127.0.0.1:${port}` };
}

async function openLine(origin: string): Promise<RoomConnection> {
  const connection = openRoomConnection({ reviewId: randomUUID(), tabId: randomUUID(), origin });
  closing.push(() => connection.close());
  await vi.waitFor(() => expect(connection.link().kind).toBe("here"));
  return connection;
}

it("[PB43] hears of the gate and of the shared view as it comes in", async () => {
  const server = await openServer(0);
  const connection = await openLine(server.origin);

  await vi.waitFor(() => expect(connection.latest("gate:changed")).toEqual({ gate: null }));
  expect(connection.latest("view:changed")).toEqual({ view: wholeView, by: null });
});

it("[PB11] learns the server's clock within a second of connecting", async () => {
  const server = await openServer(1_000_000);
  const connection = await openLine(server.origin);

  await vi.waitFor(() => expect(connection.clock.errorMs()).toBeLessThan(50));

  const nowMs = performance.now();
  const offMs = connection.clock.estimatedServerNowMs(nowMs) - nowMs - 1_000_000;
  expect(Math.abs(offMs)).toBeLessThan(50);
});

it("[PB16] passes on what it is told, drops what has no agreed shape, and remembers the last", async () => {
  const server = await openServer();
  const connection = await openLine(server.origin);
  const heard: number[] = [];
  connection.on("playback:changed", (news) => heard.push(news.timeline?.revision ?? -1));

  server.sockets[0]?.emit("playback:changed", { timeline: { epoch: 1 }, serverNowMs: "now" });
  server.sockets[0]?.emit("playback:changed", {
    timeline: { ...timeline, revision: 8 },
    serverNowMs: 5,
  });

  await vi.waitFor(() => expect(heard).toEqual([8]));
  expect(connection.latest("playback:changed")?.timeline?.revision).toBe(8);
  expect(connection.latest("cover:changed")).toEqual({ by: [], liftableByOthers: false });
});

it("[PB17] sends a command again after the line broke before its answer, under its own id", async () => {
  const server = await openServer();
  const connection = await openLine(server.origin);
  server.state.answersCommands = false;
  const answer = connection.commands.send({ kind: "play" }, timeline);
  await vi.waitFor(() => expect(server.commands).toHaveLength(1));

  server.state.answersCommands = true;
  server.sockets[0]?.conn.close();

  expect(await answer).toMatchObject({ ok: true });
  expect(server.commands.length).toBeGreaterThan(1);
  expect(new Set(server.commands.map((command) => command.commandId)).size).toBe(1);
});

it("[PB16] comes back after the server let go, without taking the seat from a newer tab", async () => {
  const server = await openServer();
  await openLine(server.origin);

  server.sockets[0]?.disconnect(true);

  await vi.waitFor(() => expect(server.sockets).toHaveLength(2), { timeout: 5_000 });
  expect(server.sockets.map((socket) => socket.handshake.auth["takeSeat"] as boolean)).toEqual([
    true,
    false,
  ]);
});

it("[PB16] says that the line is lost when nothing is heard, and opens a new socket by itself", async () => {
  const server = await openServer();
  const connection = await openLine(server.origin);
  const links: string[] = [];
  connection.onLink((link) => links.push(link.kind));

  server.state.answersPings = false;
  await vi.waitFor(() => expect(links).toContain("lost"), { timeout: 6_000 });
  await vi.waitFor(() => expect(server.sockets.length).toBeGreaterThan(1), { timeout: 6_000 });

  await vi.waitFor(() => expect(links).toEqual(["lost", "here"]));
});

it("[PB16] ends for good when the server says why, and only then", async () => {
  const server = await openServer();
  const connection = await openLine(server.origin);

  server.sockets[0]?.emit("room:closed", { reason: "server-restarting" });
  server.sockets[0]?.emit("room:closed", { reason: "review-ended" });

  await vi.waitFor(() =>
    expect(connection.link()).toEqual({ kind: "closed", reason: "review-ended" }),
  );
  expect(await connection.ask("cover:put", {})).toEqual({ ok: false, reason: "no-answer" });
});

it("[PB16] counts an answer without the agreed shape as the server's fault", async () => {
  const server = await openServer();
  const connection = await openLine(server.origin);
  server.sockets[0]?.on("cover:put", (_message: unknown, reply: Reply) => reply({ fine: true }));
  server.sockets[0]?.on("cover:lift", (_message: unknown, reply: Reply) =>
    reply({ ok: false, reason: "not-seated" }),
  );

  expect(await connection.ask("cover:put", {})).toEqual({ ok: false, reason: "server-error" });
  expect(await connection.ask("cover:lift", {})).toEqual({ ok: false, reason: "not-seated" });
});
