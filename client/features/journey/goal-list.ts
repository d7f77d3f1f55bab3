import type { z } from "zod";
import type { Goal, newGoalSchema } from "#shared/domain/journey.ts";

/** A goal as the server takes the whole list: one that was there keeps its id. */
export type GoalWords = z.input<typeof newGoalSchema>;

/** The list with one goal changed, or added at the end when `goalId` is null. */
export function withGoal(
  goals: readonly Goal[],
  goalId: string | null,
  words: GoalWords,
): GoalWords[] {
  if (goalId === null) return [...goals.map(wordsOf), words];
  return goals.map((goal) => ({ ...wordsOf(goal), ...(goal.goalId === goalId ? words : {}) }));
}

/** The list without one goal. */
export function withoutGoal(goals: readonly Goal[], goalId: string): GoalWords[] {
  return goals.filter((goal) => goal.goalId !== goalId).map(wordsOf);
}

/** Where a goal stood after this cycle; null: not said. */
export function ratingAfter(
  { ratings }: Pick<Goal, "ratings">,
  cycleNumber: number,
): number | null {
  return ratings.find((rating) => rating.cycleNumber === cycleNumber)?.value ?? null;
}

/** As the whole list says it again, beside the one that is changed. */
function wordsOf({ goalId, text, baseline, hopedFor, outcome }: Goal): GoalWords {
  return { goalId, text, baseline, hopedFor, outcome };
}
