import { namesFamily } from "./principles.ts";
import type { FamilyId } from "#shared/board/framework.ts";
import { familyIds } from "#shared/board/framework.ts";
import type { ObservationView } from "#shared/board/read-board.ts";

/** A card's place among the others; lower comes first. */
export type CardPlace = Pick<ObservationView, "observationId" | "order">;

/** How the moments are looked through. Only `arranged` can be changed. */
export const arrangements = ["arranged", "film", "principle"] as const;
export type Arrangement = (typeof arrangements)[number];

/**
 * The orders to set so that a card moves one place up or down: one card's where there is room between
 * its new neighbours, else all. Nothing at the ends.
 */
export function moveCard(
  cards: readonly CardPlace[],
  observationId: string,
  direction: "up" | "down",
): CardPlace[] {
  const from = cards.findIndex((card) => card.observationId === observationId);
  return placeCard(cards, observationId, direction === "up" ? from - 1 : from + 1);
}

/** The same so that a card stands at place `to` (0 is the first). Nothing when it is there, or there is no such place. */
export function placeCard(
  cards: readonly CardPlace[],
  observationId: string,
  to: number,
): CardPlace[] {
  const from = cards.findIndex((card) => card.observationId === observationId);
  if (from < 0 || to < 0 || to >= cards.length || to === from) return [];
  const moved = cards.toSpliced(from, 1).toSpliced(to, 0, { observationId, order: 0 });
  const before = orderAt(moved, to - 1, -Infinity);
  const after = orderAt(moved, to + 1, Infinity);
  const order = orderBetween(before, after);
  if (before < order && order < after) return [{ observationId, order }];
  return moved.map((card, n) => ({ observationId: card.observationId, order: n + 1 }));
}

/** The moments as the film shows them: by clip, in the clips' order, then by frame. */
export function inFilmOrder(
  observations: readonly ObservationView[],
  clipIds: readonly string[],
): ObservationView[] {
  const place = ({ anchor }: ObservationView) => {
    const at = clipIds.indexOf(anchor.clipId);
    return at === -1 ? clipIds.length : at; // of a clip that is not here: at the end
  };
  return observations.toSorted(
    (a, b) => place(a) - place(b) || a.anchor.frame - b.anchor.frame || a.order - b.order,
  );
}

/** The moments that name a family; `null`: those that name none yet. */
export interface PrincipleGroup {
  readonly familyId: FamilyId | null;
  readonly observations: readonly ObservationView[];
}

/** The moments under each family they name, families without any left out, the unnamed ones last. */
export function byPrinciple(observations: readonly ObservationView[]): PrincipleGroup[] {
  const named = familyIds.map((familyId) => ({
    familyId,
    observations: observations.filter(({ principleIds }) => namesFamily(principleIds, familyId)),
  }));
  const unnamed = observations.filter(
    ({ principleIds }) => !familyIds.some((id) => namesFamily(principleIds, id)),
  );
  return [...named, { familyId: null, observations: unnamed }].filter(
    (group) => group.observations.length > 0,
  );
}

function orderAt(cards: readonly CardPlace[], place: number, otherwise: number): number {
  return cards[place]?.order ?? otherwise;
}

function orderBetween(before: number, after: number): number {
  if (before === -Infinity) return after - 1;
  return after === Infinity ? before + 1 : (before + after) / 2;
}
