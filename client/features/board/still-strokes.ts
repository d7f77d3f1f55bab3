import { boardLimits } from "#shared/board/board-doc.ts";
import type { Stroke } from "#shared/board/board-doc.ts";

/**
 * What can be drawn on a held picture: a ring (one point) or an arrow (several). Places are 0-10,000 of the
 * picture's width and height, so that a stroke stands on the same spot whatever the size it is shown at.
 */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** A picture's own size in px; only its proportion counts for what is drawn. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

const fullScale = 10_000;
/** Where a ring begins when it is put there by keyboard. */
export const middle: Place = { x: fullScale / 2, y: fullScale / 2 };
/** A ring's radius and an arrow head's length, in parts of the picture's longer side. */
const ringPart = 0.05;
const headPart = 0.035;
/** Half of the opening of an arrow's head, in radians. */
const headAngle = Math.PI / 7;
/** A corner flatter than this (area in square places) is no corner. */
const flatArea = 2_000;

/** The place at these fractions (0-1) of the picture; outside of it the nearest one inside. */
export function placeAt(fractionX: number, fractionY: number): Place {
  return { x: within(fractionX * fullScale), y: within(fractionY * fullScale) };
}

/** The place so many places further, inside the picture. */
export function movedBy({ x, y }: Place, byX: number, byY: number): Place {
  return { x: within(x + byX), y: within(y + byY) };
}

/** A ring around a place. */
export function ringAt({ x, y }: Place, colour: number): Stroke {
  return { colour, points: [x, y] };
}

/** An arrow along these places, with as few corners as its shape needs; null when it leads nowhere. */
export function arrowAlong(places: readonly Place[], colour: number): Stroke | null {
  const corners = simplify(places);
  if (corners.length < 2) return null;
  return { colour, points: corners.flatMap(({ x, y }) => [x, y]) };
}

/** The places of a stroke; one of them is a ring. */
export function placesOf({ points }: Stroke): Place[] {
  const places: Place[] = [];
  for (let at = 0; at + 1 < points.length; at += 2) {
    places.push({ x: points[at] ?? 0, y: points[at + 1] ?? 0 });
  }
  return places;
}

/** Whether two strokes are the same in colour and shape. */
export function isSameStroke(one: Stroke, other: Stroke): boolean {
  return one.colour === other.colour && one.points.join() === other.points.join();
}

/** The stroke as an SVG path in the picture's own px. */
export function strokePath(stroke: Stroke, size: PictureSize): string {
  const places = placesOf(stroke).map(({ x, y }) => ({
    x: (x / fullScale) * size.width,
    y: (y / fullScale) * size.height,
  }));
  const [first] = places;
  if (first === undefined) return "";
  const longSide = Math.max(size.width, size.height);
  if (places.length === 1) return ringPath(first, longSide * ringPart);
  return `${linePath(places)} ${linePath(headOf(places, longSide * headPart))}`;
}

function within(at: number): number {
  return Math.round(Math.min(fullScale, Math.max(0, at)));
}

/** Takes corners out, the least first, until they are few and none is flat. */
function simplify(places: readonly Place[]): Place[] {
  const corners = places.filter(
    (place, n) => n === 0 || place.x !== places[n - 1]?.x || place.y !== places[n - 1]?.y,
  );
  while (corners.length > 2) {
    const areas = corners.map((corner, n) => areaAt(corners[n - 1], corner, corners[n + 1]));
    const least = Math.min(...areas);
    if (corners.length <= boardLimits.strokePoints && least > flatArea) break;
    corners.splice(areas.indexOf(least), 1);
  }
  return corners;
}

/** The area between a corner and its neighbours; the ends have none and stay. */
function areaAt(before: Place | undefined, at: Place, after: Place | undefined): number {
  if (before === undefined || after === undefined) return Number.POSITIVE_INFINITY;
  const [aX, aY] = [at.x - before.x, at.y - before.y];
  const [bX, bY] = [after.x - before.x, after.y - before.y];
  return Math.abs(aX * bY - aY * bX) / 2;
}

/** The two strokes of an arrow's head: from one side to the tip to the other. */
function headOf(places: readonly Place[], length: number): Place[] {
  const tip = places.at(-1) ?? middle;
  const from =
    places.findLast(({ x, y }) => Math.hypot(tip.x - x, tip.y - y) >= length) ??
    places[0] ??
    middle;
  const angle = Math.atan2(tip.y - from.y, tip.x - from.x);
  const side = (turn: number) => ({
    x: tip.x - length * Math.cos(angle + turn),
    y: tip.y - length * Math.sin(angle + turn),
  });
  return [side(headAngle), tip, side(-headAngle)];
}

function linePath(places: readonly Place[]): string {
  return places.map(({ x, y }, n) => `${n === 0 ? "M" : "L"}${short(x)} ${short(y)}`).join(" ");
}

function ringPath({ x, y }: Place, radius: number): string {
  const half = (endX: number) =>
    `A${short(radius)} ${short(radius)} 0 0 1 ${short(endX)} ${short(y)}`;
  return `M${short(x - radius)} ${short(y)} ${half(x + radius)} ${half(x - radius)}`;
}

const short = (at: number) => Number(at.toFixed(2));
