import { z } from "zod";
import { preparationSchema } from "#shared/domain/clip.ts";
import { observationIdSchema } from "#shared/domain/ids.ts";
import { pathIds, route } from "#shared/protocol/http-route.ts";

/** Somebody's own note: on one moment, or (null) on the review as a whole. */
export const ownNoteSchema = z.strictObject({
  observationId: observationIdSchema.nullable(),
  words: z.string().max(4_000),
});
export type OwnNote = z.infer<typeof ownNoteSchema>;

/** The guider's prepared notes with their switch, and the practitioner's private ones. */
export const notesRoutes = {
  setPreparation: route({
    method: "PUT",
    path: "/api/clips/:clipId/preparation",
    action: "clip:edit",
    params: pathIds.clip,
    body: z.strictObject({ preparation: preparationSchema }),
    answer: null,
  }),
  /** Whether the prepared notes wait for the practitioner's words, also while the room is open. */
  setPractitionerFirst: route({
    method: "PUT",
    path: "/api/reviews/:reviewId/practitioner-first",
    action: "review:edit",
    params: pathIds.review,
    body: z.strictObject({ practitionerFirst: z.boolean() }),
    answer: null,
  }),
  readMyNotes: route({
    method: "GET",
    path: "/api/reviews/:reviewId/my-notes",
    action: "note:own",
    params: pathIds.review,
    body: null,
    answer: z.array(ownNoteSchema),
  }),
  /** Replaces the note; without words it is gone. */
  keepMyNote: route({
    method: "PUT",
    path: "/api/reviews/:reviewId/my-notes",
    action: "note:own",
    params: pathIds.review,
    body: ownNoteSchema,
    answer: null,
  }),
} as const;
