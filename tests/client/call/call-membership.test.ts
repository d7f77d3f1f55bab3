import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createMembership, joinWaitsMs } from "#client/features/call/call-session-membership.ts";
import { fail } from "#shared/lib/result.ts";
import { callOf, joinedTo, standInRoom } from "./stand-in-call.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function open(join: () => unknown = () => joinedTo(callOf([]))) {
  const room = standInRoom({ "call:join": join });
  const heard = {
    joined: vi.fn<() => void>(),
    lost: vi.fn<() => void>(),
    out: vi.fn<() => void>(),
  };
  const membership = createMembership({
    connection: room.connection,
    isAble: true,
    words: async () => ({ microphone: "on", camera: "off", publicKey: null }),
    onJoined: heard.joined,
    onLost: heard.lost,
    onOut: heard.out,
    onChange: () => {},
  });
  const joins = () => room.namesAsked().filter((name) => name === "call:join").length;
  return { room, membership, heard, joins };
}
const settle = () => vi.advanceTimersByTimeAsync(0);

it("[CL16] only the page with the seat comes into the call, once it is wanted", async () => {
  const { room, membership, joins } = open();

  membership.want(true);
  await settle();
  expect([joins(), membership.state]).toEqual([0, "out"]);
  room.seat();
  await settle();

  expect([joins(), membership.state]).toEqual([1, "in"]);
});

it("[CL16] a page whose seat is taken is out at once, and in again when it has it back", async () => {
  const { room, membership, heard, joins } = open();
  membership.want(true);
  room.seat();
  await settle();

  room.tell("seat:moved", {});
  expect([membership.state, heard.out.mock.calls.length]).toEqual(["out", 1]);
  room.seat();
  await settle();

  expect([joins(), membership.state]).toEqual([2, "in"]);
});

it("[CL16] it comes in again after each welcome and each lost router, and is not out between", async () => {
  const { room, membership, heard, joins } = open();
  membership.want(true);
  room.seat();
  await settle();

  room.seat();
  expect(membership.state).toBe("again");
  await settle();
  room.tell("call:ended", { reason: "lost" });
  await settle();

  expect([joins(), membership.state]).toEqual([3, "in"]);
  expect([heard.lost.mock.calls.length, heard.out.mock.calls.length]).toEqual([1, 0]);
});

it("[CL16] a server that does not answer is asked again after growing waits", async () => {
  let isBack = false;
  const { room, membership, joins } = open(() =>
    isBack ? joinedTo(callOf([])) : fail("no-answer"),
  );
  membership.want(true);
  room.seat();
  await settle();

  for (const [index, waitMs] of joinWaitsMs.entries()) {
    expect(joins()).toBe(index + 1);
    await vi.advanceTimersByTimeAsync(waitMs);
  }
  isBack = true;
  await vi.advanceTimersByTimeAsync(joinWaitsMs[3]);

  expect(membership.state).toBe("in");
});

it.each([
  ["call-off", "unavailable"],
  ["call-full", "full"],
  ["not-seated", "out"],
] as const)("[CL16] refused as %s it is %s, and does not ask on", async (reason, state) => {
  const { room, membership, joins } = open(() => fail(reason));
  membership.want(true);
  room.seat();
  await vi.advanceTimersByTimeAsync(60_000);

  expect([joins(), membership.state]).toEqual([1, state]);
});

it("[CL16] who leaves says so, stays out over a lost line, and an answer that comes late changes nothing", async () => {
  const { room, membership, heard } = open();
  membership.want(true);
  room.seat();
  membership.want(false);
  await settle();
  room.seat();
  await settle();

  expect(room.namesAsked()).toContain("call:leave");
  expect([membership.state, heard.joined.mock.calls.length]).toEqual(["out", 0]);
});

it("[CL16] the end of the review is the end of the call", async () => {
  const { room, membership, heard } = open();
  membership.want(true);
  room.seat();
  await settle();

  room.setLink({ kind: "closed", reason: "review-ended" });

  expect([membership.state, heard.out.mock.calls.length]).toEqual(["out", 1]);
});
