import type { ParticipantId } from "#shared/domain/ids.ts";
import { assertNever, fail, ok } from "#shared/lib/result.ts";
import type { Result } from "#shared/lib/result.ts";
import { clampFrame, frameAt, frameStartMs } from "./frames.ts";
import { loopLimits } from "./timeline.ts";
import type { Loop, Timeline, TimelineClip, TimelineCommand } from "./timeline.ts";
import { positionAt, spanOf } from "./timeline-position.ts";

/** Why the timeline stays as it is. */
export type TimelineRefusal =
  | "stale-revision"
  | "unknown-clip"
  | "playing-now"
  | "covered"
  | "loop-length";

/** What the server adds to a command: who, when, and how far ahead a common start must be. */
export interface CommandContext {
  readonly by: ParticipantId | null;
  readonly basedOnRevision: number;
  readonly nowServerMs: number;
  /** How long until everybody in step can have started, in ms. */
  readonly leadMs: number;
  readonly clips: ReadonlyMap<string, TimelineClip>;
}

type Outcome = Result<Timeline, TimelineRefusal>;
type Kind = TimelineCommand["kind"];
type CommandOf<K extends Kind> = Extract<TimelineCommand, { kind: K }>;
type CauseKind = Timeline["cause"]["kind"];

/** How much "again, slower" goes back for, and how slowly. */
const again = { backMs: 3_000, rate: 0.5 } as const;

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
  command: Exclude<TimelineCommand, CommandOf<"pause" | "clip" | "visit">>,
  context: CommandContext,
): Outcome {
  if ("clipId" in command && command.clipId !== timeline.clipId) return fail("stale-revision");
  switch (command.kind) {
    case "play":
      return applyPlay(timeline, clip, context);
    case "seek":
      return ok(moveTo(timeline, clip, command.frame, context, "seek"));
    case "step":
      if (timeline.motion.kind === "playing") return fail("playing-now");
      return ok(hold(timeline, clip, timeline.motion.frame + command.frames, context, "step"));
    case "rate":
      if (isStale(timeline, context)) return fail("stale-revision");
      return ok(rebase(timeline, { ...timeline, rate: command.rate }, clip, context, "rate"));
    case "repeat": {
      const changed = { ...withoutLoop(timeline), repeat: command.repeat };
      return ok(rebase(timeline, changed, clip, context, "repeat"));
    }
    case "loop":
      return applyLoop(timeline, clip, command, context);
    case "again":
      return applyAgain(timeline, clip, command, context);
    default:
      return assertNever(command);
  }
}

