import type { ServerClock } from "#client/lib/server-clock.ts";
import type { Result } from "#shared/lib/result.ts";

/** What the heartbeat beats on. */
export interface HeartbeatParts {
  readonly clock: ServerClock;
  readonly ping: () => Promise<Result<{ serverNowMs: number }, string>>;
  /** Nothing has been heard for 3 s. */
  readonly lose: (sinceLocalMs: number) => void;
  /** Something has been heard again on the same socket. */
  readonly find: () => void;
  /** Nothing has been heard for 5 s: the socket only seems open. */
  readonly reopen: () => void;
}

/** What the heartbeat is told of the line it watches. */
export interface Heartbeat {
  connected(): void;
  disconnected(): void;
  /** A message came in. */
  heard(): void;
  /** The server asks for a sign: answered at once, unless one has just been given. */
  asked(): void;
  stop(): void;
}

const burst = { pings: 20, everyMs: 40 };
const everyMs = 1_000;
/** A timer that has not beaten for this long is one the browser has slowed. */
const slowedAfterMs = 1_500;
const silence = { lostAfterMs: 3_000, reopenAfterMs: 5_000 };

/** Pings for the clock: a burst at each connect, then once a second; and notices a line that has gone quiet. */
export function startHeartbeat(parts: HeartbeatParts): Heartbeat {
  let heardAtMs = performance.now();
  let pingedAtMs = -Infinity;
  let isQuiet = false;
  let isConnected = false;
  let burstLeft = 0;
  let burstTimer: ReturnType<typeof setInterval> | undefined;

  function hear() {
    heardAtMs = performance.now();
    if (!isQuiet) return;
    isQuiet = false;
    parts.find();
  }

  function noticeSilence(): number {
    const silentMs = performance.now() - heardAtMs;
    if (silentMs > silence.lostAfterMs && !isQuiet) {
      isQuiet = true;
      parts.lose(heardAtMs);
    }
    return silentMs;
  }

  async function ping() {
    const sentAtLocalMs = performance.now();
    pingedAtMs = sentAtLocalMs;
    const answer = await parts.ping();
    if (!answer.ok) return;
    const receivedAtLocalMs = performance.now();
    hear();
    parts.clock.add({
      sentAtLocalMs,
      receivedAtLocalMs,
      serverNowMs: answer.value.serverNowMs,
    });
  }

  function startBurst() {
    clearInterval(burstTimer);
    burstLeft = burst.pings;
    burstTimer = setInterval(() => {
      burstLeft -= 1;
      if (burstLeft <= 0) clearInterval(burstTimer);
      void ping();
    }, burst.everyMs);
  }

  function beat() {
    if (parts.clock.checkSleep() && isConnected) startBurst();
    const silentMs = noticeSilence();
    if (isConnected && silentMs > silence.reopenAfterMs) parts.reopen();
    else if (isConnected && burstLeft <= 0) void ping();
  }
  const timer = setInterval(beat, everyMs);

  return {
    connected: () => {
      isConnected = true;
      heardAtMs = performance.now();
      startBurst();
    },
    disconnected: () => {
      isConnected = false;
      clearInterval(burstTimer);
      burstLeft = 0;
    },
    heard: hear,
    asked: () => {
      if (performance.now() - pingedAtMs > slowedAfterMs) void ping();
    },
    stop: () => {
      clearInterval(timer);
      clearInterval(burstTimer);
    },
  };
}
