import type { BoardSeed } from "#shared/board/board-doc.ts";
import type { Cycle } from "#shared/domain/journey.ts";
import { stableUuid } from "./stable-id.ts";

/** The cycle whose aims a review comes back to: its own once one of its reviews has left some, else the one before. */
export function cycleToComeBackTo(
  cycles: readonly Cycle[],
  cycleNumber: number,
): Cycle | undefined {
  const own = cycles.find(({ number }) => number === cycleNumber);
  return own !== undefined && own.aims.length > 0
    ? own
    : cycles.find(({ number }) => number === cycleNumber - 1);
}

/** A cycle's aims as a later board begins with them. */
export function earlierAimsOf({ cycleId, aims }: Cycle): BoardSeed["earlierAims"] {
  return aims.map(({ text, whereWhen }, place) => ({
    aimId: earlierAimId(cycleId, place),
    text,
    whereWhen,
  }));
}

/** Of which of these cycles the aims are that a board began with; undefined when it began with none. */
export function cycleOfEarlierAims(
  cycles: readonly Cycle[],
  earlierAims: readonly { readonly aimId: string }[],
): Cycle | undefined {
  return cycles.find(({ cycleId }) =>
    earlierAims.some(({ aimId }, place) => aimId === earlierAimId(cycleId, place)),
  );
}

function earlierAimId(cycleId: string, place: number): string {
  return stableUuid(cycleId, "aim", String(place));
}
