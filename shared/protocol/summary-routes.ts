import { z } from "zod";
import { summaryLinkIdSchema } from "#shared/domain/ids.ts";
import { instantSchema } from "#shared/domain/journey.ts";
import { nameSchema } from "#shared/domain/people.ts";
import { proposedLineSchema, summarySchema } from "#shared/report/summary.ts";
import { pathIds, route } from "./http-route.ts";

/** Where a strengths summary is read by its link. Its page runs no script, so the secret is in the address. */
export const summaryPath = "/summary/:secret";

/** A link to a strengths summary as its practitioner sees it; the secret is shown once, when it is made. */
export const summaryLinkSchema = z.strictObject({
  linkId: summaryLinkIdSchema,
  forWhom: nameSchema,
  closesAtMs: instantSchema,
  isClosed: z.boolean(),
});
export type SummaryLink = z.infer<typeof summaryLinkSchema>;

/** A practitioner's strengths summary with everything it could be made from. */
export const ownSummarySchema = z.strictObject({
  practitionerName: nameSchema,
  proposed: z.array(proposedLineSchema),
  summary: summarySchema,
  links: z.array(summaryLinkSchema),
});
export type OwnSummary = z.infer<typeof ownSummarySchema>;

/** The routes of the strengths summary: all of them the practitioner's own. */
export const summaryRoutes = {
  readSummary: route({
    method: "GET",
    path: "/api/journeys/:journeyId/own/summary",
    action: "summary:own",
    params: pathIds.journey,
    body: null,
    answer: ownSummarySchema,
  }),
  /** Answers it as it is kept: without names. */
  keepSummary: route({
    method: "PUT",
    path: "/api/journeys/:journeyId/own/summary",
    action: "summary:own",
    params: pathIds.journey,
    body: summarySchema,
    answer: ownSummarySchema,
  }),
  shareSummary: route({
    method: "POST",
    path: "/api/journeys/:journeyId/own/summary/links",
    action: "summary:own",
    params: pathIds.journey,
    body: z.strictObject({ forWhom: nameSchema, closesAtMs: instantSchema }),
    answer: z.strictObject({
      link: summaryLinkSchema,
      secret: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
    }),
  }),
  /** In force at once. */
  closeSummaryLink: route({
    method: "POST",
    path: "/api/journeys/:journeyId/own/summary/links/close",
    action: "summary:own",
    params: pathIds.journey,
    body: z.strictObject({ linkId: summaryLinkIdSchema }),
    answer: null,
  }),
} as const;
