import type { PersonHabits } from "#tests/helpers/simulator/simulated-person.ts";
import { seededRandom } from "#tests/helpers/simulator/seeded-random.ts";
import { buildTimelineClip, steadyFrames } from "#tests/helpers/timelines.ts";

/** `FULL=1` runs everything at the length that the issue names; otherwise a part of it. */
export const isFull = process.env["FULL"] === "1";

/** SYNC.md's two conditions, for both people. */
export const conditions = {
  L: { upMs: 20, downMs: 20, jitterMs: 5 },
  H: { upMs: 100, downMs: 100, jitterMs: 40 },
} as const;

/** Browsers as they were measured. */
export const browsers = {
  silent: { startLatencyMs: [10, 26], seekLatencyMs: [19, 60] },
  sound: {
    startLatencyMs: [36, 76],
    seekLatencyMs: [19, 120],
    lossPerWriteMs: 15,
    dueJitterMs: [-7, 7],
  },
} as const;

/** Somebody whose clock began at another time and runs fast, and whose wall clock is a day off. */
export const elsewhere: Partial<PersonHabits> = {
  clockStartMs: 83_333,
  clockPpm: 40,
  wallOffMs: 86_400_000,
};

/** A minute of 25 frames a second. */
export const steadyClip = buildTimelineClip(steadyFrames(1_500), 60_000);

/** Eleven minutes of it. */
export const longClip = buildTimelineClip(steadyFrames(16_500), 660_000);

const random = seededRandom(99);
/** A minute as a phone films it: no two frames alike, and the first one late. */
export const unevenClip = buildTimelineClip(
  steadyFrames(1_500).map((startMs) => startMs + 10 + Math.round(random() * 24)),
  60_050,
);
