import { z } from "zod";
import { familyIds } from "#shared/board/framework.ts";
import { clipIdSchema, observationIdSchema } from "#shared/domain/ids.ts";
import { daySchema, goalSchema, instantSchema } from "#shared/domain/journey.ts";
import { nameSchema } from "#shared/domain/people.ts";

/** What somebody adds to a report in a few sentences of their own; may be empty. */
export const reportWordsSchema = z.string().trim().max(1_200);

const words = z.string();

/** A moment as a report tells it; questions nobody answered are left out by whoever shows it. */
export const reportMomentSchema = z.strictObject({
  observationId: observationIdSchema,
  /** Null where the clip is gone. */
  clipId: clipIdSchema.nullable(),
  clipTitle: words,
  /** Place in the clip, counted from its start; null where the clip is gone. */
  positionMs: z.int().nonnegative().nullable(),
  /** Where it ends, when that was marked. */
  endMs: z.int().nonnegative().nullable(),
  initiative: words,
  meaning: words,
  response: words,
  followedBy: words,
  feeling: words,
  /** The principles it was an example of, with the behaviours that were named. */
  principles: z.array(z.strictObject({ familyId: z.enum(familyIds), labels: z.array(words) })),
  /** Its picture belongs to the report. */
  hasStill: z.boolean(),
});
export type ReportMoment = z.infer<typeof reportMomentSchema>;

/** What is in a report of a review: what both saw and wrote, and never any video. */
export const reportSchema = z.strictObject({
  format: z.literal("sameframe-report-1"),
  practitionerName: nameSchema,
  childName: nameSchema,
  guiderName: nameSchema,
  /** Names are their initials everywhere in it. */
  usesInitials: z.boolean(),
  /** Pictures of moments are in it, where everybody in shot lets the practitioner keep them. */
  withStills: z.boolean(),
  cycleNumber: z.int().positive(),
  heldAtMs: instantSchema,
  /** Both had agreed to the board it was read from. */
  isSigned: z.boolean(),
  helpingQuestion: words,
  /** As they stood after this cycle. */
  goals: z.array(goalSchema.omit({ goalId: true }).extend({ text: words, outcome: words })),
  moments: z.array(reportMomentSchema),
  /** What the practitioner will do more of. */
  aims: z.array(z.strictObject({ text: words, whereWhen: words })),
  /** How it went with those of the cycle before. */
  earlierAims: z.array(z.strictObject({ text: words, howDidItGo: words })),
  practitionerWords: words,
  guiderWords: words,
  /** How the practitioner is: only what they put here themselves. */
  wellbeing: words,
  next: z.strictObject({
    reviewAtMs: instantSchema.nullable(),
    filmOn: daySchema.nullable(),
    what: words,
  }),
});
export type Report = z.infer<typeof reportSchema>;

/** The one spelling of a report, key by key in the order of its schema; its SHA-256 is what is agreed to. */
export function canonicalReport(report: Report): string {
  return JSON.stringify(reportSchema.parse(report));
}
