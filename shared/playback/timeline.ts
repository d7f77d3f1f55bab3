import { z } from "zod";
import { clipIdSchema, participantIdSchema } from "#shared/domain/ids.ts";
import { assertNever, fail, ok } from "#shared/lib/result.ts";
import type { Result } from "#shared/lib/result.ts";
import { clampFrame, frameAt, frameStartMs } from "./frames.ts";
import type { FrameTable } from "./frames.ts";

/**
 * The one truth about what is on both screens. The server holds it and changes it only through
 * `applyCommand`; browsers follow. Paused means a frame, by number; playing means a line from a frame
 * start at an instant of the server's monotonic clock.
 */

/** The speeds both may choose. */
export const playbackRates = [0.25, 0.5, 0.75, 1] as const;
/** One of the speeds there are. */
export const playbackRateSchema = z.literal(playbackRates);
/** One of the speeds; 1 is as filmed. */
export type PlaybackRate = z.infer<typeof playbackRateSchema>;

const frameSchema = z.int().min(0).max(100_000);

/** Why the timeline is as it is, and by whom; null is the room itself. */
export const causeSchema = z.strictObject({
  kind: z.enum([
    "opened",
    "play",
    "pause",
    "seek",
    "step",
    "rate",
    "repeat",
    "clip",
    "visit",
    "ended",
    "restarted",
    "cover",
  ]),
  by: participantIdSchema.nullable(),
});

/** The whole state of shared playback at one revision. */
export const timelineSchema = z.strictObject({
  /** A random id made when the room was loaded: a newer epoch is taken whole. */
  epoch: z.uuid(),
  /** Grows by one with each accepted command within an epoch. */
  revision: z.int().nonnegative(),
  clipId: clipIdSchema,
  clipRev: z.string(),
  motion: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("paused"), frame: frameSchema }),
    z.strictObject({
      kind: z.literal("playing"),
      fromFrame: frameSchema,
      /** The instant at which `fromFrame` is (or was) due on every screen. */
      startsAtServerMs: z.number(),
    }),
  ]),
  rate: playbackRateSchema,
  repeat: z.boolean(),
  cause: causeSchema,
});
/** What is on both screens, as the server tells it. */
export type Timeline = z.infer<typeof timelineSchema>;

/** What a person may ask of the timeline. */
export const timelineCommandSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("play") }),
  /** `frame` is the one on the presser's screen. Never refused. */
  z.strictObject({ kind: z.literal("pause"), clipId: clipIdSchema, frame: frameSchema }),
  z.strictObject({ kind: z.literal("seek"), clipId: clipIdSchema, frame: frameSchema }),
  /** Relative, so that two presses at once add up. */
  z.strictObject({
    kind: z.literal("step"),
    clipId: clipIdSchema,
    frames: z.int().min(-250).max(250),
  }),
  z.strictObject({ kind: z.literal("rate"), rate: playbackRateSchema }),
  z.strictObject({ kind: z.literal("repeat"), repeat: z.boolean() }),
  z.strictObject({ kind: z.literal("clip"), clipId: clipIdSchema }),
  /** To a held moment: both go to its frame, paused, in whichever clip it is. */
  z.strictObject({ kind: z.literal("visit"), clipId: clipIdSchema, frame: frameSchema }),
]);
/** What somebody asks of the timeline. */
export type TimelineCommand = z.infer<typeof timelineCommandSchema>;

/** Why the timeline stays as it is. */
export type TimelineRefusal = "stale-revision" | "unknown-clip" | "playing-now" | "covered";

/** A clip of the room as the timeline needs it. */
export interface TimelineClip extends FrameTable {
  readonly clipId: Timeline["clipId"];
  readonly clipRev: string;
}

/** What the server adds to a command: who, when, and how far ahead a common start must be. */
export interface CommandContext {
  readonly by: z.infer<typeof participantIdSchema> | null;
  readonly basedOnRevision: number;
  readonly nowServerMs: number;
  /** How long until everybody in step can have started, in ms. */
  readonly leadMs: number;
  readonly clips: ReadonlyMap<string, TimelineClip>;
}

/** Position in the clip at an instant, in fractional ms of the clip, never outside it; wraps when repeating. */
export function positionAt(timeline: Timeline, table: FrameTable, atServerMs: number): number {
  const { motion } = timeline;
  if (motion.kind === "paused") return frameStartMs(table, motion.frame);
  const elapsedMs = Math.max(0, atServerMs - motion.startsAtServerMs) * timeline.rate;
  const positionMs = frameStartMs(table, motion.fromFrame) + elapsedMs;
  if (timeline.repeat) return positionMs % table.durationMs;
  return Math.min(table.durationMs, positionMs);
}

/** The instant at which a playing, not repeating timeline reaches the end of its clip; null otherwise. */
export function endsAtServerMs(timeline: Timeline, table: FrameTable): number | null {
  const { motion } = timeline;
  if (motion.kind === "paused" || timeline.repeat) return null;
  const leftMs = table.durationMs - frameStartMs(table, motion.fromFrame);
  return motion.startsAtServerMs + leftMs / timeline.rate;
}

type Outcome = Result<Timeline, TimelineRefusal>;
type Kind = TimelineCommand["kind"];
type CommandOf<K extends Kind> = Extract<TimelineCommand, { kind: K }>;

