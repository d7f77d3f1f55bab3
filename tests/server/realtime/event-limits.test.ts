import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createEventLimits } from "#server/realtime/event-limits.ts";
import { knockLimits } from "#server/realtime/lobby-namespace.ts";
import { openMatrixHouse } from "#tests/helpers/matrix-house.ts";
import type { MatrixHouse } from "#tests/helpers/matrix-house.ts";
import { enterLobby, enterRoom } from "#tests/helpers/room-asks.ts";
import { noLimits, startTestServer } from "#tests/helpers/test-server.ts";
import type { TestServer } from "#tests/helpers/test-server.ts";

describe("the buckets of events", () => {
  it("[DR20] give a burst, then fill at their rate", () => {
    let nowMs = 0;
    const limiter = createEventLimits({ serverNowMs: () => nowMs }).forSocket("one");

    const burst = Array.from({ length: 100 }, () => limiter.admits("a:b")).filter(Boolean).length;
    nowMs += 1_000;
    const second = Array.from({ length: 100 }, () => limiter.admits("a:b")).filter(Boolean).length;

    expect([burst, second]).toEqual([60, 30]);
  });

  it("[DR20] are shared by all sockets of a session, but not by sessions", () => {
    const limits = createEventLimits({ serverNowMs: () => 0 });
    const [first, second, other] = [
      limits.forSocket("a"),
      limits.forSocket("a"),
      limits.forSocket("b"),
    ];

    for (let n = 0; n < 60; n += 1) first.admits("a:b");

    expect(second.admits("a:b")).toBe(false);
    expect(other.admits("a:b")).toBe(true);
  });

  it("[DR20] [PB34] give the pointer, the view and a call's signals their own share, and take nothing of the others' for it", () => {
    const limiter = createEventLimits({ serverNowMs: () => 0 }).forSocket("one");
    const admitted = (name: string) =>
      Array.from({ length: 200 }, () => limiter.admits(name)).filter(Boolean).length;

    const shares = ["pointer:move", "view:set", "call:signal", "playback:command"].map(admitted);

    expect(shares).toEqual([40, 30, 120, 60]);
  });

  it("[DR20] never silence the heartbeat or refuse a cover for a busy hand", () => {
    const limiter = createEventLimits({ serverNowMs: () => 0 }).forSocket("one");

    for (let n = 0; n < 200; n += 1) limiter.admits("a:b");

    expect(limiter.admits("clock:ping")).toBe(true);
    expect(limiter.admits("cover:put")).toBe(true);
  });
});

describe("with the limits of every day", () => {
  let server: TestServer;
  let house: MatrixHouse;
  beforeEach(async () => {
    server = await startTestServer({ limits: { http: noLimits.http ?? {} } });
    house = await openMatrixHouse(server, "live");
  });
  afterEach(async () => {
    house.close();
    await server.close();
  });

  it("[DR20] a flood is refused, then closed, and the other side of the room does not notice", async () => {
    const flood = await enterRoom(house.browser("practitioner"), house.reviewId);
    const other = await enterRoom(house.browser("guider"), house.reviewId);
    if (flood.kind === "out" || other.kind === "out") throw new Error("not let in");

    const closed = new Promise((resolve) => flood.socket.once("disconnect", resolve));
    const answers: unknown[] = [];
    for (let n = 0; n < 2_000; n += 1) {
      flood.socket.emit("cover:lift", {}, (answer: unknown) => answers.push(answer));
    }
    await closed;
    const atMs = performance.now();
    const pong: unknown = await other.socket.emitWithAck("clock:ping", {});

    expect(pong).toMatchObject({ ok: true });
    expect(performance.now() - atMs).toBeLessThan(250);
    expect(answers).toContainEqual({ ok: false, reason: "too-many-requests" });
    expect(answers.length).toBeLessThan(400);
  });

  it("[DR20] a link may knock three times a minute", async () => {
    const entrance = await enterLobby(house.browser("guestWithLink"));
    if (entrance.kind === "out") throw new Error("not let in");

    const answers: unknown[] = [];
    for (let n = 0; n <= knockLimits.perMinute; n += 1) {
      answers.push(await entrance.socket.emitWithAck("knock:ask", { company: "just-me" }));
    }

    expect(answers.slice(0, 3)).toEqual(Array(3).fill(expect.objectContaining({ ok: true })));
    expect(answers[3]).toEqual({ ok: false, reason: "too-many-requests" });
  });
});
