/** How one member's line and player behave, as they report it each second. */
export interface Pace {
  readonly roundTripMs: number;
  readonly startLatencyMs: number;
  /** An instant at which this member's picture can begin to move exactly; others lie a beat of the screen apart. */
  readonly beatAtServerMs: number | null;
}

const marginMs = 60;
const beatMs = 1000 / 60;

/**
 * How far ahead a common start has to be set so that everybody has heard of it and their players are
 * rolling: half the slowest round trip, that player's own start, and a margin; 120-600 ms. Within the next
 * beat of a screen the instant is chosen that everybody's picture can meet most nearly.
 */
export function leadMsFor(paces: readonly Pace[], nowServerMs: number): number {
  const neededMs = paces.map((pace) => pace.roundTripMs / 2 + pace.startLatencyMs + marginMs);
  const leadMs = Math.min(600, Math.max(120, ...neededMs));
  const offBeatsMs = paces
    .map(({ beatAtServerMs }) => beatAtServerMs)
    .filter((beat) => beat !== null)
    .map((beat) => withinBeat(beat - nowServerMs - leadMs));
  return leadMs + mostCentral(offBeatsMs);
}

/** The place within a beat that is least far from the furthest of these. */
function mostCentral(offBeatsMs: readonly number[]): number {
  const middles = offBeatsMs.flatMap((a) =>
    offBeatsMs.map((b) => withinBeat(a + fromTo(a, b) / 2)),
  );
  const furthest = (from: number) =>
    Math.max(...offBeatsMs.map((to) => Math.abs(fromTo(from, to))));
  return middles.toSorted((a, b) => furthest(a) - furthest(b))[0] ?? 0;
}

/** The shorter way round from one place within a beat to another. */
function fromTo(from: number, to: number): number {
  return withinBeat(to - from + beatMs / 2) - beatMs / 2;
}

function withinBeat(ms: number): number {
  return ((ms % beatMs) + beatMs) % beatMs;
}
