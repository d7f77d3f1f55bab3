import { z } from "zod";
import { cycleStepNames, cycleSteps, isReviewed } from "./cycle-steps.ts";
import { cycleIdSchema } from "./ids.ts";
import { journeySummarySchema, reviewSchema } from "./journey.ts";
import type { Cycle, Journey } from "./journey.ts";

/** A cycle as one line of the guider's list. */
export const cycleLineSchema = z.strictObject({
  cycleId: cycleIdSchema,
  number: z.int().positive(),
  steps: z.array(
    z.strictObject({ name: z.enum(cycleStepNames), state: z.enum(["done", "now", "later"]) }),
  ),
  /** Its meeting that is planned or open. */
  open: reviewSchema.pick({ kind: true, startsAtMs: true }).nullable(),
  isReviewed: z.boolean(),
  /** Clips whose film is there. */
  clips: z.int().nonnegative(),
  aims: z.int().nonnegative(),
});
export type CycleLine = z.infer<typeof cycleLineSchema>;

/** A journey of the guider's list with its cycles, the first one first. An ended one has no lines. */
export const listedJourneySchema = journeySummarySchema.extend({ lines: z.array(cycleLineSchema) });
export type ListedJourney = z.infer<typeof listedJourneySchema>;

/** Reads a cycle's line off its journey. */
export function cycleLineOf(
  journey: Pick<Journey, "helpingQuestion" | "goals">,
  cycle: Cycle,
): CycleLine {
  const { cycleId, number, clips, reviews, aims } = cycle;
  const open = reviews.find(({ state }) => state !== "ended");
  return {
    cycleId,
    number,
    steps: cycleSteps(journey, cycle).map((step) => ({ ...step })),
    open: open === undefined ? null : { kind: open.kind, startsAtMs: open.startsAtMs },
    isReviewed: isReviewed(cycle),
    clips: clips.filter(({ media }) => media !== null).length,
    aims: aims.length,
  };
}
