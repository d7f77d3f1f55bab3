import { describe, expect, it } from "vitest";
import { addChecks, checkClaims, noClaims } from "./claims.ts";
import type { Screen } from "./claims.ts";

const resting: Screen = {
  pictures: [{ atMs: 0, number: 40, missed: 0 }],
  claims: [{ atMs: 100, isMade: true }],
};
const span = { fromMs: 0, toMs: 1_000 };

describe("the claim of the same frame", () => {
  it("[PB66] is true while both show the same picture, and asked of every sample", () => {
    const check = checkClaims([resting, resting], span, 10, 0);

    expect(check).toEqual({ samples: 101, whileDiffering: 0, falseSamples: 0, longestMs: 0 });
  });

  it("[PB66] is false once it has stood longer than allowed over different pictures, whoever makes it", () => {
    const moved: Screen = {
      pictures: [...resting.pictures, { atMs: 400, number: 42, missed: 0 }],
      claims: [],
    };

    const check = checkClaims([moved, resting], span, 10, 200);

    expect(check).toMatchObject({ whileDiffering: 61, falseSamples: 40, longestMs: 600 });
  });

  it("[PB66] is not false when it was taken back in time, and the count begins anew then", () => {
    const mended: Screen = {
      pictures: [40, 42, 40, 42, 40].map((number, n) => ({ atMs: n * 150, number, missed: 0 })),
      claims: [],
    };

    const check = checkClaims([mended, resting], span, 10, 200);

    expect(check).toMatchObject({ whileDiffering: 30, falseSamples: 0, longestMs: 140 });
  });

  it("[PB66] adds up over many looks", () => {
    const one = { samples: 10, whileDiffering: 3, falseSamples: 1, longestMs: 40 };

    expect(addChecks(addChecks(noClaims, one), { ...one, longestMs: 30 })).toEqual({
      samples: 20,
      whileDiffering: 6,
      falseSamples: 2,
      longestMs: 40,
    });
  });
});
