import { expect, it } from "vitest";
import {
  arrowAlong,
  isSameStroke,
  middle,
  movedBy,
  placeAt,
  placesOf,
  ringAt,
  strokePath,
} from "#client/features/board/still-strokes.ts";
import type { Place } from "#client/features/board/still-strokes.ts";
import { boardLimits } from "#shared/board/board-doc.ts";

/** How far a place lies from the nearest point of a way, in places. */
function distanceFrom(place: Place, corners: readonly Place[]): number {
  const distances = corners.slice(1).map((end, n) => {
    const start = corners[n] ?? end;
    const [wayX, wayY] = [end.x - start.x, end.y - start.y];
    const along =
      ((place.x - start.x) * wayX + (place.y - start.y) * wayY) / (wayX ** 2 + wayY ** 2);
    const at = Math.max(0, Math.min(1, along));
    return Math.hypot(place.x - start.x - at * wayX, place.y - start.y - at * wayY);
  });
  return Math.min(...distances);
}

it("[BS25] [A10] a place is kept to a ten-thousandth of the picture, inside it, whatever size it was shown at", () => {
  const shown = [
    { width: 320, height: 180 },
    { width: 1_111, height: 625 },
  ];
  for (const { width, height } of shown) {
    const place = placeAt(Math.round(0.3333 * width) / width, Math.round(0.6667 * height) / height);
    const path = strokePath(ringAt(place, 0), { width: 1_000, height: 1_000 });
    const [, left = "", y = ""] = /^M([\d.]+) ([\d.]+)/.exec(path) ?? [];

    expect(Math.abs(Number(left) + 50 - 333.3)).toBeLessThan(10); // the ring's left edge: 1 % of 1,000
    expect(Math.abs(Number(y) - 666.7)).toBeLessThan(10);
  }
  expect(placeAt(-1, 2)).toEqual({ x: 0, y: 10_000 });
});

it("[BS25] a ring moves by the keys and stays inside the picture", () => {
  expect(movedBy(middle, 250, -250)).toEqual({ x: 5_250, y: 4_750 });
  expect(movedBy({ x: 9_900, y: 100 }, 250, -250)).toEqual({ x: 10_000, y: 0 });
});

it("[BS25] a long way of the hand becomes an arrow of at most 64 corners, within 1 % of it", () => {
  const way = Array.from({ length: 900 }, (_, n) => ({
    x: Math.round(500 + n * 10),
    y: Math.round(5_000 + 3_000 * Math.sin(n / 45) + (n % 3) * 8),
  }));

  const arrow = arrowAlong(way, 1);

  const corners = placesOf(arrow ?? ringAt(middle, 0));
  expect(corners.length).toBeGreaterThan(8);
  expect(corners.length).toBeLessThanOrEqual(boardLimits.strokePoints);
  expect(corners[0]).toEqual(way[0]);
  expect(corners.at(-1)).toEqual(way.at(-1));
  expect(Math.max(...way.map((place) => distanceFrom(place, corners)))).toBeLessThan(100);
});

it("[BS25] a straight way has two corners, and a hand that went nowhere draws no arrow", () => {
  const straight = Array.from({ length: 50 }, (_, n) => ({ x: n * 100, y: n * 50 }));

  expect(placesOf(arrowAlong(straight, 0) ?? ringAt(middle, 0))).toHaveLength(2);
  expect(arrowAlong([middle, middle], 0)).toBeNull();
  expect(arrowAlong([], 0)).toBeNull();
});

it("[BS25] an arrow's head points the way it was drawn", () => {
  const toTheRight = { colour: 0, points: [1_000, 5_000, 9_000, 5_000] };

  const path = strokePath(toTheRight, { width: 1_000, height: 500 });

  const [line = "", head = ""] = path.split(/ (?=M)/);
  expect(line).toBe("M100 250 L900 250");
  const xs = [...head.matchAll(/[ML]([\d.]+) /g)].map(([, x]) => Number(x));
  expect(xs).toHaveLength(3);
  expect(xs[1]).toBe(900);
  expect(Math.max(xs[0] ?? 900, xs[2] ?? 900)).toBeLessThan(890);
});

it("tells strokes apart by colour and shape", () => {
  expect(isSameStroke(ringAt(middle, 1), ringAt(middle, 1))).toBe(true);
  expect(isSameStroke(ringAt(middle, 1), ringAt(middle, 2))).toBe(false);
  expect(isSameStroke(ringAt(middle, 1), ringAt({ x: 1, y: 1 }, 1))).toBe(false);
});
