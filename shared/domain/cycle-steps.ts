import type { Cycle, Journey, Review, ReviewKind } from "./journey.ts";

/** The five steps of a cycle, in their order. */
export const cycleStepNames = ["focus", "film", "clips", "review", "reflect"] as const;
export type CycleStepName = (typeof cycleStepNames)[number];

/** One step of a cycle: what was done, what comes now, what comes later. */
export interface CycleStep {
  readonly name: CycleStepName;
  readonly state: "done" | "now" | "later";
}

/**
 * Where a cycle stands, read off what is there and never ticked by hand. The film itself is on the
 * guider's device, so that a first clip is what tells that there is one.
 */
export function cycleSteps(
  { helpingQuestion, goals }: Pick<Journey, "helpingQuestion" | "goals">,
  { clips, reviews, aims }: Pick<Cycle, "clips" | "reviews" | "aims">,
): readonly CycleStep[] {
  const isHeld = isReviewed({ reviews });
  const isDone: Record<CycleStepName, boolean> = {
    focus: helpingQuestion !== "" && goals.length > 0,
    film: clips.length > 0,
    clips: clips.some(({ media }) => media !== null),
    review: isHeld,
    reflect: isHeld && aims.length > 0,
  };
  const now = cycleStepNames.find((name) => !isDone[name]);
  return cycleStepNames.map((name) => {
    if (isDone[name]) return { name, state: "done" };
    return { name, state: name === now ? "now" : "later" };
  });
}

/** A journey has at least so many cycles; there is no most. */
export const leastCycles = 3;

/** The cycles whose shared review has been held. */
export function reviewedCycles({ cycles }: Pick<Journey, "cycles">): number {
  return cycles.filter(isReviewed).length;
}

/**
 * What the next meeting is most likely for: the first one, before there is any clip, for what is hoped
 * for; one after the third reviewed cycle to look back over all of them, until a new cycle is begun.
 */
export function likelyKind({
  cycles,
}: {
  readonly cycles: readonly Pick<Cycle, "clips" | "reviews">[];
}): ReviewKind {
  const hasBegun = cycles.some(({ clips, reviews }) => clips.length + reviews.length > 0);
  if (!hasBegun) return "focus";
  const isAllReviewed = cycles.every(isReviewed);
  return isAllReviewed && cycles.length >= leastCycles ? "last" : "review";
}

/** Whether a cycle's shared review has been held; a talk about what is hoped for is none. */
export function isReviewed({ reviews }: { readonly reviews: readonly HeldFacts[] }): boolean {
  return reviews.some(({ state, kind }) => state === "ended" && kind !== "focus");
}

type HeldFacts = Pick<Review, "state" | "kind">;
