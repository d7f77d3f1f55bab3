import { z } from "zod";
import { clipSchema } from "./clip.ts";
import {
  cycleIdSchema,
  goalIdSchema,
  inviteIdSchema,
  journeyIdSchema,
  reviewIdSchema,
} from "./ids.ts";
import { keptWords } from "./kept-words.ts";
import { nameSchema, personSchema } from "./people.ts";
import { reviewStates } from "./permissions.ts";

/** An instant for records: whole milliseconds, epoch UTC. */
export const instantSchema = z.int().nonnegative();

/** A day without a time, `YYYY-MM-DD`. */
export const daySchema = z.iso.date();

/** How many characters the helping question, a goal and the outcome it speaks to have at most. */
export const focusCharacters = { helpingQuestion: 300, goal: 200, outcome: 200 } as const;

/** The practitioner's hopes in their own words; may still be empty. */
export const helpingQuestionSchema = z
  .string()
  .trim()
  .max(focusCharacters.helpingQuestion)
  .regex(keptWords);

/** A place on the 0-10 line, or not said. */
export const ratingSchema = z.int().min(0).max(10).nullable();

/** Something the practitioner hopes for: at most three in a journey. */
export const goalSchema = z.strictObject({
  goalId: goalIdSchema,
  text: z.string().trim().min(1).max(focusCharacters.goal).regex(keptWords),
  baseline: ratingSchema,
  hopedFor: ratingSchema,
  /** What of an official plan it speaks to; empty, and never shown, unless the journey uses such tags. */
  outcome: z.string().trim().max(focusCharacters.outcome).regex(keptWords),
  /** Where things stood after a cycle's review, in the order of the cycles. */
  ratings: z.array(
    z.strictObject({ cycleNumber: z.int().positive(), value: z.int().min(0).max(10) }),
  ),
});
export type Goal = z.infer<typeof goalSchema>;
/** A goal as its list is sent: one that is there keeps its id and its ratings, a new one has none yet. */
export const newGoalSchema = goalSchema.omit({ ratings: true }).extend({
  goalId: goalIdSchema.nullable().default(null),
  outcome: goalSchema.shape.outcome.default(""),
  /** The words it was changed from, so that others written meanwhile stay; null: those kept. */
  basedOn: z.string().max(4_000).nullable().default(null),
});
/** The most goals a journey holds. */
export const goalsPerJourney = 3;

/** The first facts of a journey. No surname and no date of birth for a child. */
export const newJourneySchema = z.strictObject({
  practitionerName: nameSchema,
  childName: nameSchema,
  setting: z.string().trim().max(120),
});
export type NewJourney = z.infer<typeof newJourneySchema>;

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

/**
 * What a meeting in the review room is for: the first talk about what is hoped for (`focus`), a shared
 * review, or the last one with which the journey closes. A focus talk is no cycle's review.
 */
export const reviewKindSchema = z.enum(["focus", "review", "last"]);
export type ReviewKind = z.infer<typeof reviewKindSchema>;

/** The next film as both noted it: its day (null: not said), and what will be filmed. */
export const nextFilmSchema = z.strictObject({
  nextOn: daySchema.nullable(),
  nextWhat: z.string().trim().max(200).regex(keptWords),
});
export type NextFilm = z.infer<typeof nextFilmSchema>;

/** A shared review as its journey's page shows it. */
export const reviewSchema = z.strictObject({
  reviewId: reviewIdSchema,
  kind: reviewKindSchema,
  startsAtMs: instantSchema,
  state: z.enum(reviewStates),
  locked: z.boolean(),
  /** The guider's prepared notes wait for the practitioner's words. */
  practitionerFirst: z.boolean(),
  ...nextFilmSchema.shape,
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

/** How a journey came to its end, and what was agreed about what is kept. */
export const journeyEndSchema = z.strictObject({
  endedAtMs: instantSchema,
  /** Why it ended before the third cycle; empty otherwise. */
  reason: z.string().trim().max(300),
  /** What both agreed to keep, and who sees it. */
  keeps: z.string().trim().max(600),
  /** Clips and their pictures are gone by the end of this day. */
  deletesOn: daySchema,
});
export type JourneyEnd = z.infer<typeof journeyEndSchema>;

/** What both have in mind for the end before it has come: what is kept, and by whose end clips go (null: as late as may be). */
export const plannedEndSchema = z.strictObject({
  keeps: z.string().trim().max(600).regex(keptWords),
  deletesOn: daySchema.nullable(),
});
export type PlannedEnd = z.infer<typeof plannedEndSchema>;

/** A journey as it stands in the guider's list. */
export const journeySummarySchema = z.strictObject({
  journeyId: journeyIdSchema,
  ...newJourneySchema.shape,
  helpingQuestion: helpingQuestionSchema,
  cycles: z.int().nonnegative(),
  /** How many of its clips are kept. */
  clips: z.int().nonnegative(),
  /** The meeting that is open now, else the soonest planned one. */
  next: reviewSchema.pick({ reviewId: true, kind: true, startsAtMs: true, state: true }).nullable(),
  /** Null while it goes on. */
  end: journeyEndSchema.pick({ endedAtMs: true, deletesOn: true }).nullable(),
});
export type JourneySummary = z.infer<typeof journeySummarySchema>;

/** On what the organisation rests keeping the film; apart from who allowed filming. Empty: not said. */
export const lawfulBasisSchema = z.enum(["", "publicTask", "consent", "legitimateInterests"]);

/** What is agreed with the people of a journey beside their permissions. */
export const agreedWithPeopleSchema = z.strictObject({
  lawfulBasis: lawfulBasisSchema,
  /** How the child shows "yes" and how "stop". */
  assentSigns: z.string().trim().max(400),
});
export type AgreedWithPeople = z.infer<typeof agreedWithPeopleSchema>;

/** Everything of one journey, for its guider's page. */
export const journeySchema = z.strictObject({
  journeyId: journeyIdSchema,
  ...newJourneySchema.shape,
  helpingQuestion: helpingQuestionSchema,
  goals: z.array(goalSchema).max(goalsPerJourney),
  people: z.array(personSchema),
  ...agreedWithPeopleSchema.shape,
  /** Whether goals and moments may say what of an official plan they speak to. */
  usesOutcomes: z.boolean(),
  /** Whether it is counted, for the guider alone, who paused how often. */
  countsPauses: z.boolean(),
  cycles: z.array(cycleSchema),
  plannedEnd: plannedEndSchema,
  /** Null while it goes on. */
  end: journeyEndSchema.nullable(),
});
export type Journey = z.infer<typeof journeySchema>;
