import { randomUUID } from "node:crypto";
import { clipIdSchema, participantIdSchema } from "#shared/domain/ids.ts";
import type { CommandContext } from "#shared/playback/apply-command.ts";
import type { Timeline, TimelineClip } from "#shared/playback/timeline.ts";

export const nadia = participantIdSchema.parse("11111111-1111-4111-8111-111111111111");
export const callum = participantIdSchema.parse("22222222-2222-4222-8222-222222222222");

/** A clip of 25 frames a second; other frame starts can be given. */
export function buildTimelineClip(framesMs = steadyFrames(125), durationMs = 5_000): TimelineClip {
  return {
    clipId: clipIdSchema.parse(randomUUID()),
    clipRev: "a".repeat(64),
    framesMs,
    durationMs,
  };
}

/** Frame starts 40 ms apart. */
export function steadyFrames(count: number): number[] {
  return Array.from({ length: count }, (_, n) => n * 40);
}

/** A timeline paused on the first frame of a clip. */
export function buildTimeline(clip: TimelineClip, changes: Partial<Timeline> = {}): Timeline {
  return {
    epoch: "33333333-3333-4333-8333-333333333333",
    revision: 7,
    clipId: clip.clipId,
    clipRev: clip.clipRev,
    motion: { kind: "paused", frame: 0 },
    rate: 1,
    repeat: false,
    loop: null,
    cause: { kind: "opened", by: null },
    ...changes,
  };
}

/** Who commands, when, and on what; the timeline's own revision unless told otherwise. */
export function buildContext(
  timeline: Timeline,
  clips: readonly TimelineClip[],
  changes: Partial<CommandContext> = {},
): CommandContext {
  return {
    by: nadia,
    basedOnRevision: timeline.revision,
    nowServerMs: 10_000,
    leadMs: 200,
    clips: new Map(clips.map((clip) => [clip.clipId, clip])),
    ...changes,
  };
}
