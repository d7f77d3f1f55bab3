import type { Clock } from "#server/context.ts";

/** A bucket fills by `perSecond` and holds `burst`. */
export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

/** How many events one socket, and all sockets of one session together, may send. */
export interface EventRates {
  readonly socket: Rate;
  readonly session: Rate;
  /** The heartbeat and the cover have a bucket of their own: a busy hand neither silences nor uncovers. */
  readonly heartbeat: Rate;
  /** So have the pointer and the view, which a moving hand sends all the time: they never cost a pause. */
  readonly pointer: Rate;
  readonly view: Rate;
  /** What browsers tell each other of a direct line comes in bursts. */
  readonly signal: Rate;
  /** So many refusals in a row of a flood, and the socket is closed. */
  readonly refusalsBeforeClose: Rate;
}

/** 30 events a second with a burst of 60, for a socket and for a session. */
export const eventRates: EventRates = {
  socket: { perSecond: 30, burst: 60 },
  session: { perSecond: 30, burst: 60 },
  heartbeat: { perSecond: 10, burst: 30 },
  pointer: { perSecond: 20, burst: 40 },
  view: { perSecond: 15, burst: 30 },
  signal: { perSecond: 60, burst: 120 },
  refusalsBeforeClose: { perSecond: 5, burst: 100 },
};

/** One socket's share: asks whether an event may be handled, and whether the socket has gone too far. */
export interface EventLimiter {
  admits(eventName: string): boolean;
  /** Counts a refused event; true when the socket should be closed. */
  isFlood(): boolean;
  release(): void;
}

/** The limits of every socket of this server. */
export interface EventLimits {
  forSocket(sessionId: string): EventLimiter;
}

type OwnRate = "heartbeat" | "pointer" | "view" | "signal";

/** Events with a bucket of their own on each socket. */
const ownRates: ReadonlyMap<string, OwnRate> = new Map([
  ["clock:ping", "heartbeat"],
  ["cover:put", "heartbeat"],
  ["cover:lift", "heartbeat"],
  ["pointer:move", "pointer"],
  ["view:set", "view"],
  ["call:signal", "signal"],
]);

interface Bucket {
  take(): boolean;
}

function createBucket(rate: Rate, clock: Pick<Clock, "serverNowMs">): Bucket {
  let tokens = rate.burst;
  let filledAtServerMs = clock.serverNowMs();
  return {
    take: () => {
      const nowMs = clock.serverNowMs();
      const gained = ((nowMs - filledAtServerMs) / 1000) * rate.perSecond;
      tokens = Math.min(rate.burst, tokens + gained);
      filledAtServerMs = nowMs;
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
  };
}

/** Token buckets per socket and per session; a session's bucket lives as long as one of its sockets. */
export function createEventLimits(
  clock: Pick<Clock, "serverNowMs">,
  rates: EventRates = eventRates,
): EventLimits {
  const sessions = new Map<string, { bucket: Bucket; sockets: number }>();

  return {
    forSocket: (sessionId) => {
      const session = sessions.get(sessionId) ?? {
        bucket: createBucket(rates.session, clock),
        sockets: 0,
      };
      session.sockets += 1;
      sessions.set(sessionId, session);
      const own = createBucket(rates.socket, clock);
      const ownBuckets = {
        heartbeat: createBucket(rates.heartbeat, clock),
        pointer: createBucket(rates.pointer, clock),
        view: createBucket(rates.view, clock),
        signal: createBucket(rates.signal, clock),
      };
      const patience = createBucket(rates.refusalsBeforeClose, clock);

      return {
        admits: (eventName) => {
          const ownRate = ownRates.get(eventName);
          if (ownRate !== undefined) return ownBuckets[ownRate].take();
          return own.take() && session.bucket.take();
        },
        isFlood: () => !patience.take(),
        release: () => {
          session.sockets -= 1;
          if (session.sockets === 0) sessions.delete(sessionId);
        },
      };
    },
  };
}
