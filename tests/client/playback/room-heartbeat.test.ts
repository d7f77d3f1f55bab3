import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createServerClock } from "#client/lib/server-clock.ts";
import { startHeartbeat } from "#client/lib/room-heartbeat.ts";
import type { Heartbeat } from "#client/lib/room-heartbeat.ts";
import { ok } from "#shared/lib/result.ts";
import type { Result } from "#shared/lib/result.ts";

const ping = vi.fn<() => Promise<Result<{ serverNowMs: number }, string>>>(() =>
  Promise.resolve(ok({ serverNowMs: performance.now() })),
);
const reopen = vi.fn<() => void>();
let heartbeat: Heartbeat;

beforeEach(() => {
  vi.useFakeTimers();
  heartbeat = startHeartbeat({
    clock: createServerClock(),
    ping,
    reopen,
    lose: () => undefined,
    find: () => undefined,
  });
  heartbeat.connected();
});
afterEach(() => {
  heartbeat.stop();
  vi.clearAllMocks();
  vi.useRealTimers();
});

it("[RM16] answers when asked although its timers are slowed to one a minute, and keeps its line", async () => {
  await vi.advanceTimersByTimeAsync(1_500);
  const before = ping.mock.calls.length;

  // The clock goes on, the timers do not: what a browser does to a page long hidden.
  for (let second = 0; second < 60; second += 1) {
    vi.setSystemTime(Date.now() + 1_000);
    vi.spyOn(performance, "now").mockReturnValue(performance.now() + 1_000);
    heartbeat.heard();
    heartbeat.asked();
    await Promise.resolve();
  }
  await vi.advanceTimersByTimeAsync(1_000);

  expect(ping.mock.calls.length - before).toBeGreaterThanOrEqual(30);
  expect(reopen).not.toHaveBeenCalled();
});

it("[RM16] does not answer twice while its own timer beats", async () => {
  await vi.advanceTimersByTimeAsync(3_000);
  const before = ping.mock.calls.length;

  heartbeat.asked();
  heartbeat.asked();

  expect(ping.mock.calls.length).toBe(before);
});
