import type { Time } from "#client/features/playback/surroundings.ts";

/** How one machine's clocks stand against the virtual time. */
export interface ClockHabits {
  /** Where this browser's monotonic clock began. */
  readonly clockStartMs: number;
  /** Parts in a million by which it runs fast. */
  readonly clockPpm?: number;
  /** How far its wall clock is off. */
  readonly wallOffMs?: number;
}

/** One machine's monotonic clock and timers, and its wall clock. */
export interface LocalTime extends Time {
  wallNowMs(): number;
  /** What this clock shows at an instant of the virtual time, and the other way round. */
  fromVirtualMs(virtualMs: number): number;
  toVirtualMs(localMs: number): number;
}

/** A machine's own view of the virtual time. */
export function createLocalTime(time: Time, habits: ClockHabits): LocalTime {
  const speed = 1 + (habits.clockPpm ?? 0) / 1_000_000;
  const fromVirtualMs = (virtualMs: number) => habits.clockStartMs + virtualMs * speed;
  return {
    nowMs: () => fromVirtualMs(time.nowMs()),
    wallNowMs: () => fromVirtualMs(time.nowMs()) + (habits.wallOffMs ?? 0),
    after: (delayMs, run) => time.after(delayMs / speed, run),
    onBeat: (run) => time.onBeat((atMs) => run(fromVirtualMs(atMs))),
    fromVirtualMs,
    toVirtualMs: (localMs) => (localMs - habits.clockStartMs) / speed,
  };
}
