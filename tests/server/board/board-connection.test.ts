import { expect, it, vi } from "vitest";
import { WebSocket } from "ws";
import { BoardMembers } from "#server/board/board-members.ts";
import type { BoardMember } from "#server/board/board-member.ts";
import { ClientOwners } from "#server/board/client-owners.ts";
import { TokenBucket } from "#server/board/token-bucket.ts";
import { buildBoardHouse, serveBoards } from "./board-house.ts";
import { helpingQuestionOf, joinBoard, waiting } from "./join-board.ts";

it("[BD22] a reader who lets more than 1 MiB pile up is dropped, and the others go on", async () => {
  const buffered = vi.spyOn(WebSocket.prototype, "bufferedAmount", "get").mockReturnValue(0);
  const server = await serveBoards(await buildBoardHouse());
  const nadia = joinBoard(server, server.house.guider);
  const slow = joinBoard(server, server.house.practitioner);
  await Promise.all([nadia.synced(), slow.synced()]);

  buffered.mockReturnValue(1024 * 1024 + 1);
  helpingQuestionOf(nadia.doc).insert(0, "So: ");
  await vi.waitFor(() => expect(slow.closeCodes).toContain(1006), waiting);
  buffered.mockReturnValue(0);

  expect(slow.provider.shouldConnect).toBe(true);
  await slow.synced();
  await vi.waitFor(
    () => expect(helpingQuestionOf(slow.doc).toJSON()).toBe("So: What helps Ada to ask?"),
    waiting,
  );
  buffered.mockRestore();
});

it("[BD22] a connection that gives no sign of life is ended, and a living one is not", async () => {
  vi.useFakeTimers({ toFake: ["setInterval"] });
  const server = await serveBoards(await buildBoardHouse());
  const { guider, practitioner, reviewId } = server.house;
  const living = joinBoard(server, guider);
  await living.synced();
  const origin = `http://127.0.0.1:${String(server.port)}`;
  const address = `ws://127.0.0.1:${String(server.port)}/yjs/${reviewId}?tab=${crypto.randomUUID()}`;
  const silent = new WebSocket(address, {
    headers: { cookie: practitioner.cookie, origin },
    autoPong: false,
  });
  let pings = 0;
  const closed = new Promise<number>((resolve) => silent.on("close", resolve));
  silent.on("ping", () => {
    pings += 1;
    if (pings === 1) silent.pong();
  });
  await new Promise((resolve) => silent.on("open", resolve));

  const beat = async (times: number) => {
    for (let n = 0; n < times; n += 1) {
      const before = pings;
      vi.advanceTimersByTime(1_000);
      await living.sendFence().answered();
      await vi.waitFor(() => expect(pings).toBe(before + 1), waiting);
    }
  };
  await beat(5);
  expect(silent.readyState).toBe(WebSocket.OPEN);
  vi.advanceTimersByTime(1_000);
  vi.useRealTimers();

  expect(await closed).toBe(1006);
  await living.sendFence().answered();
  expect(living.closeCodes).toEqual([]);
});

it("[BD22] a lone client hears from the server before y-websocket would give it up", () => {
  const frames: Uint8Array[] = [];
  const members = new BoardMembers(new ClientOwners([]), () => 0);
  const member = { send: (frame: Uint8Array) => frames.push(frame) };
  members.join(member as unknown as BoardMember); // it is only sent to

  members.tellAlive();

  expect(frames.at(-1)).toEqual(Uint8Array.from([1, 1, 0]));
});

it("[BD14] an allowance may be overdrawn once and says how long to wait", () => {
  let nowMs = 0;
  const bucket = new TokenBucket(60, 200, () => nowMs);

  expect(bucket.charge(200)).toBe(0);
  expect(bucket.charge(60)).toBe(1_000);
  nowMs = 1_500;
  expect(bucket.charge(30)).toBe(0);
  nowMs = 100_000;
  expect(bucket.charge(200)).toBe(0);
  expect(bucket.charge(1)).toBeGreaterThan(0);
});
