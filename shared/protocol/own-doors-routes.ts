import { z } from "zod";
import { instantSchema } from "#shared/domain/journey.ts";
import { pathIds, route } from "./http-route.ts";
import { secretSchema } from "./secret.ts";

/** How long a link to an own place waits: for the device at hand, in minutes; as a way back, in days. */
export const ownLinkLasts = { now: { minutes: 15 }, wayBack: { days: 7 } } as const;

/** Where an own place opens, and until when a link to it waits (null: none does). */
export const ownDoorsSchema = z.strictObject({
  /** The browsers it opens in, the first one first. */
  browsers: z.array(
    z.strictObject({ browserId: z.uuid(), sinceMs: instantSchema, isThis: z.boolean() }),
  ),
  linkClosesAtMs: instantSchema.nullable(),
});
export type OwnDoors = z.infer<typeof ownDoorsSchema>;

const own = { params: pathIds.journey, action: "own:doors" } as const;

/** The ways into a practitioner's own place: the browsers it opens in, and a link into one more, used once. */
export const ownDoorsRoutes = {
  readOwnDoors: route({
    ...own,
    method: "GET",
    path: "/api/journeys/:journeyId/own/doors",
    body: null,
    answer: ownDoorsSchema,
  }),
  /** The other browser is signed out everywhere. The one that asks cannot close itself. */
  closeOwnDoor: route({
    ...own,
    method: "DELETE",
    path: "/api/journeys/:journeyId/own/doors",
    body: z.strictObject({ browserId: z.uuid() }),
    answer: ownDoorsSchema,
  }),
  /** Ends the link that was there. The secret is told this once. */
  makeOwnLink: route({
    ...own,
    method: "POST",
    path: "/api/journeys/:journeyId/own/link",
    body: z.strictObject({ lasts: z.enum(["now", "wayBack"]) }),
    answer: z.strictObject({ secret: secretSchema, closesAtMs: instantSchema }),
  }),
  endOwnLink: route({
    ...own,
    method: "DELETE",
    path: "/api/journeys/:journeyId/own/link",
    body: null,
    answer: ownDoorsSchema,
  }),
  /** Uses the link up. A page asks this when its button is pressed, never by being looked at. */
  openOwnLink: route({
    method: "POST",
    path: "/api/own/openings",
    action: "own:open",
    params: pathIds.none,
    body: z.strictObject({ secret: secretSchema }),
    answer: null,
  }),
} as const;