/** Applies one command, or says why it was refused. Never mutates `timeline`. */
export function applyCommand(
  timeline: Timeline,
  command: TimelineCommand,
  context: CommandContext,
): Outcome {
  if (command.kind === "pause") return applyPause(timeline, command, context);
  if (command.kind === "clip") return applyOpen(timeline, command, 0, context);
  if (command.kind === "visit") return applyOpen(timeline, command, command.frame, context);
  const clip = context.clips.get(timeline.clipId);
  if (clip === undefined) return fail("unknown-clip");
  return applyWithinClip(timeline, clip, command, context);
}

function applyWithinClip(
  timeline: Timeline,
  clip: TimelineClip,
  command: CommandOf<"play" | "seek" | "step" | "rate" | "repeat">,
  context: CommandContext,
): Outcome {
  switch (command.kind) {
    case "play":
      return applyPlay(timeline, clip, context);
    case "seek":
      return applySeek(timeline, clip, command, context);
    case "step":
      if (timeline.motion.kind === "playing") return fail("playing-now");
      if (command.clipId !== timeline.clipId) return fail("stale-revision");
      return ok(hold(timeline, clip, timeline.motion.frame + command.frames, context, "step"));
    case "rate":
      if (isStale(timeline, context)) return fail("stale-revision");
      return ok(rebase(timeline, { ...timeline, rate: command.rate }, clip, context, "rate"));
    case "repeat":
      return ok(rebase(timeline, { ...timeline, repeat: command.repeat }, clip, context, "repeat"));
    default:
      return assertNever(command);
  }
}

function applyPlay(timeline: Timeline, clip: TimelineClip, context: CommandContext): Outcome {
  if (timeline.motion.kind === "playing") return ok(timeline);
  if (isStale(timeline, context)) return fail("stale-revision");
  return ok(start(timeline, clip, startFrame(timeline, clip), context, "play"));
}

/** Whatever was pressed before or at the same time, and even when the clip itself has gone. */
function applyPause(
  timeline: Timeline,
  command: CommandOf<"pause">,
  context: CommandContext,
): Outcome {
  if (timeline.motion.kind === "paused") return ok(timeline);
  const clip = context.clips.get(timeline.clipId);
  if (clip === undefined) {
    const motion = { kind: "paused", frame: timeline.motion.fromFrame } as const;
    const cause = { kind: "pause", by: context.by } as const;
    return ok({ ...timeline, motion, revision: timeline.revision + 1, cause });
  }
  const reached = frameAt(clip, positionAt(timeline, clip, context.nowServerMs));
  const frame = command.clipId === timeline.clipId ? command.frame : reached;
  return ok(hold(timeline, clip, frame, context, "pause"));
}

function applySeek(
  timeline: Timeline,
  clip: TimelineClip,
  command: CommandOf<"seek">,
  context: CommandContext,
): Outcome {
  if (command.clipId !== timeline.clipId) return fail("stale-revision");
  return ok(
    timeline.motion.kind === "playing"
      ? start(timeline, clip, clampFrame(clip, command.frame), context, "seek")
      : hold(timeline, clip, command.frame, context, "seek"),
  );
}

function applyOpen(
  timeline: Timeline,
  command: CommandOf<"clip" | "visit">,
  frame: number,
  context: CommandContext,
): Outcome {
  const next = context.clips.get(command.clipId);
  if (next === undefined) return fail("unknown-clip");
  return ok(hold(timeline, next, frame, context, command.kind));
}

function isStale(timeline: Timeline, context: CommandContext): boolean {
  return context.basedOnRevision !== timeline.revision;
}

/** The timeline stopped on one frame, for a reason that is nobody's command (end of clip, cover, restart). */
export function pauseAt(
  timeline: Timeline,
  clip: TimelineClip,
  frame: number,
  cause: Timeline["cause"],
): Timeline {
  return {
    ...timeline,
    clipId: clip.clipId,
    clipRev: clip.clipRev,
    motion: { kind: "paused", frame: clampFrame(clip, frame) },
    revision: timeline.revision + 1,
    cause,
  };
}

/** Whether `next` is news to somebody who follows `current`: a later revision, or another epoch. */
export function isNewer(next: Timeline, current: Timeline | null): boolean {
  return current === null || next.epoch !== current.epoch || next.revision > current.revision;
}

function startFrame(timeline: Timeline, clip: TimelineClip): number {
  const frame = timeline.motion.kind === "paused" ? timeline.motion.frame : 0;
  return frame >= clip.framesMs.length - 1 ? 0 : frame; // at the end, play means from the start
}

function start(
  timeline: Timeline,
  clip: TimelineClip,
  fromFrame: number,
  context: CommandContext,
  kind: Timeline["cause"]["kind"],
): Timeline {
  return {
    ...timeline,
    clipId: clip.clipId,
    clipRev: clip.clipRev,
    motion: { kind: "playing", fromFrame, startsAtServerMs: context.nowServerMs + context.leadMs },
    revision: timeline.revision + 1,
    cause: { kind, by: context.by },
  };
}

function hold(
  timeline: Timeline,
  clip: TimelineClip,
  frame: number,
  context: CommandContext,
  kind: Timeline["cause"]["kind"],
): Timeline {
  return pauseAt(timeline, clip, frame, { kind, by: context.by });
}

/** The same motion under a changed rate or repeat: a playing line goes on from the frame reached at the common start. */
function rebase(
  before: Timeline,
  changed: Timeline,
  clip: TimelineClip,
  context: CommandContext,
  kind: Timeline["cause"]["kind"],
): Timeline {
  if (before.motion.kind === "paused") {
    return { ...changed, revision: before.revision + 1, cause: { kind, by: context.by } };
  }
  const thereMs = positionAt(before, clip, context.nowServerMs + context.leadMs);
  return start(changed, clip, frameAt(clip, thereMs), context, kind);
}
