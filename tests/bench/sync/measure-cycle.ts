import { checkClaims } from "./claims.ts";
import type { ClaimCheck } from "./claims.ts";
import { movingTogetherFromMs, pairsWithin, sharedTime, stillFromMs } from "./sightings.ts";
import type { SharedTime } from "./sightings.ts";
import type { Testimony } from "./sides.ts";

/** What one cycle of play and pause showed. */
export interface CycleFigures extends CycleMeasure {
  /** What both pictures show at rest, read afresh. */
  readonly frames: readonly [number | null, number | null];
  /** Both came to rest in time, and ours said so. */
  readonly rested: boolean;
}

/** What two testimonies about one cycle say. */
export interface CycleMeasure {
  readonly differencesMs: readonly number[];
  readonly shared: SharedTime;
  /** From the press of pause until neither picture changes any more. */
  readonly stillMs: number;
  readonly presserStillMs: number;
  /** From the press of play until both move within 40 ms of each other; null when that never came. */
  readonly movingMs: number | null;
  readonly hardSeeks: number;
  readonly claims: ClaimCheck;
  readonly clockErrorMs: number;
}

/** Differences are judged from so long after the press of play. */
const settlingMs = 2_000;
/** The way of a change from one screen to the other, and the screen's own 17 ms each. */
const claimGraceMs = 200;

/** Measures one cycle: the presser pressed K twice, first to play and then to pause. */
export function measureCycle(heard: readonly [Testimony, Testimony], presser: 0 | 1): CycleMeasure {
  const [first, second] = heard;
  const presses = heard[presser].presses.filter(({ kind }) => kind === "k");
  const [playAtMs, pauseAtMs] = [presses[0]?.atMs, presses[1]?.atMs];
  if (playAtMs === undefined || pauseAtMs === undefined) throw new Error("the presses went unseen");
  const span = { fromMs: playAtMs + settlingMs, toMs: pauseAtMs };
  const stills = heard.map(({ pictures }) => stillFromMs(pictures, pauseAtMs) - pauseAtMs);
  const whole = { fromMs: playAtMs, toMs: pauseAtMs };
  const movingFromMs = movingTogetherFromMs(first.pictures, second.pictures, whole);
  const endMs = Math.max(...heard.flatMap(({ pictures }) => pictures.map(({ atMs }) => atMs)));
  return {
    differencesMs: pairsWithin(first.pictures, second.pictures, span).map(
      (pair) => pair.differenceMs,
    ),
    shared: sharedTime(first.pictures, second.pictures, span),
    stillMs: Math.max(...stills),
    presserStillMs: stills[presser] ?? Number.NaN,
    movingMs: movingFromMs === null ? null : movingFromMs - playAtMs,
    hardSeeks: heard
      .flatMap(({ events }) => events)
      .filter(({ kind, atMs }) => kind === "seeking" && atMs >= span.fromMs && atMs < pauseAtMs)
      .length,
    claims: checkClaims([first, second], { fromMs: playAtMs, toMs: endMs + 500 }, 5, claimGraceMs),
    clockErrorMs: Math.max(first.clockErrorMs, second.clockErrorMs),
  };
}
