import { describe, expect, it } from "vitest";
import { readPictures } from "./read-pictures.ts";

const reading = (atMs: number, presentedCount: number, number: number | null) => ({
  atMs,
  presentedCount,
  number,
});

describe("what a page's readings are worth", () => {
  it("[PB64] a picture whose callback never came is missed, one the player dropped is not", () => {
    const sightings = readPictures([reading(0, 5, 10), reading(80, 7, 12), reading(160, 8, 14)]);

    expect(sightings).toEqual([
      { atMs: 0, number: 10, missed: 0 },
      { atMs: 80, number: 12, missed: 1 },
      { atMs: 160, number: 14, missed: 0 },
    ]);
  });

  it("[PB64] a picture read too early counts from its own callback on", () => {
    const sightings = readPictures([reading(0, 5, 10), reading(40, 6, 12), reading(80, 7, 12)]);

    expect(sightings).toEqual([
      { atMs: 0, number: 10, missed: 0 },
      { atMs: 80, number: 12, missed: 1 },
    ]);
  });

  it("[PB64] a picture that is presented anew at rest keeps its first instant", () => {
    const sightings = readPictures([reading(0, 5, 10), reading(40, 6, 11), reading(90, 7, 11)]);

    expect(sightings.map(({ atMs }) => atMs)).toEqual([0, 40, 90]);
    expect(readPictures([reading(0, 5, null)])).toEqual([]);
  });
});
