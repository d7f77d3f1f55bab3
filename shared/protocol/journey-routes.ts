import { z } from "zod";
import { clipSchema, newClipSchema } from "#shared/domain/clip.ts";
import { listedJourneySchema } from "#shared/domain/cycle-line.ts";
import {
  cycleSchema,
  instantSchema,
  journeySchema,
  newJourneySchema,
  reviewKindSchema,
  reviewSchema,
} from "#shared/domain/journey.ts";
import {
  nameSchema,
  permissionStatusSchema,
  personSchema,
  purposeSchema,
  relationSchema,
} from "#shared/domain/people.ts";
import { pathIds, route } from "#shared/protocol/http-route.ts";

/** The routes of the guider's own pages: journeys, people, permissions, clips, planned reviews. */
export const journeyRoutes = {
  listJourneys: route({
    method: "GET",
    path: "/api/journeys",
    action: "journey:list",
    params: pathIds.none,
    body: null,
    answer: z.array(listedJourneySchema),
  }),
  createJourney: route({
    method: "POST",
    path: "/api/journeys",
    action: "journey:create",
    params: pathIds.none,
    body: newJourneySchema,
    answer: journeySchema,
  }),
  readJourney: route({
    method: "GET",
    path: "/api/journeys/:journeyId",
    action: "journey:read",
    params: pathIds.journey,
    body: null,
    answer: journeySchema,
  }),
  addPerson: route({
    method: "POST",
    path: "/api/journeys/:journeyId/people",
    action: "people:edit",
    params: pathIds.journey,
    body: z.strictObject({ name: nameSchema, relation: relationSchema }),
    answer: personSchema,
  }),
  recordPermission: route({
    method: "PUT",
    path: "/api/people/:personId/permission",
    action: "people:edit",
    params: pathIds.person,
    body: z.strictObject({ purpose: purposeSchema, status: permissionStatusSchema }),
    answer: personSchema,
  }),
  startCycle: route({
    method: "POST",
    path: "/api/journeys/:journeyId/cycles",
    action: "journey:edit",
    params: pathIds.journey,
    body: null,
    answer: cycleSchema,
  }),

  addClip: route({
    method: "POST",
    path: "/api/cycles/:cycleId/clips",
    action: "clip:add",
    params: pathIds.cycle,
    body: newClipSchema,
    answer: clipSchema,
  }),
  /** The body is the file itself (`Content-Type: application/octet-stream`), at most 200 MiB. */
  putClipFile: route({
    method: "PUT",
    path: "/api/clips/:clipId/file",
    action: "clip:add",
    params: pathIds.clip,
    body: null,
    answer: clipSchema,
    file: "body",
  }),
  removeClip: route({
    method: "DELETE",
    path: "/api/clips/:clipId",
    action: "clip:remove",
    params: pathIds.clip,
    body: null,
    answer: null,
  }),

  planReview: route({
    method: "POST",
    path: "/api/cycles/:cycleId/reviews",
    action: "review:plan",
    params: pathIds.cycle,
    body: z.strictObject({
      startsAtMs: instantSchema,
      kind: reviewKindSchema.default("review"),
    }),
    answer: reviewSchema,
  }),
} as const;
