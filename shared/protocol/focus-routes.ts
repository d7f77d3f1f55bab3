import { z } from "zod";
import { goalIdSchema } from "#shared/domain/ids.ts";
import { helpingQuestionSchema, newGoalSchema, ratingSchema } from "#shared/domain/journey.ts";
import { pathIds, route } from "#shared/protocol/http-route.ts";

/** More than a journey holds, so that a fourth is refused with its own sentence. */
const mostSent = 12;

/** The routes of what is hoped for, from the journey's page. What they change, every open room's board shows. */
export const focusRoutes = {
  setHelpingQuestion: route({
    method: "PUT",
    path: "/api/journeys/:journeyId/helping-question",
    action: "journey:edit",
    params: pathIds.journey,
    body: z.strictObject({
      helpingQuestion: helpingQuestionSchema,
      /** The words it was changed from, so that others written meanwhile stay; null: those kept. */
      basedOn: z.string().max(4_000).nullable().default(null),
    }),
    answer: null,
  }),
  setGoals: route({
    method: "PUT",
    path: "/api/journeys/:journeyId/goals",
    action: "journey:edit",
    params: pathIds.journey,
    body: z.array(newGoalSchema).max(mostSent),
    answer: null,
  }),
  /** Where a goal stood after a cycle; null takes it back. */
  rateGoal: route({
    method: "PUT",
    path: "/api/journeys/:journeyId/goal-rating",
    action: "journey:edit",
    params: pathIds.journey,
    body: z.strictObject({
      goalId: goalIdSchema,
      cycleNumber: z.int().positive(),
      value: ratingSchema,
    }),
    answer: null,
  }),
  /** Whether goals and moments may say what of an official plan they speak to. */
  setJourneyTags: route({
    method: "PUT",
    path: "/api/journeys/:journeyId/tags",
    action: "journey:edit",
    params: pathIds.journey,
    body: z.strictObject({ usesOutcomes: z.boolean() }),
    answer: null,
  }),
} as const;
