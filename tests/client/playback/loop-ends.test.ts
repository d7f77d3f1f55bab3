import fc from "fast-check";
import { expect, it } from "vitest";
import { loopEndMs, loopFrameAt, moveLoopEnd } from "#client/features/playback/loop-ends.ts";
import { loopTimes, loopWords } from "#client/features/playback/loop-words.ts";
import { loopLimits } from "#shared/playback/timeline.ts";
import { buildTimeline, buildTimelineClip, steadyFrames } from "#tests/helpers/timelines.ts";

const table = buildTimelineClip(steadyFrames(500), 20_000);
const loop = { firstFrame: 100, lastFrame: 199, rateAfter: null };

it("[PB47] moves an end of the loop no further than half a second or ten seconds allow", () => {
  const end = fc.constantFrom("firstFrame" as const, "lastFrame" as const);
  fc.assert(
    fc.property(end, fc.integer({ min: -600, max: 900 }), (which, frame) => {
      const moved = moveLoopEnd(loop, which, frame, table);
      const lengthMs = loopEndMs(moved, "lastFrame", table) - loopEndMs(moved, "firstFrame", table);
      const other = which === "firstFrame" ? "lastFrame" : "firstFrame";

      expect(lengthMs).toBeGreaterThanOrEqual(loopLimits.leastMs);
      expect(lengthMs).toBeLessThanOrEqual(loopLimits.mostMs);
      expect(moved[other]).toBe(loop[other]);
    }),
  );
  expect(moveLoopEnd(loop, "firstFrame", 120, table)).toEqual({ firstFrame: 120, lastFrame: 199 });
  expect(moveLoopEnd(loop, "lastFrame", 0, table)).toMatchObject({ lastFrame: 112 });
});

it("[PB47] finds the frame again from where an end stands, the clip's own end too", () => {
  for (const end of ["firstFrame", "lastFrame"] as const) {
    for (const frame of [0, 1, 250, 498, 499]) {
      const standsAtMs = loopEndMs({ ...loop, [end]: frame }, end, table);

      expect(loopFrameAt(standsAtMs, end, table)).toBe(frame);
    }
  }
});

it("[PB47] says from where to where it loops, and how slowly", () => {
  const looping = (changes: object) => buildTimeline(table, { loop, ...changes });
  const short = { ...loop, lastFrame: 119 };

  expect(loopWords(looping({ rate: 0.5 }), table, false)).toBe("Looping 0:04 to 0:08, half speed");
  expect(loopWords(looping({}), table, false)).toBe("Looping 0:04 to 0:08");
  expect(loopWords(looping({ rate: 0.25 }), table, true)).toBe("0:04 to 0:08, quarter speed");
  expect(loopTimes(looping({ loop: short }), table)).toEqual({ from: "0:04.0", to: "0:04.8" });
  expect(loopWords(looping({ loop: null }), table, false)).toBeNull();
});
