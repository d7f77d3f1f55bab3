import type { FieldNotes } from "./page-typist.ts";

/**
 * How long each of so many letters took from its key to the first painted words that hold it, in ms; a
 * letter that was never painted takes for ever.
 */
export function letterTimes(letters: number, { keysAtMs, painted }: FieldNotes): number[] {
  return Array.from({ length: letters }, (_, n) => {
    const paintedAtMs = painted.find(({ length }) => length > n)?.atMs ?? Infinity;
    return paintedAtMs - (keysAtMs[n] ?? Number.NaN);
  });
}
