import { playbackRates } from "#shared/playback/timeline.ts";
import type { Time } from "#client/features/playback/surroundings.ts";

/** How truly a media clock runs and obeys. */
export interface MediaClockHabits {
  /** 1 is a media clock that runs true. */
  readonly pace: number;
  /** How much of a nudge takes effect: 1 is all of it, 0 none. */
  readonly rateGain: number;
  /** Each rate written while moving costs this much of the position, as with sound. */
  readonly lossPerWriteMs: number;
}

/** Where a media element is in its clip, at any instant. */
export interface MediaClock {
  positionMs(atMs?: number): number;
  /** Sets the place without moving on or off. */
  place(positionMs: number): void;
  /** Moves from that instant on; `Infinity` rests. */
  moveFrom(atMs: number): void;
  setRate(rate: number): void;
  rateWrites(): number;
}

/** A media clock at rest on 0. */
export function createMediaClock(time: Time, habits: MediaClockHabits): MediaClock {
  let baseMs = 0;
  let sinceMs = Infinity;
  let rate = 1;
  let writes = 0;

  const positionMs = (atMs = time.nowMs()) => {
    const steady = playbackRates.findLast((one) => one <= rate / 0.85) ?? rate;
    const obeyed = steady + (rate - steady) * habits.rateGain;
    return baseMs + Math.max(0, atMs - sinceMs) * obeyed * habits.pace;
  };
  /** What has been gone so far is kept, from now on something else holds. */
  const settle = () => {
    const nowMs = time.nowMs();
    baseMs = positionMs(nowMs);
    sinceMs = Math.max(sinceMs, nowMs);
  };

  return {
    positionMs,
    place: (toMs) => {
      settle();
      baseMs = toMs;
    },
    moveFrom: (atMs) => {
      settle();
      sinceMs = atMs;
    },
    setRate: (next) => {
      if (next === rate) return;
      settle();
      rate = next;
      if (sinceMs === Infinity) return;
      writes += 1;
      sinceMs += habits.lossPerWriteMs;
    },
    rateWrites: () => writes,
  };
}
