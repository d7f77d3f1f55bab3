import { percentile } from "./statistics.ts";

/**
 * What follows from two people's pictures: each is a list of the numbers that were presented, read from
 * pixels, with the instant each came on the screen, on one clock for both.
 */

/** A picture as it came on the screen. */
export interface Sighting {
  readonly atMs: number;
  readonly number: number;
  /** Pictures presented between the one before and this one that were not read. */
  readonly missed: number;
}

/** A stretch of time. */
export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** One picture that both presented. */
export interface Pair {
  readonly number: number;
  readonly differenceMs: number;
  /** When the later of the two had it. */
  readonly bothAtMs: number;
}

const isWithin = (atMs: number, { fromMs, toMs }: Span) => atMs >= fromMs && atMs <= toMs;

/** The pictures that both presented, `first`'s within the span, in the order both had them. */
export function pairsWithin(
  first: readonly Sighting[],
  second: readonly Sighting[],
  span: Span,
): Pair[] {
  const reach = { fromMs: span.fromMs - 2_000, toMs: span.toMs + 2_000 };
  const there = firstSightings(second.filter(({ atMs }) => isWithin(atMs, reach)));
  const pairs = [...firstSightings(first.filter(({ atMs }) => isWithin(atMs, span)))].flatMap(
    ([number, atMs]) => {
      const thereAtMs = there.get(number);
      if (thereAtMs === undefined) return [];
      const bothAtMs = Math.max(atMs, thereAtMs);
      return [{ number, differenceMs: Math.abs(atMs - thereAtMs), bothAtMs }];
    },
  );
  return pairs.toSorted((a, b) => a.bothAtMs - b.bothAtMs);
}

/** When each number first came, of those given. */
function firstSightings(sightings: readonly Sighting[]): Map<number, number> {
  const first = new Map<number, number>();
  for (const { number, atMs } of sightings) if (!first.has(number)) first.set(number, atMs);
  return first;
}

/** How long both showed the same, as far as both were read. */
export interface SharedTime {
  readonly sameMs: number;
  /** On the same frame or on neighbours. */
  readonly nearMs: number;
  readonly seenMs: number;
  /** A picture passed unread in this time, so that nothing can be said of it. */
  readonly unseenMs: number;
}

interface Stretch extends Span {
  readonly number: number | null;
}

/** Adds up for how long both had the same number on the screen. */
export function sharedTime(
  first: readonly Sighting[],
  second: readonly Sighting[],
  span: Span,
): SharedTime {
  const [here, there] = [stretchesOf(first, span.toMs), stretchesOf(second, span.toMs)];
  const edges = [...here, ...there].map(({ fromMs }) => fromMs);
  const inside = edges.filter((atMs) => atMs > span.fromMs && atMs < span.toMs);
  const cuts = [span.fromMs, ...inside.toSorted((a, b) => a - b), span.toMs];
  const total = { sameMs: 0, nearMs: 0, seenMs: 0, unseenMs: 0 };
  for (const [index, fromMs] of cuts.slice(0, -1).entries()) {
    const lengthMs = (cuts[index + 1] ?? fromMs) - fromMs;
    const apart = apartAt(here, there, fromMs);
    if (apart === null) total.unseenMs += lengthMs;
    else {
      total.seenMs += lengthMs;
      if (apart === 0) total.sameMs += lengthMs;
      if (apart <= 1) total.nearMs += lengthMs;
    }
  }
  return total;
}

/** For how long each number stood; `null` is a time in which a picture passed unread. */
function stretchesOf(sightings: readonly Sighting[], endMs: number): Stretch[] {
  return sightings.map(({ atMs, number }, index) => {
    const next = sightings[index + 1];
    const passedUnread = next !== undefined && next.missed > 0;
    return { fromMs: atMs, toMs: next?.atMs ?? endMs, number: passedUnread ? null : number };
  });
}

function apartAt(here: readonly Stretch[], there: readonly Stretch[], atMs: number): number | null {
  const at = (stretches: readonly Stretch[]) =>
    stretches.findLast(({ fromMs }) => fromMs <= atMs)?.number ?? null;
  const [mine, theirs] = [at(here), at(there)];
  return mine === null || theirs === null ? null : Math.abs(mine - theirs);
}

/** The number on the screen at that instant, or null before the first one. */
export function numberAt(sightings: readonly Sighting[], atMs: number): number | null {
  return sightings.findLast((seen) => seen.atMs <= atMs)?.number ?? null;
}

/** The instant of the last change of the picture after `afterMs`; that instant itself when none came. */
export function stillFromMs(sightings: readonly Sighting[], afterMs: number): number {
  const last = sightings.findLastIndex(
    ({ number, atMs }, index) => atMs > afterMs && number !== sightings[index - 1]?.number,
  );
  return sightings[last]?.atMs ?? afterMs;
}

/** The instant from which both move and stay within 40 ms of each other for half a second, or null. */
export function movingTogetherFromMs(
  first: readonly Sighting[],
  second: readonly Sighting[],
  span: Span,
): number | null {
  const start = numberAt(first, span.fromMs);
  const pairs = pairsWithin(first, second, span).filter(({ number }) => number !== start);
  return steadyFromMs(pairs, (differences) => differences.every((by) => by <= 40));
}

/** The instant from which nine in ten pictures of half a second are within 25 ms of each other, or null. */
export function inStepFromMs(
  first: readonly Sighting[],
  second: readonly Sighting[],
  span: Span,
): number | null {
  const pairs = pairsWithin(first, second, span).filter(({ bothAtMs }) => bothAtMs >= span.fromMs);
  return steadyFromMs(pairs, (differences) => percentile(differences, 0.9) <= 25);
}

const windowMs = 500;
const fewestInWindow = 6;

function steadyFromMs(
  pairs: readonly Pair[],
  isSteady: (differencesMs: readonly number[]) => boolean,
): number | null {
  const from = pairs.find(({ bothAtMs }) => {
    const span = { fromMs: bothAtMs, toMs: bothAtMs + windowMs };
    const window = pairs.filter((pair) => isWithin(pair.bothAtMs, span));
    return window.length >= fewestInWindow && isSteady(window.map((pair) => pair.differenceMs));
  });
  return from?.bothAtMs ?? null;
}
