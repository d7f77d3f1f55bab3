import type { z } from "zod";
import type { GoalId } from "./ids.ts";
import { goalsPerJourney } from "./journey.ts";
import type { Goal, newGoalSchema } from "./journey.ts";
import { fail, ok } from "#shared/lib/result.ts";
import type { Result } from "#shared/lib/result.ts";

/** What can be said of a goal as a number: where things began, where they might be, where they are now. */
export const goalPlaces = ["baseline", "hopedFor", "now"] as const;
export type GoalPlace = (typeof goalPlaces)[number];

/** A goal as it is kept; its ratings have a place of their own. */
export type KeptGoal = Omit<Goal, "ratings">;

/** Why a list of goals is not taken: more than three, or one that is not of this journey. */
export type GoalRefusal = "goals-full" | "not-found";

/** Whether the hope lies below today, which is asked about and never refused. */
export function isLowerThanToday(baseline: number | null, hopedFor: number | null): boolean {
  return baseline !== null && hopedFor !== null && hopedFor < baseline;
}

/** A list with one goal more, at its end. */
export function withGoalAdded(
  goals: readonly KeptGoal[],
  { goalId, text }: Pick<KeptGoal, "goalId" | "text">,
): Result<KeptGoal[], "goals-full"> {
  if (goals.length >= goalsPerJourney) return fail("goals-full");
  return ok([...goals, { goalId, text, baseline: null, hopedFor: null, outcome: "" }]);
}

/** A list with one of its goals at another place; null: not said. */
export function withGoalPlaced(
  goals: readonly KeptGoal[],
  goalId: GoalId,
  place: Partial<Pick<KeptGoal, "baseline" | "hopedFor">>,
): Result<KeptGoal[], "not-found"> {
  if (!goals.some((goal) => goal.goalId === goalId)) return fail("not-found");
  return ok(goals.map((goal) => (goal.goalId === goalId ? { ...goal, ...place } : goal)));
}

/** A goal as its sender knows it: `basedOn` are the words it was changed from, null: those kept. */
type SentGoal = z.output<typeof newGoalSchema>;

/**
 * The list that was sent, as it is kept: each goal there already keeps its id, a new one gets one. `merge`
 * puts words changed here together with words changed elsewhere meanwhile.
 */
export function goalsAsSent(
  kept: readonly KeptGoal[],
  sent: readonly SentGoal[],
  parts: {
    readonly newId: () => GoalId;
    readonly merge: (before: string, mine: string, theirs: string) => string;
  },
): Result<KeptGoal[], GoalRefusal> {
  if (sent.length > goalsPerJourney) return fail("goals-full");
  const named = sent.flatMap(({ goalId }) => (goalId === null ? [] : [goalId]));
  const isKept = (goalId: GoalId) => kept.some((goal) => goal.goalId === goalId);
  if (!named.every(isKept) || new Set(named).size < named.length) return fail("not-found");
  return ok(
    sent.map(({ goalId, basedOn, ...goal }) => {
      const there = kept.find((each) => each.goalId === goalId);
      if (there === undefined) return { ...goal, goalId: parts.newId() };
      const text = parts.merge(basedOn ?? there.text, goal.text, there.text);
      return { ...goal, goalId: there.goalId, text };
    }),
  );
}
