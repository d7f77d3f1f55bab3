import { z } from "zod";
import { clipIdSchema, participantIdSchema } from "#shared/domain/ids.ts";
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

/** The shortest and the longest loop, in ms of the clip. */
export const loopLimits = { leastMs: 500, mostMs: 10_000 } as const;

const loopFrames = { firstFrame: frameSchema, lastFrame: frameSchema };
/** A part of the clip that plays over and over; both frames belong to it. */
export const loopSchema = z.strictObject({
  ...loopFrames,
  /** The speed that comes back when the loop is let go of; null leaves it as it is. */
  rateAfter: playbackRateSchema.nullable(),
});
/** A part of the clip that plays over and over. */
export type Loop = z.infer<typeof loopSchema>;

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
    "loop",
    "again",
    "clip",
    "visit",
    "ended",
    "restarted",
    "cover",
    /** Held on the frame of somebody whose picture stands still; `by` is that person. */
    "stalled",
    /** Goes on after such a hold. */
    "resumed",
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
  /** The whole clip plays over and over; a `loop` goes before it. */
  repeat: z.boolean(),
  loop: loopSchema.nullable().default(null),
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
  /** A part to play over and over, 0.5 to 10 s long; null lets go of it. */
  z.strictObject({
    kind: z.literal("loop"),
    clipId: clipIdSchema,
    loop: z.strictObject(loopFrames).nullable(),
  }),
  /** "Again, slower": the last 3 s before `frame` at half speed, over and over. Inside a loop, that loop from its start. */
  z.strictObject({ kind: z.literal("again"), clipId: clipIdSchema, frame: frameSchema }),
  z.strictObject({ kind: z.literal("clip"), clipId: clipIdSchema }),
  /** To a held moment: both go to its frame, paused, in whichever clip it is. */
  z.strictObject({ kind: z.literal("visit"), clipId: clipIdSchema, frame: frameSchema }),
]);
/** What somebody asks of the timeline. */
export type TimelineCommand = z.infer<typeof timelineCommandSchema>;

/** A clip of the room as the timeline needs it. */
export interface TimelineClip extends FrameTable {
  readonly clipId: Timeline["clipId"];
  readonly clipRev: string;
}

/** Whether `next` is news to somebody who follows `current`: a later revision, or another epoch. */
export function isNewer(next: Timeline, current: Timeline | null): boolean {
  return current === null || next.epoch !== current.epoch || next.revision > current.revision;
}
