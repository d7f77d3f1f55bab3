import { z } from "zod";
import { reviewIdSchema } from "#shared/domain/ids.ts";
import {
  supervisionSchema,
  traineeLogSchema,
  workingPointSchema,
} from "#shared/domain/trainee-log.ts";
import { pathIds, route } from "./http-route.ts";

const ownLog = {
  action: "trainee-log:own",
  params: pathIds.none,
  answer: traineeLogSchema,
} as const;

/** How often each of the two has stopped the film of a review. */
export const pauseCountSchema = z.strictObject({
  reviewId: reviewIdSchema,
  guider: z.int().nonnegative(),
  practitioner: z.int().nonnegative(),
});
export type PauseCount = z.infer<typeof pauseCountSchema>;

/** What a guider keeps for their own supervision. Nobody else has a route to any of it. */
export const supervisionRoutes = {
  readTraineeLog: route({ ...ownLog, method: "GET", path: "/api/trainee-log", body: null }),
  setStage: route({
    ...ownLog,
    method: "PUT",
    path: "/api/trainee-log/stage",
    body: traineeLogSchema.pick({ stage: true }),
  }),
  addSupervision: route({
    ...ownLog,
    method: "POST",
    path: "/api/trainee-log/supervisions",
    body: supervisionSchema.omit({ supervisionId: true }),
  }),
  removeSupervision: route({
    ...ownLog,
    method: "DELETE",
    path: "/api/trainee-log/supervisions",
    body: supervisionSchema.pick({ supervisionId: true }),
  }),
  readWorkingPoints: route({
    method: "GET",
    path: "/api/journeys/:journeyId/working-points",
    action: "working-point:own",
    params: pathIds.journey,
    body: null,
    answer: z.array(z.strictObject({ reviewId: reviewIdSchema, words: workingPointSchema })),
  }),
  /** Empty words take it away. */
  keepWorkingPoint: route({
    method: "PUT",
    path: "/api/reviews/:reviewId/working-point",
    action: "working-point:own",
    params: pathIds.review,
    body: z.strictObject({ words: workingPointSchema }),
    answer: null,
  }),
  /** Of the reviews that have ended. */
  readPauses: route({
    method: "GET",
    path: "/api/journeys/:journeyId/pauses",
    action: "pauses:own",
    params: pathIds.journey,
    body: null,
    answer: z.array(pauseCountSchema),
  }),
  /** Switched off, what was counted is gone; so it is when the journey ends. */
  setCountsPauses: route({
    method: "PUT",
    path: "/api/journeys/:journeyId/pauses",
    action: "journey:edit",
    params: pathIds.journey,
    body: z.strictObject({ countsPauses: z.boolean() }),
    answer: null,
  }),
} as const;
