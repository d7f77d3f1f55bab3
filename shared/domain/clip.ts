import { z } from "zod";
import { modalitySchema } from "#shared/studio/film-mark.ts";
import { clipIdSchema, cycleIdSchema, personIdSchema } from "./ids.ts";
import { keptWords } from "./kept-words.ts";

/** The most a ready-cut clip may be: 60 s, 200 MiB, and six in a cycle. Three of 10 s is the soft norm. */
export const clipLimits = {
  durationMs: 60_000,
  bytes: 200 * 1024 * 1024,
  perCycle: 6,
  softDurationMs: 10_000,
  softPerCycle: 3,
} as const;

/** What people call a clip. */
export const clipTitleSchema = z.string().trim().min(1).max(80).regex(keptWords);

/** What the guider means to say or ask about a clip; nobody else reads it before its time. */
export const preparationSchema = z.string().trim().max(1_000);

/** Stands for the child's initiative until somebody has said it; such a clip is not ready. */
export const initiativeToCome = "Not described yet";

/** What can be seen or heard at a place of a clip, in plain words: read out as the clip passes it. */
export const clipMarkSchema = z.strictObject({
  /** Counted from the clip's start. */
  atMs: z.int().nonnegative().max(clipLimits.durationMs),
  text: z.string().trim().min(1).max(200),
});
export type ClipMark = z.infer<typeof clipMarkSchema>;

/** Everything the guider says of a clip. Everybody in shot is listed. */
export const clipWordsSchema = z.strictObject({
  title: clipTitleSchema,
  /** What the child starts, in plain words: "looked towards", never what it might mean. */
  initiative: z.string().trim().min(1).max(200).regex(keptWords),
  /** The form it took; null while not said. */
  modality: modalitySchema.nullable(),
  /** Why this moment was chosen: the guider's own, told to nobody else. */
  why: z.string().trim().max(400),
  /** A plain-words description of the picture and its sounds. */
  description: z.string().trim().max(1000),
  peopleInShot: z.array(personIdSchema).min(1).max(12),
  /** WebVTT, counted from the clip's start; empty: none. */
  captions: z.string().max(40_000),
  /** In the order of the clip. */
  marks: z.array(clipMarkSchema).max(60),
});
export type ClipWords = z.infer<typeof clipWordsSchema>;

/** The same before the file goes up, when only title, initiative, description and who is in shot must be said. */
export const newClipSchema = clipWordsSchema.extend({
  modality: clipWordsSchema.shape.modality.default(null),
  why: clipWordsSchema.shape.why.default(""),
  captions: clipWordsSchema.shape.captions.default(""),
  marks: clipWordsSchema.shape.marks.default([]),
});

/** What the server read out of the file by demuxing it. `framesMs` is the start of each frame, fractional. */
export const clipMediaSchema = z.strictObject({
  mimeType: z.enum(["video/mp4", "video/webm"]),
  videoCodec: z.string().max(40),
  hasSound: z.boolean(),
  bytes: z.int().positive(),
  width: z.int().positive(),
  height: z.int().positive(),
  durationMs: z.number().positive(),
  framesMs: z.array(z.number().nonnegative()).min(1),
  /** SHA-256 of the stored file: an anchor to a frame holds only for this revision. */
  clipRev: z.string().regex(/^[0-9a-f]{64}$/),
});
export type ClipMedia = z.infer<typeof clipMediaSchema>;

/** A clip as the guider sees it. `media` is null until its file has been accepted. */
export const clipSchema = z.strictObject({
  clipId: clipIdSchema,
  cycleId: cycleIdSchema,
  ...clipWordsSchema.shape,
  position: z.int().nonnegative(),
  preparation: preparationSchema,
  media: clipMediaSchema.omit({ framesMs: true }).nullable(),
});
export type Clip = z.infer<typeof clipSchema>;
