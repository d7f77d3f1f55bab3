/**
 * How loud the clip is while somebody speaks: 12 dB less, reached within 0.2 s of their voice and taken
 * back within 1.5 s of silence. Pure: a function of time, the same whenever it is asked.
 */
export interface Ducking {
  readonly isDucked: boolean;
  /** When it last changed between both, and how loud the clip was then, in dB. */
  readonly changedAtMs: number;
  readonly fromDb: number;
}

/** By how much the clip steps back. */
export const duckedDb = -12;

/** What the ramps take, so that with the time speech is noticed in both promises hold. */
const fallMs = 40;
const holdMs = 300;
const riseMs = 650;

/** The clip as loud as it is. */
export const notDucked: Ducking = { isDucked: false, changedAtMs: -Infinity, fromDb: 0 };

/** Somebody speaks or everybody is silent from `atMs` on. */
export function duck(before: Ducking, isSpeaking: boolean, atMs: number): Ducking {
  if (before.isDucked === isSpeaking) return before;
  return { isDucked: isSpeaking, changedAtMs: atMs, fromDb: duckingDb(before, atMs) };
}

/** What the clip's loudness is multiplied by at `atMs`: from 1 down to a quarter. */
export function duckingGain(ducking: Ducking, atMs: number): number {
  return gainOf(duckingDb(ducking, atMs));
}

/** The gain is on its way at `atMs` and wants to be asked again. */
export function isDuckingMoving(ducking: Ducking, atMs: number): boolean {
  return duckingDb(ducking, atMs) !== (ducking.isDucked ? duckedDb : 0);
}

function duckingDb({ isDucked, changedAtMs, fromDb }: Ducking, atMs: number): number {
  const sinceMs = Math.max(0, atMs - changedAtMs);
  if (isDucked) {
    // Evenly by amplitude, not by dB: as quick as can be without a step anybody hears.
    const fallen = gainOf(fromDb) - ((1 - gainOf(duckedDb)) * sinceMs) / fallMs;
    return fallen <= gainOf(duckedDb) ? duckedDb : 20 * Math.log10(fallen);
  }
  const risenDb = (-duckedDb * Math.max(0, sinceMs - holdMs)) / riseMs;
  return Math.min(0, fromDb + risenDb);
}

function gainOf(db: number): number {
  return 10 ** (db / 20);
}
