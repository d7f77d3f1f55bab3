import { z } from "zod";
import { keptWords } from "#shared/domain/kept-words.ts";
import { dissentIdSchema, personIdSchema, personLinkIdSchema } from "#shared/domain/ids.ts";
import { agreedWithPeopleSchema, daySchema, instantSchema } from "#shared/domain/journey.ts";
import { pathIds, route } from "#shared/protocol/http-route.ts";
import { secretSchema } from "#shared/protocol/secret.ts";

/** A time filming stopped because the child showed it: the day, and in words what the child did. */
export const dissentSchema = z.strictObject({
  dissentId: dissentIdSchema,
  happenedOn: daySchema,
  words: z.string().trim().min(1).max(300).regex(keptWords),
});
export type Dissent = z.infer<typeof dissentSchema>;

/** A link to a person's plain-words page as the guider sees it; its secret is shown once. */
export const personLinkSchema = z.strictObject({
  linkId: personLinkIdSchema,
  personId: personIdSchema,
  closesAtMs: instantSchema,
  isClosed: z.boolean(),
});
export type PersonLink = z.infer<typeof personLinkSchema>;

/** How many days a person's link is open: unless said otherwise, and at most. */
export const personLinkDays = { unlessSaid: 60, atMost: 365 } as const;

/** The guider's routes about a journey's people beyond adding them and recording what they said. */
export const peopleRoutes = {
  readPeopleNotes: route({
    method: "GET",
    path: "/api/journeys/:journeyId/people-notes",
    action: "journey:read",
    params: pathIds.journey,
    body: null,
    answer: z.strictObject({
      dissents: z.array(dissentSchema),
      links: z.array(personLinkSchema),
    }),
  }),
  setAgreedWithPeople: route({
    method: "PUT",
    path: "/api/journeys/:journeyId/agreed-with-people",
    action: "people:edit",
    params: pathIds.journey,
    body: agreedWithPeopleSchema,
    answer: null,
  }),
  addDissent: route({
    method: "POST",
    path: "/api/journeys/:journeyId/dissents",
    action: "people:edit",
    params: pathIds.journey,
    body: dissentSchema.omit({ dissentId: true }),
    answer: null,
  }),
  removeDissent: route({
    method: "DELETE",
    path: "/api/journeys/:journeyId/dissents",
    action: "people:edit",
    params: pathIds.journey,
    body: dissentSchema.pick({ dissentId: true }),
    answer: null,
  }),
  /** The secret is answered once. A child has no link: the parent or carer has. */
  issuePersonLink: route({
    method: "POST",
    path: "/api/people/:personId/links",
    action: "person-link:issue",
    params: pathIds.person,
    body: personLinkSchema.pick({ closesAtMs: true }),
    answer: z.strictObject({ link: personLinkSchema, secret: secretSchema }),
  }),
  revokePersonLink: route({
    method: "DELETE",
    path: "/api/people/:personId/links",
    action: "person-link:revoke",
    params: pathIds.person,
    body: personLinkSchema.pick({ linkId: true }),
    answer: null,
  }),
} as const;
