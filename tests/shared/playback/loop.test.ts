import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyCommand } from "#shared/playback/apply-command.ts";
import { frameAt } from "#shared/playback/frames.ts";
import type { Timeline, TimelineCommand } from "#shared/playback/timeline.ts";
import { loopTurnMs, positionAt, roundAt } from "#shared/playback/timeline-position.ts";
import {
  buildContext,
  buildTimeline,
  buildTimelineClip,
  callum,
  nadia,
  steadyFrames,
} from "#tests/helpers/timelines.ts";

const clip = buildTimelineClip(steadyFrames(500), 20_000);
const other = buildTimelineClip();
const { clipId } = clip;
const playing = buildTimeline(clip, {
  motion: { kind: "playing", fromFrame: 100, startsAtServerMs: 6_000 },
});

function press(timeline: Timeline, command: TimelineCommand, changes = {}) {
  return applyCommand(timeline, command, buildContext(timeline, [clip, other], changes));
}

function done(timeline: Timeline, command: TimelineCommand, changes = {}): Timeline {
  const outcome = press(timeline, command, changes);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
}

const loopOf = (firstFrame: number, lastFrame: number) =>
  ({ kind: "loop", clipId, loop: { firstFrame, lastFrame } }) as const;
const letGo = { kind: "loop", clipId, loop: null } as const;
const again = (frame: number) => ({ kind: "again", clipId, frame }) as const;

describe("a loop", () => {
  it("[PB36] is half a second to ten seconds long", () => {
    // Frame n lasts from n * 40 to n * 40 + 40.
    const lengths = [
      [0, 11, false], // 480 ms
      [0, 12, true], // 520 ms
      [0, 249, true], // 10 000 ms
      [0, 250, false], // 10 040 ms
      [30, 20, false],
      [480, 99_999, true], // to the end of the clip
      [495, 99_999, false],
    ] as const;

    for (const [first, last, isLoop] of lengths) {
      const outcome = press(playing, loopOf(first, last));
      const refusal = outcome.ok ? null : outcome.reason;
      expect([first, last, refusal]).toEqual([first, last, isLoop ? null : "loop-length"]);
    }
  });

  it("[PB36] around the picture goes on from where it is", () => {
    // At the common start, 10 200, the film is 4.2 s on: frame 205.
    const looped = done(playing, loopOf(180, 260), { by: callum });

    expect(looped).toMatchObject({
      motion: { kind: "playing", fromFrame: 205, startsAtServerMs: 10_200 },
      loop: { firstFrame: 180, lastFrame: 260, rateAfter: null },
      cause: { kind: "loop", by: callum },
    });
  });

  it("[PB36] elsewhere goes to its first frame, playing or resting as before", () => {
    const rests = buildTimeline(clip, { motion: { kind: "paused", frame: 10 } });

    expect(done(playing, loopOf(300, 400)).motion).toMatchObject({ fromFrame: 300 });
    expect(done(rests, loopOf(300, 400)).motion).toEqual({ kind: "paused", frame: 300 });
  });

  it("[PB36] is let go of by a move out of it and by another clip, not by one inside it", () => {
    const looped = done(playing, loopOf(180, 260));
    const rests = done(looped, { kind: "pause", clipId, frame: 260 });

    const after = (timeline: Timeline, command: TimelineCommand) => done(timeline, command).loop;
    expect(after(looped, { kind: "seek", clipId, frame: 200 })).not.toBeNull();
    expect(after(looped, { kind: "seek", clipId, frame: 261 })).toBeNull();
    expect(after(rests, { kind: "step", clipId, frames: -80 })).not.toBeNull();
    expect(after(rests, { kind: "step", clipId, frames: 1 })).toBeNull();
    expect(after(rests, { kind: "visit", clipId, frame: 190 })).not.toBeNull();
    expect(after(rests, { kind: "visit", clipId, frame: 10 })).toBeNull();
    expect(after(rests, { kind: "clip", clipId: other.clipId })).toBeNull();
    expect(after(rests, { kind: "visit", clipId: other.clipId, frame: 100 })).toBeNull();
    expect(after(looped, letGo)).toBeNull();
  });

  it("[PB36] for a clip that is no longer open is refused as stale", () => {
    const elsewhere = { ...loopOf(0, 50), clipId: other.clipId };

    expect(press(playing, elsewhere)).toEqual({ ok: false, reason: "stale-revision" });
    expect(press(playing, { ...again(50), clipId: other.clipId })).toEqual({
      ok: false,
      reason: "stale-revision",
    });
  });

  it("[PB36] play begins it anew from its last frame, and goes on from any other", () => {
    const rests = done(done(playing, loopOf(180, 260)), { kind: "pause", clipId, frame: 260 });
    const inside = { ...rests, motion: { kind: "paused", frame: 200 } } as const;

    expect(done(rests, { kind: "play" }).motion).toMatchObject({ fromFrame: 180 });
    expect(done(inside, { kind: "play" }).motion).toMatchObject({ fromFrame: 200 });
  });
});

