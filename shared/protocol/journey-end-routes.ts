import { z } from "zod";
import { daySchema, journeyEndSchema } from "#shared/domain/journey.ts";
import { keptWords } from "#shared/domain/kept-words.ts";
import { pathIds, route } from "#shared/protocol/http-route.ts";

const { reason, keeps } = journeyEndSchema.shape;

/** The routes of a journey's end: agreed with its guider, and read by its practitioner too. */
export const journeyEndRoutes = {
  /** Also changes what was agreed. Without a day it is the latest the organisation's rule gives. */
  endJourney: route({
    method: "PUT",
    path: "/api/journeys/:journeyId/end",
    action: "journey:end",
    params: pathIds.journey,
    body: z.strictObject({
      reason: reason.regex(keptWords),
      keeps: keeps.regex(keptWords),
      deletesOn: daySchema.nullable(),
    }),
    answer: journeyEndSchema,
  }),
  /** Takes the journey up again, until its clips are gone. */
  reopenJourney: route({
    method: "DELETE",
    path: "/api/journeys/:journeyId/end",
    action: "journey:end",
    params: pathIds.journey,
    body: null,
    answer: null,
  }),
  /** What was agreed, and how long things are kept anyway; an end's reason stays with its guider. */
  readOwnEnd: route({
    method: "GET",
    path: "/api/journeys/:journeyId/own/end",
    action: "journey:own-end",
    params: pathIds.journey,
    body: null,
    answer: z.strictObject({
      end: journeyEndSchema.omit({ reason: true }).nullable(),
      clipsKeptDays: z.int().nonnegative(),
      wordsKeptMonths: z.int().nonnegative(),
    }),
  }),
} as const;
