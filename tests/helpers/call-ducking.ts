import type { EarNotes, Spell } from "#tests/helpers/call-ear.ts";

/** How the clip's sound gave way to one stretch of speech. */
export interface Ducking {
  /** From the first sound until the clip was within half a dB of its softest. */
  readonly softMs: number;
  /** From the last sound until the clip was as loud as before, within half a dB. */
  readonly backMs: number;
  readonly byDb: number;
}

/**
 * Each stretch of speech that found the clip at its loudest, and after which it was so again, while the ear
 * was open. Of one during which the page was too busy to listen nothing is known.
 */
export function duckingsOf({ volumes, deaf }: EarNotes, speech: readonly Spell[]): Ducking[] {
  const full = Math.max(...volumes.map(({ volume }) => volume));
  return speech.flatMap(({ fromMs, toMs }, n) => {
    if (deaf.some((spell) => spell.fromMs < toMs && spell.toMs > fromMs)) return [];
    const untilMs = speech[n + 1]?.fromMs ?? Infinity;
    const before = volumes.findLast(({ atMs }) => atMs < fromMs);
    if (before === undefined || before.volume < full / halfDb) return [];
    const during = volumes.filter(({ atMs }) => atMs >= fromMs && atMs < untilMs);
    const softest = Math.min(...during.map(({ volume }) => volume));
    const soft = during.find(({ volume }) => volume < softest * halfDb);
    const back = during.find(({ atMs, volume }) => atMs > toMs && volume > full / halfDb);
    if (soft === undefined || back === undefined) return [];
    const byDb = 20 * Math.log10(full / softest);
    return [{ softMs: soft.atMs - fromMs, backMs: back.atMs - toMs, byDb }];
  });
}

const halfDb = 10 ** (0.5 / 20);
