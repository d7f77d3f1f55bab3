import type { ObservationView } from "#shared/board/read-board.ts";

/** A card's place among the others; lower comes first. */
export type CardPlace = Pick<ObservationView, "observationId" | "order">;

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
  const to = direction === "up" ? from - 1 : from + 1;
  if (from < 0 || to < 0 || to >= cards.length) return [];
  const moved = cards.toSpliced(from, 1).toSpliced(to, 0, { observationId, order: 0 });
  const before = orderAt(moved, to - 1, -Infinity);
  const after = orderAt(moved, to + 1, Infinity);
  const order = orderBetween(before, after);
  if (before < order && order < after) return [{ observationId, order }];
  return moved.map((card, n) => ({ observationId: card.observationId, order: n + 1 }));
}

function orderAt(cards: readonly CardPlace[], place: number, otherwise: number): number {
  return cards[place]?.order ?? otherwise;
}

function orderBetween(before: number, after: number): number {
  if (before === -Infinity) return after - 1;
  return after === Infinity ? before + 1 : (before + after) / 2;
}
