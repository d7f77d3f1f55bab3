import { z } from "zod";
import {
  checkInAnswersSchema,
  checkInPlaceSchema,
  checkInSchema,
  sharedCheckInSchema,
} from "#shared/domain/check-in.ts";
import { pathIds, route } from "./http-route.ts";

const own = { action: "check-in:own", params: pathIds.journey } as const;
const all = z.array(checkInSchema);

/** The routes of check-ins: the practitioner's own, and what of them the guider may see. */
export const checkInRoutes = {
  /** In the order of the cycles, a review's before and after, follow-ups last. */
  readOwnCheckIns: route({
    ...own,
    method: "GET",
    path: "/api/journeys/:journeyId/own/check-ins",
    body: null,
    answer: all,
  }),
  /** Replaces what was said at the same moment; whether it is shared stays. */
  keepCheckIn: route({
    ...own,
    method: "PUT",
    path: "/api/journeys/:journeyId/own/check-ins",
    body: z.strictObject({ place: checkInPlaceSchema, answers: checkInAnswersSchema }),
    answer: all,
  }),
  /** Lets the guider see one, or not any more. */
  shareCheckIn: route({
    ...own,
    method: "PUT",
    path: "/api/journeys/:journeyId/own/check-ins/shared",
    body: z.strictObject({ place: checkInPlaceSchema, isShared: z.boolean() }),
    answer: all,
  }),
  /** For the guider: of what is not shared, that it is there and nothing more. */
  readSharedCheckIns: route({
    method: "GET",
    path: "/api/journeys/:journeyId/check-ins",
    action: "check-in:read-shared",
    params: pathIds.journey,
    body: null,
    answer: z.array(sharedCheckInSchema),
  }),
} as const;
