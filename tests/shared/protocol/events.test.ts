import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { permissionTable } from "#shared/domain/permissions.ts";
import { boardSocketQuerySchema } from "#shared/protocol/board-socket.ts";
import { boardCloseCodes } from "#shared/protocol/close-reasons.ts";
import { deskTells, lobbyAsks, lobbyTells } from "#shared/protocol/door-events.ts";
import type { Ask } from "#shared/protocol/events.ts";
import { roomAsks, roomHandshakeSchema, roomTells } from "#shared/protocol/room-events.ts";
import { lobbyMessages, roomMessages } from "#tests/helpers/room-asks.ts";

const asks = Object.entries<Ask>({ ...roomAsks, ...lobbyAsks });
const messages: Record<string, () => object> = { ...roomMessages, ...lobbyMessages };
const messageOf = (name: string): object => messages[name]?.() ?? {};

/** What must not pass for the number of a frame. */
const noFrames = [-1, 0.5, 100_001, Number.NaN, Number.POSITIVE_INFINITY, "3", null];

describe("the events that may be asked", () => {
  it("[DR15] need actions that stand in the permission table", () => {
    expect(asks.length).toBeGreaterThan(10);
    expect(asks.filter(([, { action }]) => !Object.hasOwn(permissionTable, action))).toEqual([]);
  });

  it("[HS7] are called noun:verb, and no event that is told has a name of theirs", () => {
    const tells = Object.keys({ ...roomTells, ...lobbyTells, ...deskTells });
    const names = asks.map(([name]) => name);

    for (const name of [...names, ...tells]) expect(name).toMatch(/^[a-z]+:[a-z]+$/);
    expect(tells.filter((name) => names.includes(name))).toEqual([]);
  });

  it.each(asks)(
    "[DR16] %s takes its message and none with more, less or another kind",
    (name, { schema }) => {
      const message = messageOf(name);

      expect(schema.safeParse(message).success).toBe(true);
      expect(schema.safeParse({ ...message, more: 1 }).success).toBe(false);
      for (const odd of [undefined, null, [], "{}", 1, true]) {
        expect(schema.safeParse(odd).success).toBe(false);
      }
      for (const [left, value] of Object.entries(message)) {
        const rest = Object.fromEntries(Object.entries(message).filter(([fact]) => fact !== left));
        expect(schema.safeParse(rest).success).toBe(false);
        expect(schema.safeParse({ ...message, [left]: [value] }).success).toBe(false);
      }
    },
  );
});

describe("a playback command", () => {
  const { schema } = roomAsks["playback:command"];
  const clipId = randomUUID();
  const takes = (command: unknown) =>
    schema.safeParse({ commandId: randomUUID(), epoch: randomUUID(), revision: 0, command })
      .success;

  it.each(["pause", "seek", "visit"])("[PB3] to %s names a frame that there can be", (kind) => {
    expect([0, 100_000].map((frame) => takes({ kind, clipId, frame }))).toEqual([true, true]);
    for (const frame of noFrames) expect(takes({ kind, clipId, frame })).toBe(false);
  });

  it("[PB5] to step goes at most ten seconds either way", () => {
    expect([-250, 0, 250].map((frames) => takes({ kind: "step", clipId, frames }))).not.toContain(
      false,
    );
    for (const frames of [-251, 251, 0.5])
      expect(takes({ kind: "step", clipId, frames })).toBe(false);
  });

  it("[PB7] to change the speed knows four speeds", () => {
    const speeds = [0, 0.25, 0.5, 0.75, 1, 1.25, 2, -1];

    expect(speeds.filter((rate) => takes({ kind: "rate", rate }))).toEqual([0.25, 0.5, 0.75, 1]);
  });

  it("[DR16] is one of those there are, with nothing of another's", () => {
    expect(takes({ kind: "play" })).toBe(true);
    expect(takes({ kind: "play", frame: 3 })).toBe(false);
    expect(takes({ kind: "stop" })).toBe(false);
    expect(takes({ kind: "clip", clipId: "constructor" })).toBe(false);
  });
});

it("[DR16] a report of a line carries only measures that there can be", () => {
  const { schema } = roomAsks["member:report"];
  const report = {
    picture: "ready",
    frame: null,
    roundTripMs: 40,
    startLatencyMs: 20,
    beatAtServerMs: null,
  };

  expect(schema.safeParse(report).success).toBe(true);
  for (const changes of [
    { roundTripMs: -1 },
    { roundTripMs: Number.POSITIVE_INFINITY },
    { startLatencyMs: 5_001 },
    { picture: "gone" },
  ]) {
    expect(schema.safeParse({ ...report, ...changes }).success).toBe(false);
  }
});

it.each<[string, z.ZodType, object]>([
  ["room", roomHandshakeSchema, { reviewId: randomUUID(), tabId: randomUUID(), takeSeat: true }],
  ["board", boardSocketQuerySchema, { tab: randomUUID(), epoch: randomUUID() }],
])(
  "[DR16] the handshake of a %s names what it is about by random ids",
  (_what, schema, handshake) => {
    expect(schema.safeParse(handshake).success).toBe(true);
    for (const left of Object.keys(handshake)) {
      expect(schema.safeParse({ ...handshake, [left]: "1" }).success).toBe(false);
    }
  },
);

describe("the codes a board is closed with", () => {
  const forGood = [
    "revoked",
    "forbidden",
    "ended",
    "epochChanged",
    "diverged",
    "movedTab",
    "frozen",
  ];

  it("[BD17] say by their number whether to come back: y-websocket stays away from 4400-4499 only", () => {
    const staysAway = Object.entries(boardCloseCodes)
      .filter(([, code]) => code >= 4400 && code <= 4499)
      .map(([name]) => name);

    expect(staysAway).toEqual(forGood);
  });

  it("[BD17] are all different, and such as a server may send", () => {
    const codes = Object.values<number>(boardCloseCodes);
    const reserved = [1004, 1005, 1006, 1015];

    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) {
      expect(code >= 4000 ? code < 5000 : code >= 1000 && code <= 1014).toBe(true);
      expect(reserved).not.toContain(code);
    }
  });
});
