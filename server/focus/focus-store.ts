import type { Stores } from "#server/storage/stores.ts";
import type { FocusWords } from "#shared/board/focus-words.ts";
import { withoutTornPairs } from "#shared/board/text-binding.ts";
import type { KeptGoal } from "#shared/domain/goals.ts";
import type { GoalId, JourneyId } from "#shared/domain/ids.ts";
import { focusCharacters } from "#shared/domain/journey.ts";
import type { Journey } from "#shared/domain/journey.ts";

/** What a journey keeps of its focus. */
export interface KeptFocus {
  readonly helpingQuestion: string;
  readonly goals: readonly KeptGoal[];
}

/** The focus of a journey as it was read. */
export function focusOf({ helpingQuestion, goals }: Journey): KeptFocus {
  return { helpingQuestion, goals: goals.map(({ ratings: _ratings, ...goal }) => goal) };
}

/** The same with the words that stand on a board; a goal without words keeps those it had. */
export function withWordsOf(kept: KeptFocus, { helpingQuestion, goals }: FocusWords): KeptFocus {
  const wordsOf = (goalId: GoalId) =>
    goals.find((goal) => goal.goalId === goalId)?.text.trim() ?? "";
  return fitted({
    helpingQuestion,
    goals: kept.goals.map((goal) => ({ ...goal, text: wordsOf(goal.goalId) || goal.text })),
  });
}

/** The same as long as a journey keeps it: a field of the board, and two changes together, can be longer. */
export function fitted({ helpingQuestion, goals }: KeptFocus): KeptFocus {
  return {
    helpingQuestion: fitWords(helpingQuestion, focusCharacters.helpingQuestion),
    goals: goals.map((goal) => ({
      ...goal,
      text: fitWords(goal.text, focusCharacters.goal),
    })),
  };
}

function fitWords(words: string, longest: number): string {
  return withoutTornPairs(words.replaceAll("\0", "").trim().slice(0, longest)).trim();
}

/** Whether two say the same, goal by goal in one order. */
export const isSame = (one: Partial<KeptFocus>, other: Partial<KeptFocus>): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Writes what has changed. */
export async function keepFocus(
  { journeys }: Pick<Stores, "journeys">,
  journeyId: JourneyId,
  before: KeptFocus,
  after: KeptFocus,
): Promise<void> {
  if (after.helpingQuestion !== before.helpingQuestion) {
    await journeys.setHelpingQuestion(journeyId, after.helpingQuestion);
  }
  if (!isSame({ goals: before.goals }, { goals: after.goals })) {
    await journeys.setGoals(journeyId, after.goals);
  }
}