function applyPlay(timeline: Timeline, clip: TimelineClip, context: CommandContext): Outcome {
  if (timeline.motion.kind === "playing") return ok(timeline);
  if (isStale(timeline, context)) return fail("stale-revision");
  const { firstFrame, lastFrame } = spanOf(timeline, clip);
  const { frame } = timeline.motion;
  const fromFrame = frame >= lastFrame || frame < firstFrame ? firstFrame : frame; // at the end, play means from the start
  return ok(start(timeline, clip, fromFrame, context, "play"));
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

/** While playing, a move goes on playing from there. Out of a loop, it lets go of the loop. */
function moveTo(
  timeline: Timeline,
  clip: TimelineClip,
  frame: number,
  context: CommandContext,
  kind: CauseKind,
): Timeline {
  if (timeline.motion.kind === "paused") return hold(timeline, clip, frame, context, kind);
  return start(within(timeline, clip, frame), clip, clampFrame(clip, frame), context, kind);
}

function applyOpen(
  timeline: Timeline,
  command: CommandOf<"clip" | "visit">,
  frame: number,
  context: CommandContext,
): Outcome {
  const next = context.clips.get(command.clipId);
  if (next === undefined) return fail("unknown-clip");
  const isSame = command.clipId === timeline.clipId && command.kind === "visit";
  const before = isSame ? timeline : withoutLoop(timeline);
  return ok(hold(before, next, frame, context, command.kind));
}

function applyLoop(
  timeline: Timeline,
  clip: TimelineClip,
  command: CommandOf<"loop">,
  context: CommandContext,
): Outcome {
  if (command.loop === null) {
    return ok(rebase(timeline, withoutLoop(timeline), clip, context, "loop"));
  }
  const firstFrame = clampFrame(clip, command.loop.firstFrame);
  const lastFrame = clampFrame(clip, command.loop.lastFrame);
  const changed = { ...timeline, loop: { firstFrame, lastFrame, rateAfter: null } };
  const lengthMs = spanOf(changed, clip).endMs - frameStartMs(clip, firstFrame);
  if (lengthMs < loopLimits.leastMs || lengthMs > loopLimits.mostMs) return fail("loop-length");
  const atMs = positionAt(timeline, clip, context.nowServerMs + context.leadMs);
  if (isWithin(changed.loop, frameAt(clip, atMs))) {
    return ok(rebase(timeline, changed, clip, context, "loop"));
  }
  return ok(moveTo(changed, clip, firstFrame, context, "loop"));
}

function applyAgain(
  timeline: Timeline,
  clip: TimelineClip,
  command: CommandOf<"again">,
  context: CommandContext,
): Outcome {
  if (timeline.motion.kind === "paused" && isStale(timeline, context))
    return fail("stale-revision");
  const lastFrame = clampFrame(clip, command.frame);
  const rateAfter = timeline.loop?.rateAfter ?? timeline.rate;
  const loop: Loop =
    timeline.loop !== null && isWithin(timeline.loop, lastFrame)
      ? { ...timeline.loop, rateAfter }
      : { ...lastSeconds(clip, lastFrame), rateAfter };
  const slower = { ...timeline, loop, rate: again.rate };
  return ok(start(slower, clip, loop.firstFrame, context, "again"));
}

/** The three seconds that end with a frame; near the start of the clip, at least the shortest loop. */
function lastSeconds(clip: TimelineClip, lastFrame: number): Omit<Loop, "rateAfter"> {
  const firstFrame = frameAt(clip, Math.max(0, frameStartMs(clip, lastFrame) - again.backMs));
  const leastEnd = frameAt(clip, frameStartMs(clip, firstFrame) + loopLimits.leastMs);
  return { firstFrame, lastFrame: Math.max(lastFrame, leastEnd) };
}

/** The timeline as it is when its loop has been let go of. */
function withoutLoop(timeline: Timeline): Timeline {
  if (timeline.loop === null) return timeline;
  return { ...timeline, loop: null, rate: timeline.loop.rateAfter ?? timeline.rate };
}

/** The timeline for a picture on `frame`: outside of its loop, the loop is let go of. */
function within(timeline: Timeline, clip: TimelineClip, frame: number): Timeline {
  const isInside = timeline.loop !== null && isWithin(timeline.loop, clampFrame(clip, frame));
  return isInside ? timeline : withoutLoop(timeline);
}

function isWithin(loop: Loop, frame: number): boolean {
  return frame >= loop.firstFrame && frame <= loop.lastFrame;
}

function isStale(timeline: Timeline, context: CommandContext): boolean {
  return context.basedOnRevision !== timeline.revision;
}

/** The timeline stopped on one frame, for a reason that is nobody's command (end of clip, cover, stall). */
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

/** The timeline set going from a frame at the common start, for a reason of one's own. */
export function playFrom(
  timeline: Timeline,
  clip: TimelineClip,
  fromFrame: number,
  startsAtServerMs: number,
  cause: Timeline["cause"],
): Timeline {
  return {
    ...timeline,
    clipId: clip.clipId,
    clipRev: clip.clipRev,
    motion: { kind: "playing", fromFrame: clampFrame(clip, fromFrame), startsAtServerMs },
    revision: timeline.revision + 1,
    cause,
  };
}

function start(
  timeline: Timeline,
  clip: TimelineClip,
  fromFrame: number,
  context: CommandContext,
  kind: CauseKind,
): Timeline {
  const startsAtServerMs = context.nowServerMs + context.leadMs;
  return playFrom(timeline, clip, fromFrame, startsAtServerMs, { kind, by: context.by });
}

function hold(
  timeline: Timeline,
  clip: TimelineClip,
  frame: number,
  context: CommandContext,
  kind: CauseKind,
): Timeline {
  return pauseAt(within(timeline, clip, frame), clip, frame, { kind, by: context.by });
}

/** The same motion under a changed speed, repeat or loop: a playing line goes on from the frame reached at the common start. */
function rebase(
  before: Timeline,
  changed: Timeline,
  clip: TimelineClip,
  context: CommandContext,
  kind: CauseKind,
): Timeline {
  if (before.motion.kind === "paused") {
    return { ...changed, revision: before.revision + 1, cause: { kind, by: context.by } };
  }
  const thereMs = positionAt(before, clip, context.nowServerMs + context.leadMs);
  return start(changed, clip, frameAt(clip, thereMs), context, kind);
}
