import type { TimelineClip } from "#shared/playback/timeline.ts";
import { goodHabits } from "#tests/helpers/playback-simulator.ts";
import { seededRandom } from "#tests/helpers/simulator/seeded-random.ts";
import type { PersonHabits } from "#tests/helpers/simulator/simulated-person.ts";
import { buildTimelineClip, steadyFrames } from "#tests/helpers/timelines.ts";

/** Two people, their lines and machines, and what they watch. */
export interface SweepScenario {
  readonly name: string;
  readonly clip: TimelineClip;
  readonly hasSound: boolean;
  readonly people: readonly PersonHabits[];
  /** A picture stands still now and then. */
  readonly hasHiccups?: boolean;
}

const steady = buildTimelineClip(steadyFrames(1_500), 60_000);
const thirty = buildTimelineClip(
  Array.from({ length: 1_800 }, (_, n) => (n * 1_000) / 30),
  60_000,
);
const random = seededRandom(99);
const uneven = buildTimelineClip(
  steadyFrames(1_500).map((startMs) => startMs + 10 + Math.round(random() * 24)),
  60_050,
);

const near = { upMs: 20, downMs: 20, jitterMs: 5 };
const far = { upMs: 100, downMs: 100, jitterMs: 40 };
const silent = { startLatencyMs: [10, 26], seekLatencyMs: [19, 60] } as const;
const sound = {
  startLatencyMs: [36, 76],
  seekLatencyMs: [19, 120],
  lossPerWriteMs: 15,
  dueJitterMs: [-7, 7],
} as const;
const slow = {
  startLatencyMs: [18, 175],
  seekLatencyMs: [40, 250],
  dueJitterMs: [-7, 15],
  skips: 0.08,
} as const;

/** The same habits for two, the second machine with changes of its own. */
function two(habits: Partial<PersonHabits>, second: Partial<PersonHabits> = {}): PersonHabits[] {
  const one = { ...goodHabits, ...habits };
  return [one, { ...one, clockStartMs: 83_000, ...second }];
}

const otherMachine = { screenBeatMs: 7, clockPpm: 40, pace: 1.0001 };

const busy = { drawnEvery: 2, missedBeats: 0.15, dueJitterMs: [-1, 1] } as const;

/** What the gains are judged by. */
export const sweepScenarios: readonly SweepScenario[] = [
  { name: "L", clip: steady, hasSound: false, people: two({ ...near, ...silent }) },
  { name: "H", clip: steady, hasSound: false, people: two({ ...far, ...silent }) },
  {
    name: "H, two machines",
    clip: steady,
    hasSound: false,
    people: two({ ...far, ...silent }, otherMachine),
  },
  {
    name: "H, 30 fps, two machines",
    clip: thirty,
    hasSound: false,
    people: two({ ...far, ...silent }, otherMachine),
  },
  { name: "H, uneven frames", clip: uneven, hasSound: false, people: two({ ...far, ...silent }) },
  {
    name: "H, 1 % slow player",
    clip: steady,
    hasSound: false,
    people: two({ ...far, ...silent }, { pace: 0.99 }),
  },
  { name: "L, sound", clip: steady, hasSound: true, people: two({ ...near, ...sound }) },
  { name: "H, sound", clip: steady, hasSound: true, people: two({ ...far, ...sound }) },
  {
    name: "slow machines",
    clip: steady,
    hasSound: false,
    people: two({ ...far, ...slow }, { pace: 0.997 }),
    hasHiccups: true,
  },
  {
    name: "slow machines, sound",
    clip: steady,
    hasSound: true,
    people: two({ ...far, ...slow, lossPerWriteMs: 15 }, { pace: 0.997 }),
    hasHiccups: true,
  },
  {
    name: "busy machines",
    clip: steady,
    hasSound: false,
    people: two({ ...near, ...silent, ...busy }),
  },
  {
    name: "one busy machine",
    clip: steady,
    hasSound: false,
    people: two({ ...near, ...silent }, busy),
  },
  {
    name: "busy machines, sound",
    clip: steady,
    hasSound: true,
    people: two({ ...near, ...sound, ...busy }),
  },
];
