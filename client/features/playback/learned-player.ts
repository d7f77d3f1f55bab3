import type { DriftContext, DriftGains } from "#shared/playback/drift.ts";
import {
  firstProfile,
  learnMiss,
  learnStart,
  startLatencyMs,
} from "#shared/playback/drift-profile.ts";
import type { DriftProfile } from "#shared/playback/drift-profile.ts";

/** What has been learned of this browser's player, for as long as the page is open. */
export interface LearnedPlayer {
  /** Which kind of clip is on: they are learned apart. */
  use(hasSound: boolean): void;
  /** What a decision about the present clip goes by. */
  context(): DriftContext;
  learn(profile: DriftProfile): void;
  /** From `play()` to the first movement, in ms. */
  startLatencyMs(): number;
  /** A picture that was to start after `expectedMs` was off its line by `errorMs`. */
  learnStart(expectedMs: number, errorMs: number): void;
  noteRateWritten(): void;
  /** The picture waited: soon after a rate was written, that is taken for its effect. */
  noteWaiting(): void;
  seekLatencyMs(): number;
  noteSeek(): void;
  /** Something is to be seen after a seek, or no seek was under way. */
  notePicture(): void;
}

const firstSeekLatencyMs = 60;
const mostSeekLatencyMs = 500;
const seekLearning = 0.4;
const waitsAfterWriteMs = 200;

/** A player of which nothing is known yet. */
export function createLearnedPlayer(
  nowMs: () => number,
  gains: { readonly silent: DriftGains; readonly sound: DriftGains },
): LearnedPlayer {
  const profiles = { silent: firstProfile(false), sound: firstProfile(true) };
  let kind: "silent" | "sound" = "silent";
  let wroteRateAtMs = -Infinity;
  let seekMs = firstSeekLatencyMs;
  let seekBeganMs: number | null = null;

  return {
    use: (hasSound) => {
      kind = hasSound ? "sound" : "silent";
    },
    context: () => ({ profile: profiles[kind], gains: gains[kind] }),
    learn: (profile) => {
      profiles[kind] = profile;
    },
    startLatencyMs: () => startLatencyMs(profiles[kind]),
    learnStart: (expectedMs, errorMs) => {
      profiles[kind] = learnStart(profiles[kind], expectedMs - errorMs);
    },
    noteRateWritten: () => {
      wroteRateAtMs = nowMs();
    },
    noteWaiting: () => {
      const isSoonAfter = nowMs() - wroteRateAtMs < waitsAfterWriteMs;
      if (isSoonAfter) profiles[kind] = learnMiss(profiles[kind], nowMs());
    },
    seekLatencyMs: () => seekMs,
    noteSeek: () => {
      seekBeganMs = nowMs();
    },
    notePicture: () => {
      if (seekBeganMs === null) return;
      seekMs += seekLearning * (Math.min(mostSeekLatencyMs, nowMs() - seekBeganMs) - seekMs);
      seekBeganMs = null;
    },
  };
}
