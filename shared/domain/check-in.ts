import { z } from "zod";
import { reviewIdSchema } from "./ids.ts";
import { instantSchema } from "./journey.ts";
import { keptWords } from "./kept-words.ts";

/**
 * A practitioner's check-in: how they are in four elements, in their own view, today. A conversation aid: it is
 * no validated scale, has no cut-offs, and is never added up. It is the practitioner's own.
 */
export const checkInElements = ["confidence", "growth", "restoration", "readiness"] as const;
export type CheckInElement = (typeof checkInElements)[number];

/** One of five words, from "not yet" to "fully", kept as 0-4. Null: skipped, which is no 0. */
export const checkInAnswerSchema = z.int().min(0).max(4).nullable();
export type CheckInAnswer = z.infer<typeof checkInAnswerSchema>;

/** What is said in one check-in. */
export const checkInAnswersSchema = z.strictObject({
  confidence: checkInAnswerSchema,
  growth: checkInAnswerSchema,
  restoration: checkInAnswerSchema,
  readiness: checkInAnswerSchema,
  /** One word for today; may be empty. */
  word: z.string().trim().max(40).regex(keptWords),
});
export type CheckInAnswers = z.infer<typeof checkInAnswersSchema>;

/** Before or after a review, or weeks after the last one. */
export const checkInMomentSchema = z.enum(["before", "after", "followUp"]);
export type CheckInMoment = z.infer<typeof checkInMomentSchema>;

/** Which check-in: of a review, before or after it; a follow-up belongs to none. */
export const checkInPlaceSchema = z.discriminatedUnion("moment", [
  z.strictObject({ moment: z.enum(["before", "after"]), reviewId: reviewIdSchema }),
  z.strictObject({ moment: z.literal("followUp"), reviewId: z.null() }),
]);
export type CheckInPlace = z.infer<typeof checkInPlaceSchema>;

/** A check-in as its writer has it. */
export const checkInSchema = z.strictObject({
  reviewId: reviewIdSchema.nullable(),
  moment: checkInMomentSchema,
  /** Of the review; null for a follow-up. */
  cycleNumber: z.int().positive().nullable(),
  answers: checkInAnswersSchema,
  /** Whether the guider may see it. */
  isShared: z.boolean(),
  changedAtMs: instantSchema,
});
export type CheckIn = z.infer<typeof checkInSchema>;

/** A check-in as the guider has it: without a word of it until it is shared. */
export const sharedCheckInSchema = checkInSchema.extend({
  answers: checkInAnswersSchema.nullable(),
});
export type SharedCheckIn = z.infer<typeof sharedCheckInSchema>;

/** Nothing said yet. */
export const noAnswers: CheckInAnswers = {
  confidence: null,
  growth: null,
  restoration: null,
  readiness: null,
  word: "",
};
