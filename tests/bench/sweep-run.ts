import type { LineFollowerParts } from "#client/features/playback/line-follower.ts";
import { createFollowerRig } from "#tests/helpers/simulator/follower-rig.ts";
import type { FollowerRig, RiggedFollower } from "#tests/helpers/simulator/follower-rig.ts";
import { seededRandom } from "#tests/helpers/simulator/seeded-random.ts";
import { buildTimeline } from "#tests/helpers/timelines.ts";
import type { SweepScenario } from "./sweep-scenarios.ts";

/** A controller under test: another decision, other gains, or both. */
export type Controller = Pick<LineFollowerParts, "consider" | "gains">;

/** What one or many runs have shown; ms unless named otherwise. */
export interface SweepFigures {
  /** True distance between the two positions, from two seconds after play. */
  readonly skewsMs: number[];
  /** Between the same frame on the two screens. */
  readonly sameFrameMs: number[];
  /** From the press of play until the skew stays below 25 ms. */
  readonly inStepMs: number[];
  rateWrites: number;
  seeks: number;
  playedMs: number;
}

const plays = 4;
const playMs = 12_000;
const countsFromMs = 2_000;
const sampleMs = 20;
const inStepWithinMs = 25;
const startsWithinMs = 400;

/** Nothing seen yet. */
export function noFigures(): SweepFigures {
  return { skewsMs: [], sameFrameMs: [], inStepMs: [], rateWrites: 0, seeks: 0, playedMs: 0 };
}

/** Plays and pauses a few times, so that what is learned shows, and adds what was seen. */
export async function runSweep(
  scenario: SweepScenario,
  controller: Controller,
  seed: number,
  figures: SweepFigures,
): Promise<void> {
  const random = seededRandom(seed);
  const timeline = buildTimeline(scenario.clip);
  const rig = createFollowerRig({ ...scenario, timeline, random, controller });
  const lead = scenario.people.map((one) => one.upMs + one.jitterMs + 60 + 120);
  await rig.time.advance(2_500);
  for (let play = 0; play < plays; play += 1) {
    const fromFrame = Math.floor(random() * 600);
    rig.pauseOn(fromFrame);
    await rig.time.advance(1_000 + random() * 100);
    await playOnce(rig, scenario, random, () => rig.play(fromFrame, Math.max(...lead)), figures);
  }
}

type Pair = readonly [RiggedFollower, RiggedFollower];

async function playOnce(
  rig: FollowerRig,
  scenario: SweepScenario,
  random: () => number,
  press: () => void,
  figures: SweepFigures,
): Promise<void> {
  const [a, b] = rig.people;
  if (a === undefined || b === undefined) throw new Error("a rig is for two");
  const before = effortOf([a, b]);
  const startedAtMs = rig.time.nowMs();
  let lastOffAtMs = startedAtMs;
  press();
  for (let sinceMs = sampleMs; sinceMs <= playMs; sinceMs += sampleMs) {
    await rig.time.advance(sampleMs);
    const skewMs = Math.abs(a.picture.positionMs() - b.picture.positionMs());
    if (skewMs > inStepWithinMs || sinceMs < startsWithinMs) lastOffAtMs = rig.time.nowMs();
    if (sinceMs > countsFromMs) figures.skewsMs.push(skewMs);
    if (scenario.hasHiccups === true) hiccup(random() < 0.5 ? a : b, random);
  }
  const after = effortOf([a, b]);
  figures.inStepMs.push(lastOffAtMs - startedAtMs);
  figures.rateWrites += after.rateWrites - before.rateWrites;
  figures.seeks += after.seeks - before.seeks;
  figures.playedMs += playMs;
  figures.sameFrameMs.push(...apartByFrame([a, b], startedAtMs + countsFromMs));
}

function effortOf(pair: Pair): { readonly rateWrites: number; readonly seeks: number } {
  const sum = (count: (one: RiggedFollower) => number) => count(pair[0]) + count(pair[1]);
  return {
    rateWrites: sum(({ picture }) => picture.rateWrites()),
    seeks: sum(({ picture }) => picture.seeks()),
  };
}

/** About once in six seconds. */
function hiccup({ picture }: RiggedFollower, random: () => number): void {
  if (random() < sampleMs / 6_000) picture.stall(40 + random() * 110);
}

/** How far apart each frame was on the two screens. */
function apartByFrame([a, b]: Pair, fromMs: number): number[] {
  return [...a.shownAtMs].flatMap(([frame, atMs]) => {
    const otherMs = b.shownAtMs.get(frame);
    return otherMs === undefined || atMs < fromMs ? [] : [Math.abs(atMs - otherMs)];
  });
}
