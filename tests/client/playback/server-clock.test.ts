import { expect, it } from "vitest";
import { createServerClock } from "#client/lib/server-clock.ts";

function openClock() {
  const now = { localMs: 1_000, wallMs: 1_700_000_000_000 };
  const clock = createServerClock(
    () => now.localMs,
    () => now.wallMs,
  );
  const pass = (ms: number, wallMs = ms) => {
    now.localMs += ms;
    now.wallMs += wallMs;
  };
  const ping = () => {
    const sentAtLocalMs = now.localMs;
    pass(20);
    const serverNowMs = now.localMs + 5_000;
    pass(20);
    clock.add({ sentAtLocalMs, receivedAtLocalMs: now.localMs, serverNowMs });
  };
  return { clock, now, pass, ping };
}

it("[PB12] is not moved by a wall clock that is wrong by 41 s", () => {
  const { clock, now, ping } = openClock();
  now.wallMs += 41_200;
  ping();

  expect(clock.estimatedServerNowMs()).toBe(now.localMs + 5_000);
  expect(clock.toLocalMs(now.localMs + 5_000)).toBe(now.localMs);
});

it("[PB12] begins to learn anew after a sleep, and keeps a rough idea until then", () => {
  const { clock, now, pass, ping } = openClock();
  ping();
  clock.checkSleep();

  pass(1_000, 60_000);

  expect(clock.checkSleep()).toBe(true);
  expect(clock.errorMs()).toBe(Infinity);
  expect(clock.estimatedServerNowMs()).toBe(now.localMs + 5_000);
  expect(clock.checkSleep()).toBe(false);
});

it("[PB12] takes a heard time as a first idea, and the later of two that agree", () => {
  const { clock, now } = openClock();
  expect(clock.isKnown()).toBe(false);

  clock.hear(now.localMs + 4_980);
  clock.hear(now.localMs + 4_900);
  const first = clock.estimatedServerNowMs();
  clock.hear(90_000);

  expect(first).toBe(now.localMs + 4_980);
  expect(clock.estimatedServerNowMs()).toBe(90_000);
});
