import { z } from "zod";
import { cycleIdSchema, clipIdSchema } from "#shared/domain/ids.ts";
import { cutPlanSchema } from "./cut-plan.ts";
import { filmMarkSchema, modalitySchema } from "./film-mark.ts";

/** How far a draft has come: cut on this device, checked, sent. */
export const cutStateSchema = z.discriminatedUnion("state", [
  z.strictObject({ state: z.literal("uncut") }),
  /** Begun; after a reload it begins again from the start. */
  z.strictObject({ state: z.literal("cutting"), fraction: z.number().min(0).max(1) }),
  /** The finished file lies beside the film on this device (OPFS), under this name, until it was sent. */
  z.strictObject({ state: z.literal("cut"), fileName: z.string(), bytes: z.int().positive() }),
  /** On its way up: the clip has its words on the server, and its file goes on after a reload. */
  z.strictObject({
    state: z.literal("sending"),
    clipId: clipIdSchema,
    fileName: z.string(),
    bytes: z.int().positive(),
  }),
  z.strictObject({ state: z.literal("sent"), clipId: clipIdSchema }),
]);
export type CutState = z.infer<typeof cutStateSchema>;

/** Plain words read out when the clip passes this place, film time: for who cannot see it. */
export const textMarkSchema = z.strictObject({
  atMs: z.number().nonnegative(),
  text: z.string().max(200),
});
export type TextMark = z.infer<typeof textMarkSchema>;

/** A clip in the making: what is said of it and how it is to be cut. */
export const draftClipSchema = z.strictObject({
  draftId: z.uuid(),
  title: z.string().max(80),
  /** What the child starts; a clip is not ready without it. */
  initiative: z.string().max(200),
  modality: modalitySchema.nullable(),
  /** Why this moment was chosen. */
  why: z.string().max(400),
  description: z.string().max(1_000),
  peopleInShot: z.array(z.uuid()).max(12),
  plan: cutPlanSchema,
  /** The guider stepped through the covered picture and said it is well covered; any change takes it back. */
  areCoversConfirmed: z.boolean(),
  /** WebVTT, counted from the clip's start; empty: none. */
  captions: z.string().max(40_000),
  /** In the order of time; those outside the stretch stay with the draft and do not go up. */
  marks: z.array(textMarkSchema).max(60).default([]),
  cut: cutStateSchema,
});
export type DraftClip = z.infer<typeof draftClipSchema>;

/** Where the film lies: chosen from disk (a handle the browser keeps), or recorded into the browser's own store. */
export const filmPlaceSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("chosen"), fileName: z.string(), bytes: z.int().positive() }),
  z.strictObject({
    kind: z.literal("recorded"),
    fileName: z.string(),
    bytes: z.int().nonnegative(),
  }),
]);
export type FilmPlace = z.infer<typeof filmPlaceSchema>;

/** Everything the studio keeps of one film, on the guider's device alone, saved as it is made. */
export const studioFilmSchema = z.strictObject({
  filmId: z.uuid(),
  cycleId: cycleIdSchema,
  /** Day it was filmed, `YYYY-MM-DD`. */
  filmedOn: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  place: filmPlaceSchema,
  marks: z.array(filmMarkSchema).max(2_000),
  drafts: z.array(draftClipSchema).max(30),
  /** The guider's own notes of preparation. */
  notes: z.string().max(20_000),
  /** Where the guider was, film time. */
  positionMs: z.number().nonnegative(),
});
export type StudioFilm = z.infer<typeof studioFilmSchema>;
