/** How one member's line and player behave, as they report it each second. */
export interface Pace {
  readonly roundTripMs: number;
  readonly startLatencyMs: number;
}

const marginMs = 60;

/**
 * How far ahead a common start has to be set so that everybody has heard of it and their players are
 * rolling: half the slowest round trip, that player's own start, and a margin; 120-600 ms.
 */
export function leadMsFor(paces: readonly Pace[]): number {
  const neededMs = paces.map((pace) => pace.roundTripMs / 2 + pace.startLatencyMs + marginMs);
  return Math.round(Math.min(600, Math.max(120, ...neededMs)));
}
