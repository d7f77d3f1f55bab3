import { z } from "zod";
import { clipSchema } from "./clip.ts";
import {
  cycleIdSchema,
  goalIdSchema,
  inviteIdSchema,
  journeyIdSchema,
  reviewIdSchema,
} from "./ids.ts";
import { nameSchema, personSchema } from "./people.ts";
import { reviewStates } from "./permissions.ts";

/** An instant for records: whole milliseconds, epoch UTC. */
export const instantSchema = z.int().nonnegative();

/** The practitioner's hopes in their own words; may still be empty. */
export const helpingQuestionSchema = z.string().trim().max(300);

/** A place on the 0-10 line, or not said. */
export const ratingSchema = z.int().min(0).max(10).nullable();

/** Something the practitioner hopes for: at most three in a journey. */
export const goalSchema = z.strictObject({
  goalId: goalIdSchema,
  text: z.string().trim().min(1).max(200),
  baseline: ratingSchema,
  hopedFor: ratingSchema,
});
export type Goal = z.infer<typeof goalSchema>;
/** A goal before it has an id. */
export const newGoalSchema = goalSchema.omit({ goalId: true });
/** The most goals a journey holds. */
export const goalsPerJourney = 3;

/** The first facts of a journey. No surname and no date of birth for a child. */
export const newJourneySchema = z.strictObject({
  practitionerName: nameSchema,
  childName: nameSchema,
  setting: z.string().trim().max(120),
});
export type NewJourney = z.infer<typeof newJourneySchema>;

/** A journey as it stands in the guider's list. */
export const journeySummarySchema = z.strictObject({
  journeyId: journeyIdSchema,
  ...newJourneySchema.shape,
  helpingQuestion: helpingQuestionSchema,
  cycles: z.int().nonnegative(),
});
export type JourneySummary = z.infer<typeof journeySummarySchema>;

/** A review link as its guider sees it; the secret itself is shown once, when it is made. */
export const inviteSchema = z.strictObject({
  inviteId: inviteIdSchema,
  name: nameSchema,
  role: z.enum(["practitioner", "supervisor"]),
  opensAtMs: instantSchema,
  closesAtMs: instantSchema,
  state: z.enum(["issued", "bound", "revoked"]),
});
export type Invite = z.infer<typeof inviteSchema>;

/** A shared review as its journey's page shows it. */
export const reviewSchema = z.strictObject({
  reviewId: reviewIdSchema,
  startsAtMs: instantSchema,
  state: z.enum(reviewStates),
  locked: z.boolean(),
  /** The guider's prepared notes wait for the practitioner's words. */
  practitionerFirst: z.boolean(),
  invites: z.array(inviteSchema),
});
export type Review = z.infer<typeof reviewSchema>;

/** An aim kept with its cycle; each word may still be missing. */
export const keptAimSchema = z.strictObject({
  text: z.string(),
  whereWhen: z.string(),
  /** Written in the next cycle's review. */
  howDidItGo: z.string(),
});
export type KeptAim = z.infer<typeof keptAimSchema>;

/** A cycle with its clips and reviews. */
export const cycleSchema = z.strictObject({
  cycleId: cycleIdSchema,
  number: z.int().positive(),
  clips: z.array(clipSchema),
  reviews: z.array(reviewSchema),
  /** What the practitioner will do more of, kept when the review was finished. */
  aims: z.array(keptAimSchema),
});
export type Cycle = z.infer<typeof cycleSchema>;

/** Everything of one journey, for its guider's page. */
export const journeySchema = z.strictObject({
  journeyId: journeyIdSchema,
  ...newJourneySchema.shape,
  helpingQuestion: helpingQuestionSchema,
  goals: z.array(goalSchema).max(goalsPerJourney),
  people: z.array(personSchema),
  cycles: z.array(cycleSchema),
});
export type Journey = z.infer<typeof journeySchema>;
