import { soundOf } from "#tests/helpers/film-sound.mjs";

/** A sound as it was found in a file: one channel. */
export interface FoundSound {
  readonly samplesPerSecond: number;
  readonly values: Float32Array;
}

/** How the sound of a clip lies against its film's. */
export interface SoundFinding {
  /** By how much each piece is late (or, negative, early), in ms. */
  readonly offsetsMs: readonly number[];
  /** How alike each piece is to the film's sound of its place, at its best: 1 is the same. */
  readonly likenesses: readonly number[];
  /** How loud it is after the clip's end, in parts of how loud it is before. */
  readonly afterEnd: number;
}

const pieceMs = 40;
const mostOffMs = 60;
const samplesPerSecond = 48_000;
const samples = (ms: number) => Math.round((ms / 1000) * samplesPerSecond);
/** The film's sound from a second before it begins, as if it went on for ever. */
const leadMs = 1_000;
let filmSound: Float32Array | null = null;

/** Finds each piece of a clip's sound in the film's; the clip begins at `startMs` of the film. */
export function findSound(sound: FoundSound, startMs: number, durationMs: number): SoundFinding {
  if (sound.samplesPerSecond !== samplesPerSecond) throw new Error("the sound is not at 48 kHz");
  filmSound ??= soundOf(-samples(leadMs), samples(10_000), samplesPerSecond);
  const offsetsMs: number[] = [];
  const likenesses: number[] = [];
  for (let atMs = 0; atMs + pieceMs <= durationMs; atMs += pieceMs) {
    const piece = sound.values.subarray(samples(atMs), samples(atMs + pieceMs));
    const from = samples(leadMs + startMs + atMs - mostOffMs);
    const around = filmSound.subarray(from, from + samples(pieceMs + 2 * mostOffMs));
    const { at, likeness } = bestPlace(piece, around);
    offsetsMs.push(mostOffMs - (at / samplesPerSecond) * 1000);
    likenesses.push(likeness);
  }
  const end = samples(durationMs + mostOffMs / 4);
  const afterEnd = loudness(sound.values.subarray(end)) / loudness(sound.values.subarray(0, end));
  return { offsetsMs, likenesses, afterEnd };
}

/** The mean square root; 0 for nothing. */
export function loudness(values: Float32Array): number {
  if (values.length === 0) return 0;
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
}

function bestPlace(piece: Float32Array, around: Float32Array) {
  let best = { at: 0, likeness: -1 };
  for (let at = 0; at + piece.length <= around.length; at += 4) {
    let [together, pieceSquare, aroundSquare] = [0, 0, 0];
    for (let n = 0; n < piece.length; n += 2) {
      const [one, other] = [piece[n] ?? 0, around[at + n] ?? 0];
      together += one * other;
      pieceSquare += one * one;
      aroundSquare += other * other;
    }
    const likeness = together / Math.sqrt(pieceSquare * aroundSquare || 1);
    if (likeness > best.likeness) best = { at, likeness };
  }
  return best;
}
