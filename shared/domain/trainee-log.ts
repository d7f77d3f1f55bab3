import { z } from "zod";
import { journeyIdSchema, reviewIdSchema, supervisionIdSchema } from "./ids.ts";
import { daySchema, instantSchema } from "./journey.ts";
import { keptWords } from "./kept-words.ts";
import { nameSchema } from "./people.ts";

/** Where a guider stands in training, as they say themselves; empty: not said. */
export const guiderStageSchema = z.enum(["", "1", "2", "3", "accredited", "supervisor"]);
export type GuiderStage = z.infer<typeof guiderStageSchema>;

/** The guider's own learning about one review ("even better if"); empty: none. At most 1,000 characters. */
export const workingPointSchema = z.string().trim().max(1_000).regex(keptWords);

/** An hour of supervision: the day and with whom. */
export const supervisionSchema = z.strictObject({
  supervisionId: supervisionIdSchema,
  heldOn: daySchema,
  withWhom: nameSchema,
});
export type Supervision = z.infer<typeof supervisionSchema>;

/** A shared review that was held, as the log shows it. */
export const heldReviewSchema = z.strictObject({
  reviewId: reviewIdSchema,
  journeyId: journeyIdSchema,
  practitionerName: nameSchema,
  childName: nameSchema,
  cycleNumber: z.int().positive(),
  /** When the review was planned to begin. */
  startsAtMs: instantSchema,
  workingPoint: workingPointSchema,
});
export type HeldReview = z.infer<typeof heldReviewSchema>;

/** A guider's own log: the reviews held, the earliest first, and the hours of supervision by their day. */
export const traineeLogSchema = z.strictObject({
  stage: guiderStageSchema,
  reviews: z.array(heldReviewSchema),
  supervisions: z.array(supervisionSchema),
});
export type TraineeLog = z.infer<typeof traineeLogSchema>;

/** What a stage of training asks for: cycles held, practitioners new in it, hours of supervision. */
export const trainingStages = [
  { stage: "1", cycles: 6, practitioners: 2, hours: 7 },
  { stage: "2", cycles: 9, practitioners: 3, hours: 8 },
  { stage: "3", cycles: 12, practitioners: 3, hours: 8 },
] as const satisfies readonly (Record<"cycles" | "practitioners" | "hours", number> & {
  stage: GuiderStage;
})[];

/** What of the log falls into one stage. */
export interface StageCount {
  readonly stage: (typeof trainingStages)[number]["stage"];
  readonly cycles: number;
  readonly practitioners: number;
  readonly hours: number;
}

/**
 * Counts the log into the stages, in the order things were held: what comes after a stage is full counts
 * in the next one. A cycle counts with its first review; the cycles of a stage go on until its practitioners
 * are met too. Two practitioners of one name are one, so that nobody is counted twice.
 */
export function countStages({
  reviews,
  supervisions,
}: Pick<TraineeLog, "reviews" | "supervisions">): readonly StageCount[] {
  const cycles = firstOfEachCycle(reviews);
  const known = new Set<string>();
  let next = 0;
  let hoursLeft = supervisions.length;
  return trainingStages.map(({ stage, ...needed }, place) => {
    const isLast = place === trainingStages.length - 1;
    const count = { cycles: 0, practitioners: 0 };
    const isFull = () =>
      count.cycles >= needed.cycles && count.practitioners >= needed.practitioners;
    for (let cycle = cycles[next]; cycle !== undefined; cycle = cycles[next]) {
      if (!isLast && isFull()) break;
      const practitioner = cycle.practitionerName.normalize("NFC").toLocaleLowerCase("en");
      if (!known.has(practitioner)) count.practitioners += 1;
      known.add(practitioner);
      count.cycles += 1;
      next += 1;
    }
    const hours = isLast ? hoursLeft : Math.min(hoursLeft, needed.hours);
    hoursLeft -= hours;
    return { stage, ...count, hours };
  });
}

function firstOfEachCycle(reviews: readonly HeldReview[]): HeldReview[] {
  const cycles = new Map<string, HeldReview>();
  for (const review of reviews) {
    const cycle = `${review.journeyId} ${review.cycleNumber}`;
    if (!cycles.has(cycle)) cycles.set(cycle, review);
  }
  return [...cycles.values()];
}
