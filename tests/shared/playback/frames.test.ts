import fc from "fast-check";
import { expect, it } from "vitest";
import { clampFrame, frameAt, frameMiddleMs, frameStartMs } from "#shared/playback/frames.ts";
import type { FrameTable } from "#shared/playback/frames.ts";

const uneven: FrameTable = { framesMs: [7, 40, 73.4, 200, 210], durationMs: 250 };

const tables: fc.Arbitrary<FrameTable> = fc
  .record({
    firstMs: fc.double({ min: 0, max: 50, noNaN: true }),
    lengths: fc.array(fc.double({ min: 2, max: 400, noNaN: true }), {
      minLength: 1,
      maxLength: 80,
    }),
  })
  .map(({ firstMs, lengths }) => {
    let atMs = firstMs;
    const framesMs = lengths.map((lengthMs) => {
      const startMs = atMs;
      atMs += lengthMs;
      return startMs;
    });
    return { framesMs, durationMs: atMs };
  });

it("[PB10] finds the frame of a picture in a clip whose frames are uneven and start late", () => {
  expect([0, 7, 39, 39.6, 73.4, 199, 9_999].map((ms) => frameAt(uneven, ms))).toEqual([
    0, 0, 0, 1, 2, 2, 4,
  ]);
});

it("[PB10] leads from every frame to its middle and back, whatever the frame rate", () => {
  fc.assert(
    fc.property(tables, (table) => {
      for (let frame = 0; frame < table.framesMs.length; frame += 1) {
        const middleMs = frameMiddleMs(table, frame);
        expect(frameAt(table, middleMs)).toBe(frame);
        expect(middleMs).toBeGreaterThan(frameStartMs(table, frame));
        expect(middleMs).toBeLessThan(table.durationMs);
        expect(frameAt(table, frameStartMs(table, frame))).toBe(frame);
      }
    }),
  );
});

it("[PB10] seeks to the middle of the last frame, which has no next one", () => {
  const longSound: FrameTable = { framesMs: [0, 40, 80], durationMs: 500 };

  expect(frameMiddleMs(longSound, 2)).toBe(100);
  expect(frameMiddleMs({ framesMs: [0], durationMs: 40 }, 0)).toBe(20);
});

it("[PB10] brings a frame from outside into the clip", () => {
  expect([-5, 2.9, 99].map((frame) => clampFrame(uneven, frame))).toEqual([0, 2, 4]);
});
