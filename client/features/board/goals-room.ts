import { useState } from "react";
import type { Places } from "#client/lib/goal-places.ts";
import type { GoalPlace } from "#shared/domain/goals.ts";
import type { GoalId } from "#shared/domain/ids.ts";
import type { RoomGoals } from "#shared/protocol/focus-events.ts";

/** The goals' numbers in a room, and what either of the two may do with the goals. */
export interface GoalsRoom {
  /** As last told; null until then. */
  readonly now: RoomGoals | null;
  /** The first talk: the goals stand open, and there is no cycle yet after which they stand somewhere. */
  readonly isFirstTalk: boolean;
  /** Each answers the sentence of a refusal; empty when it was done. */
  readonly onAdd: (text: string) => Promise<string>;
  readonly onRemove: (goalId: string) => Promise<string>;
  readonly onPlace: (goalId: string, place: GoalPlace, value: number | null) => Promise<string>;
}

/** The places of a goal; all unsaid before they are told. */
export function placesOf(goals: RoomGoals | null, goalId: string): Places {
  const goal = goals?.goals.find((each) => each.goalId === goalId);
  const rating = goal?.ratings.find(({ cycleNumber }) => cycleNumber === goals?.cycleNumber);
  return {
    baseline: goal?.baseline ?? null,
    hopedFor: goal?.hopedFor ?? null,
    now: rating?.value ?? null,
  };
}

/** The goals of the board in the order of the list; one that was not told yet comes last. */
export function inListOrder<Goal extends { readonly goalId: string }>(
  goals: readonly Goal[],
  now: RoomGoals | null,
): Goal[] {
  const order = now?.goals.map(({ goalId }) => goalId) ?? [];
  const placeOf = ({ goalId }: Goal) => {
    const place = order.indexOf(goalId as GoalId); // only compared
    return place < 0 ? order.length : place;
  };
  return goals.toSorted((a, b) => placeOf(a) - placeOf(b) || (a.goalId < b.goalId ? -1 : 1));
}

/** A place that is asked for shows at once, and stands until the room has answered the last press. */
export function usePlacing({ now, onPlace }: GoalsRoom, goalId: string) {
  const [asked, setAsked] = useState<Partial<Places>>({});
  const [refusal, setRefusal] = useState("");
  const told = placesOf(now, goalId);

  async function place(which: GoalPlace, value: number | null) {
    const mine = { ...asked, [which]: value };
    setAsked(mine);
    setRefusal(await onPlace(goalId, which, value));
    setAsked((latest) => (latest === mine ? {} : latest));
  }
  return { places: { ...told, ...asked }, place, refusal };
}
