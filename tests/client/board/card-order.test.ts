import fc from "fast-check";
import { expect, it } from "vitest";
import { moveCard } from "#client/features/board/card-order.ts";
import type { CardPlace } from "#client/features/board/card-order.ts";

const card = (observationId: string, order: number): CardPlace => ({ observationId, order });
const inOrder = (cards: readonly CardPlace[]) =>
  cards
    .toSorted((a, b) => a.order - b.order || a.observationId.localeCompare(b.observationId))
    .map(({ observationId }) => observationId);

it("moves one card without touching the others where there is room", () => {
  const places = moveCard([card("a", 1), card("b", 2), card("c", 3)], "c", "up");

  expect(places).toEqual([card("c", 1.5)]);
});

it("does nothing at the ends", () => {
  expect(moveCard([card("a", 1), card("b", 2)], "a", "up")).toEqual([]);
  expect(moveCard([card("a", 1), card("b", 2)], "b", "down")).toEqual([]);
});

it("moves a card exactly one place, whatever the orders are", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 8 }),
      fc.nat(),
      (orders, pick) => {
        const cards = orders.map((order, n) => card(`card-${n}`, order));
        const before = inOrder(cards);
        const sorted = before.map(
          (id) => cards.find((one) => one.observationId === id) ?? card(id, 0),
        );
        const from = pick % (cards.length - 1);
        const id = before[from] ?? "";

        const moved = new Map(moveCard(sorted, id, "down").map((one) => [one.observationId, one]));

        const after = inOrder(sorted.map((one) => moved.get(one.observationId) ?? one));
        expect(after).toEqual(before.toSpliced(from, 1).toSpliced(from + 1, 0, id));
      },
    ),
    { numRuns: Number(process.env["RUNS"] ?? 200) },
  );
});
