import { z } from "zod";
import { reviewIdSchema } from "#shared/domain/ids.ts";
import { instantSchema } from "#shared/domain/journey.ts";
import { reportSchema, reportWordsSchema } from "#shared/report/report.ts";
import { contentHashSchema } from "./ending-events.ts";
import { pathIds, route } from "./http-route.ts";

/** What a guider chooses for a report and adds to it. */
export const reportChoicesSchema = z.strictObject({
  guiderWords: reportWordsSchema,
  usesInitials: z.boolean(),
  withStills: z.boolean(),
});
export type ReportChoices = z.infer<typeof reportChoicesSchema>;

/**
 * A report on its guider's desk. Until the practitioner has agreed it has nothing of what they put in, and
 * cannot be taken away.
 */
export const guiderReportSchema = z.strictObject({
  /** `early`: the review goes on and nothing is signed. `unmade`: as it would be. */
  state: z.enum(["early", "unmade", "waiting", "agreed"]),
  /** Null while it is too early for one. */
  report: reportSchema.nullable(),
  choices: reportChoicesSchema,
  agreedAtMs: instantSchema.nullable(),
  /** The board or the journey says something else by now. */
  isBehind: z.boolean(),
});
export type GuiderReport = z.infer<typeof guiderReportSchema>;

/** What a practitioner adds to a report: their words, and how they are if they want that in it. */
export const ownReportWordsSchema = z.strictObject({
  words: reportWordsSchema,
  wellbeing: reportWordsSchema,
});

/** A report as its practitioner reads it, before anybody else can have it. */
export const ownReportSchema = z.strictObject({
  reviewId: reviewIdSchema,
  report: reportSchema,
  /** As they wrote them, whatever is made of names. */
  own: ownReportWordsSchema,
  /** What agreeing agrees to. */
  sha256: contentHashSchema,
  agreedAtMs: instantSchema.nullable(),
});
export type OwnReport = z.infer<typeof ownReportSchema>;

/** A report to be taken away, as it was agreed. */
export const agreedReportSchema = z.strictObject({
  report: reportSchema,
  sha256: contentHashSchema,
  agreedAtMs: instantSchema,
});
export type AgreedReport = z.infer<typeof agreedReportSchema>;

/** The routes of reports: the guider's by review, the practitioner's in their own place. */
export const reportRoutes = {
  readReport: route({
    method: "GET",
    path: "/api/reviews/:reviewId/report",
    action: "report:keep",
    params: pathIds.review,
    body: null,
    answer: guiderReportSchema,
  }),
  /** Makes it, or makes it anew from the board and the journey as they are now. */
  keepReport: route({
    method: "PUT",
    path: "/api/reviews/:reviewId/report",
    action: "report:keep",
    params: pathIds.review,
    body: reportChoicesSchema,
    answer: guiderReportSchema,
  }),
  /** Refused until the practitioner has agreed. */
  exportReport: route({
    method: "POST",
    path: "/api/reviews/:reviewId/report/export",
    action: "report:export",
    params: pathIds.review,
    body: null,
    answer: agreedReportSchema,
  }),
  readOwnReports: route({
    method: "GET",
    path: "/api/journeys/:journeyId/own/reports",
    action: "report:own",
    params: pathIds.journey,
    body: null,
    answer: z.array(ownReportSchema),
  }),
  writeInReport: route({
    method: "PUT",
    path: "/api/journeys/:journeyId/own/reports/words",
    action: "report:own",
    params: pathIds.journey,
    body: ownReportWordsSchema.extend({ reviewId: reviewIdSchema }),
    answer: ownReportSchema,
  }),
  /** To exactly this content, or not any more. */
  agreeToReport: route({
    method: "PUT",
    path: "/api/journeys/:journeyId/own/reports/agreement",
    action: "report:own",
    params: pathIds.journey,
    body: z.strictObject({
      reviewId: reviewIdSchema,
      sha256: contentHashSchema,
      isAgreed: z.boolean(),
    }),
    answer: ownReportSchema,
  }),
} as const;
