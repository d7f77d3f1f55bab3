import { expect, it } from "vitest";
import {
  alignAtStart,
  playOrPause,
  seekTo,
  stepFrames,
} from "#client/features/growth/film-group.ts";
import type { FilmWithFrames } from "#client/features/growth/film-group.ts";

/** A film of frames of 40 ms that moves only where it is put. */
class StandInFilm {
  currentTime = 0;
  playbackRate = 1;
  paused = true;
  readonly #lengthS: number;
  constructor(lengthS: number) {
    this.#lengthS = lengthS;
  }
  get ended() {
    return this.currentTime >= this.#lengthS;
  }
  play = () => {
    this.paused = false;
    return Promise.resolve();
  };
  pause = () => {
    this.paused = true;
  };
}

function buildPair() {
  const [short, long] = [new StandInFilm(1), new StandInFilm(2)];
  const framesOf = (frames: number) => ({
    framesMs: Array.from({ length: frames }, (_, n) => n * 40),
    durationMs: frames * 40,
  });
  const group: FilmWithFrames[] = [
    { film: short, frames: framesOf(25) },
    { film: long, frames: framesOf(50) },
  ];
  return { short, long, both: [short, long], group };
}

it("[F5.2] [JN53] one press plays both, another pauses both, even when one alone was running", () => {
  const { short, long, both } = buildPair();

  playOrPause(both);
  expect([short.paused, long.paused]).toEqual([false, false]);
  short.pause();
  playOrPause(both);

  expect([short.paused, long.paused]).toEqual([true, true]);
});

it("[F5.2] [JN53] one that has ended waits for the other, and once both have, both begin anew", () => {
  const { short, long, both } = buildPair();
  short.currentTime = 1;

  playOrPause(both);
  expect([short.paused, long.paused]).toEqual([true, false]);
  long.pause();
  long.currentTime = 2;
  playOrPause(both);

  expect([short.currentTime, long.currentTime]).toEqual([0, 0]);
  expect([short.paused, long.paused]).toEqual([false, false]);
});

it("[F5.2] [JN53] steps one frame in each, stays inside each, and pauses", () => {
  const { short, long, group } = buildPair();
  long.currentTime = 0.1;

  stepFrames(group, 1);
  expect([short.currentTime, long.currentTime]).toEqual([0.06, 0.14]);
  playOrPause([short]);
  stepFrames(group, -1);
  stepFrames(group, -1);

  expect([short.currentTime, long.currentTime]).toEqual([0.02, 0.06]);
  expect([short.paused, long.paused]).toEqual([true, true]);
});

it("[F5.2] [JN53] two that ran together stop at one place, that of the one behind", () => {
  const { short, long, both } = buildPair();
  playOrPause(both);
  [short.currentTime, long.currentTime] = [0.5, 0.48];

  playOrPause(both);

  expect([short.currentTime, long.currentTime]).toEqual([0.48, 0.48]);
});

it("[F5.2] [JN53] goes to one place in both, a shorter one to its end, and begins together", () => {
  const { short, long, both, group } = buildPair();

  seekTo(group, 1_500);
  expect([short.currentTime, long.currentTime]).toEqual([1, 1.5]);
  playOrPause(both);
  alignAtStart(group);

  expect([short.currentTime, long.currentTime]).toEqual([0, 0]);
  expect([short.paused, long.paused]).toEqual([true, true]);
});

it("[F5.2] [JN53] a film the browser will not start is paused, not lost", async () => {
  const { short } = buildPair();
  short.play = () => {
    short.paused = false;
    return Promise.reject(new Error("a press first"));
  };

  playOrPause([short]);
  await Promise.resolve();
  await Promise.resolve();

  expect(short.paused).toBe(true);
});
