/**
 * Whether somebody speaks, from how loud it is. Speech stands out above what is always there, and dips
 * between its syllables; a fan, a vacuum cleaner and steady music do not dip, so within two seconds they
 * count as what is always there. Pure: one level goes in, about every 20 ms.
 */
export interface Speech {
  readonly isSpeaking: boolean;
  /** The quietest of the stretch before, and of the present one: the lower of both is what is always there. */
  readonly floorDb: number;
  readonly quietestDb: number;
  readonly stretchEndsAtMs: number;
  /** Loud without a break since; null while it is quiet. */
  readonly loudSinceMs: number | null;
  readonly lastLoudAtMs: number;
}

/** What counts as speech. Levels are dB of full scale, so at most 0; margins are dB above what is always there. */
export interface SpeechMargins {
  readonly beginsDb: number;
  readonly goesOnDb: number;
  /** Below this nothing is speech, however quiet the room is. */
  readonly atLeastDb: number;
}

/** For somebody else's voice, as it comes. */
export const theirMargins: SpeechMargins = { beginsDb: 14, goesOnDb: 8, atLeastDb: -50 };

/** For one's own microphone: it also hears what the echo canceller leaves of the clip, which must not count. */
export const ownMargins: SpeechMargins = { beginsDb: 20, goesOnDb: 12, atLeastDb: -42 };

const stretchMs = 1_000;
/** A click or a knock is over by the next level; a little less than the time between two. */
const beginsAfterMs = 15;
/** Between two words nobody has stopped speaking. */
export const hangOverMs = 350;

/** Nobody has been heard yet. */
export const noSpeech: Speech = {
  isSpeaking: false,
  floorDb: -70,
  quietestDb: 0,
  stretchEndsAtMs: -Infinity,
  loudSinceMs: null,
  lastLoudAtMs: -Infinity,
};

/** What is known of speech after one more level at `atMs` of any clock that only goes forward. */
export function hearLevel(
  before: Speech,
  levelDb: number,
  atMs: number,
  margins: SpeechMargins = theirMargins,
): Speech {
  const stretch = nextStretch(before, levelDb, atMs);
  const floorDb = Math.min(stretch.floorDb, stretch.quietestDb);
  const margin = before.isSpeaking ? margins.goesOnDb : margins.beginsDb;
  const isLoud = levelDb >= Math.max(margins.atLeastDb, floorDb + margin);
  const loudSinceMs = isLoud ? (before.loudSinceMs ?? atMs) : null;
  const lastLoudAtMs = isLoud ? atMs : before.lastLoudAtMs;
  const hasBegun = loudSinceMs !== null && atMs - loudSinceMs >= beginsAfterMs;
  const goesOn = before.isSpeaking && atMs - lastLoudAtMs < hangOverMs;
  return { ...stretch, loudSinceMs, lastLoudAtMs, isSpeaking: hasBegun || goesOn };
}

function nextStretch(before: Speech, levelDb: number, atMs: number) {
  const { floorDb, quietestDb, stretchEndsAtMs } = before;
  if (atMs < stretchEndsAtMs) {
    return { floorDb, quietestDb: Math.min(quietestDb, levelDb), stretchEndsAtMs };
  }
  const isFirst = stretchEndsAtMs === -Infinity;
  return {
    floorDb: isFirst ? floorDb : quietestDb,
    quietestDb: levelDb,
    stretchEndsAtMs: atMs + stretchMs,
  };
}

/** How loud samples from -1 to 1 are, in dB of full scale; -100 for silence. */
export function levelOf(samples: Float32Array): number {
  let sumOfSquares = 0;
  for (const sample of samples) sumOfSquares += sample * sample;
  const power = samples.length === 0 ? 0 : sumOfSquares / samples.length;
  return Math.max(-100, 10 * Math.log10(power + 1e-10));
}
