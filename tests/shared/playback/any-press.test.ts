import fc from "fast-check";
import { expect, it } from "vitest";
import { applyCommand } from "#shared/playback/apply-command.ts";
import { frameStartMs } from "#shared/playback/frames.ts";
import { loopLimits } from "#shared/playback/timeline.ts";
import type { Timeline, TimelineClip, TimelineCommand } from "#shared/playback/timeline.ts";
import { positionAt, spanOf } from "#shared/playback/timeline-position.ts";
import { buildContext, buildTimeline, buildTimelineClip } from "#tests/helpers/timelines.ts";

/** Frames of 20 to 60 ms, and a clip of another length. */
const uneven = buildTimelineClip(unevenFrames(400), 16_000);
const other = buildTimelineClip();
const clips = [uneven, other];

it("[PB3] [PB36] whatever is pressed, frames lie inside the clip, a loop is as long as it may be and the place lies inside it, and revisions grow", () => {
  fc.assert(
    fc.property(fc.array(anyPress(), { maxLength: 60 }), (presses) => {
      let timeline = buildTimeline(uneven);
      let nowServerMs = 10_000;
      for (const { command, lateBy, afterMs, leadMs } of presses) {
        nowServerMs += afterMs;
        const basedOnRevision = timeline.revision - lateBy;
        const changes = { basedOnRevision, nowServerMs, leadMs };
        const outcome = applyCommand(timeline, command, buildContext(timeline, clips, changes));
        expect(outcome.ok || command.kind !== "pause").toBe(true);
        if (!outcome.ok) continue;
        const grown = outcome.value.revision - timeline.revision;
        expect(grown).toBe(outcome.value === timeline ? 0 : 1);
        timeline = outcome.value;
        expectWhole(timeline, timeline.clipId === other.clipId ? other : uneven, nowServerMs);
      }
    }),
    { numRuns: 500 },
  );
});

it("[PB5] two steps pressed at once end on the same frame in either order, inside a loop too", () => {
  const steps = fc.integer({ min: -20, max: 20 });

  fc.assert(
    fc.property(steps, steps, fc.integer({ min: 60, max: 350 }), (one, two, frame) => {
      const rests = buildTimeline(uneven, {
        motion: { kind: "paused", frame },
        loop: { firstFrame: frame - 15, lastFrame: frame + 15, rateAfter: null },
      });
      const step = (timeline: Timeline, frames: number) => {
        const command = { kind: "step", clipId: uneven.clipId, frames } as const;
        const context = buildContext(timeline, clips, { basedOnRevision: 7 });
        const outcome = applyCommand(timeline, command, context);
        return outcome.ok ? outcome.value : timeline;
      };
      const ends = [step(step(rests, one), two), step(step(rests, two), one)];

      expect(ends.map(({ motion }) => motion)).toEqual(
        Array(2).fill({ kind: "paused", frame: frame + one + two }),
      );
    }),
  );
});

function expectWhole(timeline: Timeline, table: TimelineClip, nowServerMs: number) {
  const { motion, loop } = timeline;
  const at = motion.kind === "paused" ? motion.frame : motion.fromFrame;
  expect(at).toBeGreaterThanOrEqual(0);
  expect(at).toBeLessThan(table.framesMs.length);
  for (const laterMs of [0, 700, 33_333]) {
    const positionMs = positionAt(timeline, table, nowServerMs + laterMs);
    expect(positionMs).toBeGreaterThanOrEqual(0);
    expect(positionMs).toBeLessThanOrEqual(table.durationMs);
  }
  if (loop === null) return;
  expect(loop.firstFrame).toBeGreaterThanOrEqual(0);
  expect(loop.lastFrame).toBeLessThan(table.framesMs.length);
  const lengthMs = spanOf(timeline, table).endMs - frameStartMs(table, loop.firstFrame);
  expect(lengthMs).toBeGreaterThanOrEqual(loopLimits.leastMs);
  expect(lengthMs).toBeLessThanOrEqual(loopLimits.mostMs);
  expect(at).toBeGreaterThanOrEqual(loop.firstFrame);
  expect(at).toBeLessThanOrEqual(loop.lastFrame);
}

function unevenFrames(count: number): number[] {
  const framesMs = [10];
  for (let n = 1; n < count; n += 1) framesMs.push((framesMs[n - 1] ?? 0) + 20 + (n % 5) * 10);
  return framesMs;
}

/** Anything anybody can press, at any time, seen late or not. */
function anyPress() {
  const frame = fc.integer({ min: 0, max: 450 });
  const anyClip = fc.constantFrom(...clips.map((one) => one.clipId));
  const rate = fc.constantFrom(0.25 as const, 0.5 as const, 0.75 as const, 1 as const);
  const loop = fc.record({ firstFrame: frame, lastFrame: frame });
  const command: fc.Arbitrary<TimelineCommand> = fc.oneof(
    fc.constant({ kind: "play" } as const),
    fc.record({ kind: fc.constant("pause" as const), clipId: anyClip, frame }),
    fc.record({ kind: fc.constant("seek" as const), clipId: anyClip, frame }),
    fc.record({
      kind: fc.constant("step" as const),
      clipId: anyClip,
      frames: fc.integer({ min: -250, max: 250 }),
    }),
    fc.record({ kind: fc.constant("rate" as const), rate }),
    fc.record({ kind: fc.constant("repeat" as const), repeat: fc.boolean() }),
    fc.record({ kind: fc.constant("loop" as const), clipId: anyClip, loop: fc.option(loop) }),
    fc.record({ kind: fc.constant("again" as const), clipId: anyClip, frame }),
    fc.record({ kind: fc.constant("clip" as const), clipId: anyClip }),
    fc.record({ kind: fc.constant("visit" as const), clipId: anyClip, frame }),
  );
  const leadMs = fc.integer({ min: 120, max: 600 });
  return fc.record({ command, lateBy: fc.nat(1), afterMs: fc.nat(4_000), leadMs });
}
