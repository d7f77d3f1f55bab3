import {
  addClockSample,
  clockErrorMs,
  hasSlept,
  offsetAt,
  slowRoundTripMs,
} from "#shared/playback/clock-offset.ts";
import type { ClockEstimate, ClockSample } from "#shared/playback/clock-offset.ts";

/** This browser's estimate of the server's monotonic clock. */
export interface ServerClock {
  /** Whether there is any estimate yet. */
  isKnown(): boolean;
  estimatedServerNowMs(atLocalMs?: number): number;
  /** The local instant (`performance.now`) at which the server's clock will show `atServerMs`. */
  toLocalMs(atServerMs: number): number;
  /** The slow end of the way there and back, in ms. */
  roundTripMs(): number;
  errorMs(): number;
  /** A message said the server's time: good enough until the first ping is back. */
  hear(serverNowMs: number): void;
  add(sample: ClockSample): void;
  /** Forgets everything: after a reconnect the way may be another one. */
  forget(): void;
  /** Notices that the machine slept, and forgets then. Says whether it did. */
  checkSleep(): boolean;
}

/** Runs on `performance.now` alone; the wall clock serves only to notice a sleep. */
export function createServerClock(
  localNowMs: () => number = () => performance.now(),
  wallNowMs: () => number = () => Date.now(),
): ServerClock {
  let estimate: ClockEstimate | null = null;
  let roughMs: number | null = null;
  let checked = { localMs: localNowMs(), wallMs: wallNowMs() };

  const offsetMs = (atLocalMs: number) =>
    estimate === null ? (roughMs ?? 0) : offsetAt(estimate, atLocalMs);
  const forget = () => {
    if (estimate !== null) roughMs = offsetAt(estimate, localNowMs());
    estimate = null;
  };

  return {
    isKnown: () => estimate !== null || roughMs !== null,
    estimatedServerNowMs: (atLocalMs = localNowMs()) => atLocalMs + offsetMs(atLocalMs),
    toLocalMs: (atServerMs) => atServerMs - offsetMs(localNowMs()),
    roundTripMs: () => (estimate === null ? 0 : slowRoundTripMs(estimate)),
    errorMs: () => (estimate === null ? Infinity : clockErrorMs(estimate)),
    hear: (serverNowMs) => {
      if (estimate !== null) return;
      // Heard late by its way here, so of two that agree the larger one is nearer to the truth.
      const heardMs = serverNowMs - localNowMs();
      const agrees = roughMs !== null && Math.abs(heardMs - roughMs) < 500;
      roughMs = agrees ? Math.max(heardMs, roughMs ?? heardMs) : heardMs;
    },
    add: (sample) => {
      estimate = addClockSample(estimate, sample);
    },
    forget,
    checkSleep: () => {
      const now = { localMs: localNowMs(), wallMs: wallNowMs() };
      const slept = hasSlept(now.localMs - checked.localMs, now.wallMs - checked.wallMs);
      checked = now;
      if (slept) forget();
      return slept;
    },
  };
}
