import type { JourneyStore } from "#server/storage/stores.ts";
import type { Goal, Journey, PlannedEnd } from "#shared/domain/journey.ts";

/**
 * What is hoped for, in a rehearsal: it can be written and placed there as in a review, and none of it
 * reaches the journey. A rehearsal is of one journey.
 */
export function createRehearsalFocus(
  real: Pick<JourneyStore, "read">,
): Pick<JourneyStore, "read" | "setHelpingQuestion" | "setGoals" | "rateGoal" | "planEnd"> {
  let journey: Journey | null = null;
  let plannedEnd: PlannedEnd | null = null;
  const change = async (part: Partial<Journey>) => {
    if (journey !== null) journey = { ...journey, ...part };
  };

  return {
    async read(journeyId) {
      const now = await real.read(journeyId);
      const { helpingQuestion, goals } = journey ?? now ?? { helpingQuestion: "", goals: [] };
      journey = now && { ...now, helpingQuestion, goals, plannedEnd: plannedEnd ?? now.plannedEnd };
      return journey;
    },
    setHelpingQuestion: (_journeyId, helpingQuestion) => change({ helpingQuestion }),
    setGoals: (_journeyId, goals) => {
      const ratingsOf = (goalId: string) =>
        journey?.goals.find((goal) => goal.goalId === goalId)?.ratings ?? [];
      return change({ goals: goals.map((goal) => ({ ...goal, ratings: ratingsOf(goal.goalId) })) });
    },
    planEnd: async (_journeyId, end) => void (plannedEnd = end),
    rateGoal: ({ goalId, cycleId, value }) => {
      const number = journey?.cycles.find((cycle) => cycle.cycleId === cycleId)?.number;
      const rated = (goal: Goal): Goal => {
        if (goal.goalId !== goalId || number === undefined) return goal;
        const others = goal.ratings.filter(({ cycleNumber }) => cycleNumber !== number);
        const own = value === null ? [] : [{ cycleNumber: number, value }];
        return { ...goal, ratings: [...others, ...own] };
      };
      return change({ goals: (journey?.goals ?? []).map(rated) });
    },
  };
}
