import fc from "fast-check";
import { expect, it } from "vitest";
import {
  byPrinciple,
  inFilmOrder,
  moveCard,
  placeCard,
} from "#client/features/board/card-order.ts";
import type { CardPlace } from "#client/features/board/card-order.ts";
import type { ObservationView } from "#shared/board/read-board.ts";

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

it("[BS19] places a card exactly where it was dropped, whatever the orders are", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 8 }),
      fc.nat(),
      fc.nat(),
      (orders, pick, drop) => {
        const cards = orders.map((order, n) => card(`card-${n}`, order));
        const before = inOrder(cards);
        const sorted = before.map(
          (id) => cards.find((one) => one.observationId === id) ?? card(id, 0),
        );
        const [from, to] = [pick % cards.length, drop % cards.length];
        const id = before[from] ?? "";

        const moved = new Map(placeCard(sorted, id, to).map((one) => [one.observationId, one]));

        const after = inOrder(sorted.map((one) => moved.get(one.observationId) ?? one));
        expect(after).toEqual(before.toSpliced(from, 1).toSpliced(to, 0, id));
      },
    ),
  );
});

it("[BS18] orders by clip and frame, those of unknown clips last, and names each family's moments", () => {
  const moment = (observationId: string, clipId: string, frame: number, principleIds: string[]) =>
    ({
      observationId,
      order: 1,
      principleIds,
      anchor: { clipId, clipRev: "rev", frame },
    }) as unknown as ObservationView; // what an order looks at
  const moments = [
    moment("gone", "gone", 0, ["guiding.just-enough-help"]),
    moment("late", "second", 9, []),
    moment("early", "second", 3, ["guiding", "attentive"]),
    moment("first", "first", 50, ["somebody-elses"]),
  ];

  const inFilm = inFilmOrder(moments, ["first", "second"]);

  const idsOf = (views: readonly ObservationView[]) => views.map((one) => one.observationId);
  expect(idsOf(inFilm)).toEqual(["first", "early", "late", "gone"]);
  expect(byPrinciple(inFilm).map((one) => [one.familyId, ...idsOf(one.observations)])).toEqual([
    ["attentive", "early"],
    ["guiding", "early", "gone"],
    [null, "first", "late"],
  ]);
});
