import { z } from "zod";
import { clipMediaSchema } from "#shared/domain/clip.ts";
import { rewatchSchema, stripCycleSchema } from "#shared/domain/growth.ts";
import { clipIdSchema } from "#shared/domain/ids.ts";
import { goalSchema, helpingQuestionSchema, instantSchema } from "#shared/domain/journey.ts";
import { nameSchema } from "#shared/domain/people.ts";
import { pathIds, route } from "./http-route.ts";

/** A clip that can be set beside another, with what stepping through its frames needs. */
export const growthClipSchema = z.strictObject({
  clipId: clipIdSchema,
  cycleNumber: z.int().positive(),
  title: z.string(),
  /** WebVTT, counted from the clip's start; empty: none. */
  captions: z.string(),
  media: clipMediaSchema.pick({ width: true, height: true, durationMs: true, framesMs: true }),
  /** Until when the practitioner may watch it alone (epoch UTC); null: not open. */
  openUntilMs: instantSchema.nullable(),
});
export type GrowthClip = z.infer<typeof growthClipSchema>;

/**
 * How a journey has gone, over all its cycles. A guider gets every clip that may play, the practitioner
 * those that are open to them.
 */
export const growthSchema = z.strictObject({
  practitionerName: nameSchema,
  childName: nameSchema,
  helpingQuestion: helpingQuestionSchema,
  goals: z.array(goalSchema.omit({ outcome: true })),
  /** In the order of the cycles, and of the clips in each. */
  clips: z.array(growthClipSchema),
  strip: z.array(stripCycleSchema),
});
export type Growth = z.infer<typeof growthSchema>;

/** The routes of growth over the cycles, and of clips a practitioner may watch alone. */
export const growthRoutes = {
  readGrowth: route({
    method: "GET",
    path: "/api/journeys/:journeyId/growth",
    action: "growth:read",
    params: pathIds.journey,
    body: null,
    answer: growthSchema,
  }),
  readOwnGrowth: route({
    method: "GET",
    path: "/api/journeys/:journeyId/own/growth",
    action: "growth:own",
    params: pathIds.journey,
    body: null,
    answer: growthSchema,
  }),
  /** Which clips the practitioner may watch alone now. */
  readRewatches: route({
    method: "GET",
    path: "/api/journeys/:journeyId/rewatches",
    action: "rewatch:open",
    params: pathIds.journey,
    body: null,
    answer: z.array(rewatchSchema),
  }),
  /** Until that instant, and no longer than the journey's clips are kept. */
  openRewatch: route({
    method: "PUT",
    path: "/api/clips/:clipId/rewatch",
    action: "rewatch:open",
    params: pathIds.clip,
    body: z.strictObject({ closesAtMs: instantSchema }),
    answer: rewatchSchema,
  }),
  /** At once, also where it plays. */
  closeRewatch: route({
    method: "DELETE",
    path: "/api/clips/:clipId/rewatch",
    action: "rewatch:open",
    params: pathIds.clip,
    body: null,
    answer: null,
  }),
} as const;
