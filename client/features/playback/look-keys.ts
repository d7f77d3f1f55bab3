import { panView } from "#shared/playback/view.ts";
import type { Point, View } from "#shared/playback/view.ts";

/** How much closer one press of a key or button comes. */
export const zoomStep = 1.5;

/** One press of an arrow key moves this part of the stage; with Shift less, to be exact. */
const moveBy = 0.05;
const moveByExactly = 0.01;

const directions: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** Where an arrow key leads, in parts of the stage; null for every other key. */
export function arrowStep(press: {
  readonly key: string;
  readonly shiftKey: boolean;
}): Point | null {
  const direction = directions[press.key];
  if (direction === undefined) return null;
  const by = press.shiftKey ? moveByExactly : moveBy;
  return { x: direction.x * by, y: direction.y * by };
}

/** The view after an arrow key: what lies in that direction comes. */
export function viewAfterArrow(view: View, step: Point): View {
  return panView(view, { x: -2 * step.x, y: -2 * step.y });
}

/** The ring after an arrow key: from where it is, or from the middle of what is shown. */
export function ringAfterArrow(view: View, ring: Point | null, step: Point): Point {
  const from = ring ?? view.centre;
  const within = (at: number) => Math.max(0, Math.min(1, at));
  return { x: within(from.x + step.x / view.zoom), y: within(from.y + step.y / view.zoom) };
}
