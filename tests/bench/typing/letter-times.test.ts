import { expect, it } from "vitest";
import { letterTimes } from "./letter-times.ts";

it("takes a letter's time up to the first painted words that hold it, and for ever when there are none", () => {
  const painted = [
    { length: 1, atMs: 110 },
    { length: 3, atMs: 350 }, // two letters came within one frame
  ];

  expect(letterTimes(4, { keysAtMs: [100, 330, 340, 500], painted })).toEqual([
    10,
    20,
    10,
    Infinity,
  ]);
});
