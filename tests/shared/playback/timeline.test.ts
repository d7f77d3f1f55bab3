import { describe, expect, it } from "vitest";
import { applyCommand } from "#shared/playback/apply-command.ts";
import { isNewer } from "#shared/playback/timeline.ts";
import { endsAtServerMs, loopTurnMs, positionAt } from "#shared/playback/timeline-position.ts";
import type { Timeline, TimelineCommand } from "#shared/playback/timeline.ts";
import {
  buildContext,
  buildTimeline,
  buildTimelineClip,
  callum,
} from "#tests/helpers/timelines.ts";

const clip = buildTimelineClip();
const other = buildTimelineClip();
const clips = [clip, other];
const { clipId } = clip;
const playing = buildTimeline(clip, {
  motion: { kind: "playing", fromFrame: 10, startsAtServerMs: 9_000 },
});

function apply(timeline: Timeline, command: TimelineCommand, changes = {}) {
  return applyCommand(timeline, command, buildContext(timeline, clips, changes));
}

describe("play and pause", () => {
  it("[PB1] starts from the paused frame at an instant everybody can make", () => {
    const paused = buildTimeline(clip, { motion: { kind: "paused", frame: 20 } });

    const outcome = apply(paused, { kind: "play" });

    const motion = { kind: "playing", fromFrame: 20, startsAtServerMs: 10_200 };
    expect(outcome).toMatchObject({ ok: true, value: { revision: 8, motion } });
  });

  it("[PB1] plays from the start again when it stands on the last frame", () => {
    const ended = buildTimeline(clip, { motion: { kind: "paused", frame: 124 } });

    expect(apply(ended, { kind: "play" })).toMatchObject({ value: { motion: { fromFrame: 0 } } });
  });

  it("[PB2] pauses on the presser's frame, not on where the server would have been", () => {
    const outcome = apply(playing, { kind: "pause", clipId, frame: 33 });

    const cause = { kind: "pause", by: buildContext(playing, clips).by };
    const motion = { kind: "paused", frame: 33 };
    expect(outcome).toMatchObject({ ok: true, value: { revision: 8, motion, cause } });
  });

  it("[PB3] never refuses a pause: not a late one, not for another clip, not when the clip has gone", () => {
    const late = apply(playing, { kind: "pause", clipId, frame: 5 }, { basedOnRevision: 1 });
    const elsewhere = apply(playing, { kind: "pause", clipId: other.clipId, frame: 5 });
    const gone = apply(playing, { kind: "pause", clipId, frame: 5 }, { clips: new Map() });

    expect(late).toMatchObject({ value: { motion: { kind: "paused", frame: 5 } } });
    expect(elsewhere).toMatchObject({ value: { motion: { kind: "paused", frame: 35 } } });
    expect(gone).toMatchObject({ value: { motion: { kind: "paused" }, revision: 8 } });
  });

  it("[PB3] changes nothing by a pause when paused, or a play when playing", () => {
    const paused = buildTimeline(clip);
    const pausedAgain = apply(paused, { kind: "pause", clipId, frame: 9 });
    const playedAgain = apply(playing, { kind: "play" }, { basedOnRevision: 0 });

    expect(pausedAgain).toEqual({ ok: true, value: paused });
    expect(playedAgain).toEqual({ ok: true, value: playing });
  });

  it("[PB4] refuses a play pressed before somebody else's change was seen", () => {
    const outcome = apply(buildTimeline(clip), { kind: "play" }, { basedOnRevision: 6 });

    expect(outcome).toEqual({ ok: false, reason: "stale-revision" });
  });
});

describe("moving about", () => {
  it("[PB5] adds up two steps pressed at the same time, in either order", () => {
    const paused = buildTimeline(clip, { motion: { kind: "paused", frame: 20 } });
    const steps: readonly number[] = [1, -3];

    const frames = [steps, steps.toReversed()].map((order) =>
      order.reduce<Timeline>((timeline, by) => {
        const outcome = apply(
          timeline,
          { kind: "step", clipId, frames: by },
          { basedOnRevision: 7 },
        );
        return outcome.ok ? outcome.value : timeline;
      }, paused),
    );

    expect(frames.map((timeline) => timeline.motion)).toEqual([
      { kind: "paused", frame: 18 },
      { kind: "paused", frame: 18 },
    ]);
  });

  it("[PB5] steps only at rest, and never out of the clip", () => {
    const last = buildTimeline(clip, { motion: { kind: "paused", frame: 124 } });

    expect(apply(playing, { kind: "step", clipId, frames: 1 })).toMatchObject({
      reason: "playing-now",
    });
    expect(apply(last, { kind: "step", clipId, frames: 9 })).toMatchObject({
      value: { motion: { frame: 124 } },
    });
  });

  it("[PB6] goes on playing from where somebody went while it played", () => {
    const outcome = apply(playing, { kind: "seek", clipId, frame: 60 }, { by: callum });

    const motion = { kind: "playing", fromFrame: 60, startsAtServerMs: 10_200 };
    expect(outcome).toMatchObject({ value: { motion, cause: { kind: "seek", by: callum } } });
  });

  it("[PB6] opens a clip and visits a moment paused, even when the clip before has gone", () => {
    const onlyOther = { clips: new Map([[other.clipId, other]]) };

    const opened = apply(playing, { kind: "clip", clipId: other.clipId }, onlyOther);
    const visited = apply(playing, { kind: "visit", clipId: other.clipId, frame: 44 });
    const unknown = apply(playing, { kind: "clip", clipId: other.clipId }, { clips: new Map() });

    expect(opened).toMatchObject({ value: { motion: { kind: "paused", frame: 0 } } });
    expect(visited).toMatchObject({
      value: { clipId: other.clipId, motion: { kind: "paused", frame: 44 } },
    });
    expect(unknown).toEqual({ ok: false, reason: "unknown-clip" });
  });

  it("[PB7] changes speed and repeat without losing the place", () => {
    const slower = apply(playing, { kind: "rate", rate: 0.5 });
    const repeating = apply(buildTimeline(clip), { kind: "repeat", repeat: true });

    const motion = { kind: "playing", fromFrame: 40, startsAtServerMs: 10_200 };
    expect(slower).toMatchObject({ value: { rate: 0.5, motion } });
    expect(repeating).toMatchObject({ value: { repeat: true, motion: { frame: 0 } } });
  });
});

describe("where it is", () => {
  it("[PB8] stands still before the common start, and at the end of a clip", () => {
    expect(positionAt(playing, clip, 8_000)).toBe(400);
    expect(positionAt(playing, clip, 9_500)).toBe(900);
    expect(positionAt(playing, clip, 99_000)).toBe(5_000);
    expect(endsAtServerMs(playing, clip)).toBe(13_600);
  });

  it("[PB8] begins again at the end while it repeats, and has no end then", () => {
    const repeating = { ...playing, repeat: true };

    expect(positionAt(repeating, clip, 9_000 + 4_600 + loopTurnMs + 100)).toBe(100);
    expect(endsAtServerMs(repeating, clip)).toBeNull();
  });

  it("[PB9] takes another epoch whole, and within one only what is later", () => {
    const restarted = { ...playing, epoch: "44444444-4444-4444-8444-444444444444", revision: 0 };

    expect(isNewer(restarted, playing)).toBe(true);
    expect(isNewer(playing, playing)).toBe(false);
    expect(isNewer({ ...playing, revision: 8 }, playing)).toBe(true);
    expect(isNewer(playing, null)).toBe(true);
  });
});
