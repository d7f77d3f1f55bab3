import { expect, it } from "vitest";
import { createLookHands } from "#client/features/playback/look-hands.ts";
import type { Touch } from "#client/features/playback/look-hands.ts";
import { arrowStep, ringAfterArrow, viewAfterArrow } from "#client/features/playback/look-keys.ts";
import { pictureAt, wholeView, zoomView } from "#shared/playback/view.ts";
import type { Point, View } from "#shared/playback/view.ts";

/** Hands over a picture of which every ring and view is kept. */
function buildHands(first: View = wholeView) {
  const rings: (Point | null)[] = [];
  const seen = { view: first, rings };
  const hands = createLookHands({
    view: () => seen.view,
    setView: (next) => {
      seen.view = next;
    },
    point: (at) => rings.push(at),
  });
  return { hands, seen };
}

function touch(x: number, y: number, changes: Partial<Touch> = {}): Touch {
  return { pointerId: 1, isMouse: false, at: { x, y }, timeStampMs: 0, ...changes };
}

it("[PB46] brings with two fingers what is between them, and keeps it there", () => {
  const { hands, seen } = buildHands();
  const between = { x: 0.3, y: 0.4 };

  hands.down(touch(0.2, 0.4));
  hands.down(touch(0.4, 0.4, { pointerId: 2 }));
  hands.move(touch(0.1, 0.4));
  hands.move(touch(0.5, 0.4, { pointerId: 2 }));

  expect(seen.view.zoom).toBeCloseTo(2, 6);
  expect(pictureAt(seen.view, between).x).toBeCloseTo(between.x, 6);
  expect(pictureAt(seen.view, between).y).toBeCloseTo(between.y, 6);
});

it("[PB46] moves a close picture with the hand, and leaves a whole one where it is", () => {
  const { hands, seen } = buildHands(zoomView(wholeView, 2));
  const held = pictureAt(seen.view, { x: 0.5, y: 0.5 });

  hands.down(touch(0.5, 0.5));
  hands.move(touch(0.6, 0.4));

  expect(pictureAt(seen.view, { x: 0.6, y: 0.4 }).x).toBeCloseTo(held.x, 6);
  expect(pictureAt(seen.view, { x: 0.6, y: 0.4 }).y).toBeCloseTo(held.y, 6);
  const whole = buildHands();
  whole.hands.down(touch(0.5, 0.5));
  whole.hands.move(touch(0.6, 0.4));
  expect(whole.seen.view).toEqual(wholeView);
});

it("[PB46] comes closer with two taps on one place, and back with two more", () => {
  const { hands, seen } = buildHands();
  const tapAt = (timeStampMs: number, x = 0.25) => {
    hands.down(touch(x, 0.25, { timeStampMs }));
    hands.up(touch(x, 0.25, { timeStampMs }));
  };

  tapAt(0);
  tapAt(2_000, 0.8);
  tapAt(2_100);
  expect(seen.view).toEqual(wholeView);
  tapAt(2_300);
  expect(seen.view.zoom).toBe(2);
  tapAt(5_000);
  tapAt(5_200);
  expect(seen.view).toEqual(wholeView);
});

it("[PB49] points with the mouse as it moves and with a finger while it is down, also when close", () => {
  const { hands, seen } = buildHands(zoomView(wholeView, 2, { x: 0, y: 0 }));
  hands.move(touch(0.5, 0.5, { isMouse: true }));
  hands.setPointing(true);

  hands.move(touch(0.5, 0.5, { isMouse: true }));
  hands.move(touch(0.9, 0.9));
  hands.down(touch(1, 1));
  hands.move(touch(0.8, 0.8));
  hands.leave(touch(0.8, 0.8, { isMouse: true }));
  hands.setPointing(false);

  expect(seen.rings).toEqual([
    { x: 0.25, y: 0.25 },
    { x: 0.5, y: 0.5 },
    { x: 0.4, y: 0.4 },
    null,
    null,
  ]);
});

it("[PB45] [PB49] moves the picture and the ring with the arrow keys, in small steps with Shift", () => {
  const close = zoomView(wholeView, 2);
  const right = arrowStep({ key: "ArrowRight", shiftKey: false });
  const exact = arrowStep({ key: "ArrowDown", shiftKey: true });
  if (right === null || exact === null) throw new Error("no arrows");

  expect(viewAfterArrow(close, right).centre.x).toBeGreaterThan(close.centre.x);
  expect(ringAfterArrow(close, null, right)).toEqual({ x: 0.525, y: 0.5 });
  expect(ringAfterArrow(wholeView, { x: 0, y: 0.995 }, exact)).toEqual({ x: 0, y: 1 });
  expect(arrowStep({ key: "k", shiftKey: false })).toBeNull();
});