describe("again, slower", () => {
  it("[PB36] [N11] plays the last three seconds at half speed, over and over, and gives the speed back", () => {
    const slower = done(playing, again(200), { by: nadia });
    const after = done(slower, letGo);

    expect(slower).toMatchObject({
      rate: 0.5,
      loop: { firstFrame: 125, lastFrame: 200, rateAfter: 1 },
      motion: { kind: "playing", fromFrame: 125, startsAtServerMs: 10_200 },
      cause: { kind: "again", by: nadia },
    });
    expect(after).toMatchObject({ rate: 1, loop: null, motion: { kind: "playing" } });
  });

  it("[PB36] [N11] pressed twice, the speed of before the first comes back", () => {
    const twice = done(done(done(playing, { kind: "rate", rate: 0.75 }), again(200)), again(300));

    expect(twice.loop).toEqual({ firstFrame: 225, lastFrame: 300, rateAfter: 0.75 });
    expect(done(twice, { kind: "seek", clipId, frame: 0 })).toMatchObject({ rate: 0.75 });
  });

  it("[PB36] [N11] inside a loop plays that loop from its start", () => {
    const slower = done(done(playing, loopOf(180, 260)), again(230));

    expect(slower).toMatchObject({
      rate: 0.5,
      loop: { firstFrame: 180, lastFrame: 260, rateAfter: 1 },
      motion: { fromFrame: 180 },
    });
  });

  it("[PB36] [N11] near the start of the clip is never shorter than the shortest loop", () => {
    const { loop } = done(playing, again(2));

    expect(loop).toMatchObject({ firstFrame: 0, lastFrame: 12 });
  });

  it("[PB4] [N11] starts nothing on a frame that somebody has moved away from", () => {
    const rests = buildTimeline(clip, { motion: { kind: "paused", frame: 90 } });

    const stale = press(rests, again(90), { basedOnRevision: 6 });
    const whilePlaying = press(playing, again(90), { basedOnRevision: 6 });

    expect(stale).toEqual({ ok: false, reason: "stale-revision" });
    expect(whilePlaying.ok).toBe(true);
  });
});

describe("the rounds of a loop", () => {
  const looping = { ...playing, loop: { firstFrame: 150, lastFrame: 199, rateAfter: null } };
  // From frame 100 at 6 000: the end of frame 199 is due at 10 000; a round then takes 2 000.
  const periodMs = 2_000 + loopTurnMs;

  it("[PB36] begin with a common start and rest on the first frame before it", () => {
    expect(roundAt(looping, clip, 9_999)).toEqual({
      fromFrame: 100,
      lastFrame: 199,
      startsAtServerMs: 6_000,
      endsAtServerMs: 10_000,
      repeats: true,
    });
    expect(roundAt(looping, clip, 10_000)).toEqual({
      fromFrame: 150,
      lastFrame: 199,
      startsAtServerMs: 10_000 + loopTurnMs,
      endsAtServerMs: 10_000 + periodMs,
      repeats: true,
    });
    expect(positionAt(looping, clip, 10_000 + loopTurnMs - 1)).toBe(6_000);
    expect(positionAt(looping, clip, 10_000 + loopTurnMs + 100)).toBe(6_100);
  });

  it("[PB36] [A6] have not drifted after twenty, at any speed", () => {
    for (const rate of [0.25, 0.5, 0.75, 1] as const) {
      const slow = { ...looping, rate };
      const firstEndMs = 6_000 + 4_000 / rate;
      const roundMs = 2_000 / rate + loopTurnMs;
      const twentieth = roundAt(slow, clip, firstEndMs + 20 * roundMs + loopTurnMs + 1);
      const expectedMs = firstEndMs + 20 * roundMs + loopTurnMs;

      expect(Math.abs((twentieth?.startsAtServerMs ?? 0) - expectedMs)).toBeLessThan(1e-6);
    }
  });

  it("[PB36] hold the instant asked for, one after the other, with every frame inside the loop", () => {
    const anyLoop = fc
      .record({ first: fc.nat(480), length: fc.integer({ min: 13, max: 250 }) })
      .map(({ first, length }) => ({
        firstFrame: first,
        lastFrame: Math.min(499, first + length),
      }));
    const rate = fc.constantFrom(0.25 as const, 0.5 as const, 0.75 as const, 1 as const);

    fc.assert(
      fc.property(anyLoop, rate, fc.nat(600_000), (loop, speed, afterMs) => {
        const timeline: Timeline = {
          ...playing,
          rate: speed,
          loop: { ...loop, rateAfter: null },
          motion: { kind: "playing", fromFrame: loop.firstFrame, startsAtServerMs: 6_000 },
        };
        const atMs = 6_000 + afterMs;
        const round = roundAt(timeline, clip, atMs);
        if (round === null) throw new Error("it plays");

        expect(atMs).toBeLessThan(round.endsAtServerMs + 1e-6);
        expect(atMs).toBeGreaterThan(round.startsAtServerMs - loopTurnMs - 1e-6);
        const frame = frameAt(clip, positionAt(timeline, clip, atMs));
        expect(frame).toBeGreaterThanOrEqual(loop.firstFrame);
        expect(frame).toBeLessThanOrEqual(loop.lastFrame);
        const next = roundAt(timeline, clip, round.endsAtServerMs + loopTurnMs / 2);
        const gapMs = (next?.startsAtServerMs ?? 0) - round.endsAtServerMs;
        expect(Math.abs(gapMs - loopTurnMs)).toBeLessThan(1e-6);
      }),
    );
  });
});
