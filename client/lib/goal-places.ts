import type { GoalPlace } from "#shared/domain/goals.ts";
import { text } from "./text.ts";

/** Where a goal stands on its line from 0 to 10; null: not said. */
export type Places = Readonly<Record<GoalPlace, number | null>>;

/** The places in the order of time. */
export const placesInOrder = [
  "baseline",
  "now",
  "hopedFor",
] as const satisfies readonly GoalPlace[];

/** Those that were said, in words; empty when none was. */
export function placeWords(places: Places): string {
  return placesInOrder
    .flatMap((which) => {
      const place = places[which];
      return place === null ? [] : [text(`focus.mark.${which}`, { place })];
    })
    .join(" · ");
}
