import { panView, pictureAt, wholeView, zoomView } from "#shared/playback/view.ts";
import type { Point, View } from "#shared/playback/view.ts";

/** A finger, a pen or the mouse on the picture; `at` is its place on the stage's picture, 0-1. */
export interface Touch {
  readonly pointerId: number;
  readonly isMouse: boolean;
  readonly at: Point;
  readonly timeStampMs: number;
}

/** What hands on the picture need to know and to move. */
export interface LookTargets {
  readonly view: () => View;
  readonly setView: (view: View) => void;
  /** The ring goes there, in fractions of the film; null takes it away. */
  readonly point: (at: Point | null) => void;
}

/** Hands on the picture: two fingers zoom, one moves a close picture or the ring, two taps come closer. */
export interface LookHands {
  /** Whether the ring follows them. */
  setPointing(isPointing: boolean): void;
  down(touch: Touch): void;
  move(touch: Touch): void;
  up(touch: Touch): void;
  /** Not here any more: the mouse has left, or the browser took the touch for itself. */
  leave(touch: Touch): void;
  /** Closer (above 1) or further around a place on the stage. */
  zoom(factor: number, around: Point): void;
}

const doubleTapMs = 350;
/** As far, in parts of the stage, as a tap may stray. */
const tapStray = 0.03;
const doubleTapZoom = 2;

/** Turns touches into a view and a ring. Knows no browser: a test can be the hands. */
export function createLookHands(targets: LookTargets): LookHands {
  const held = new Map<number, Touch>();
  let startedAt: Touch | null = null;
  let lastTap: Touch | null = null;
  let isPointing = false;

  function pinch(before: readonly Touch[], now: readonly Touch[]) {
    const [fromDistance, toDistance] = [distance(before), distance(now)];
    const [from, to] = [middle(before), middle(now)];
    const view = targets.view();
    const factor = fromDistance > 0 ? toDistance / fromDistance : 1;
    const closer = zoomView(view, factor, pictureAt(view, from));
    targets.setView(panView(closer, { x: to.x - from.x, y: to.y - from.y }));
  }

  function drag(from: Point, to: Point) {
    const view = targets.view();
    if (view.zoom > 1) targets.setView(panView(view, { x: to.x - from.x, y: to.y - from.y }));
  }

  const point = (at: Point) => targets.point(pictureAt(targets.view(), at));

  function tap(touch: Touch) {
    const isSecond = lastTap !== null && isTapPair(lastTap, touch);
    lastTap = isSecond ? null : touch;
    if (!isSecond || isPointing) return;
    const view = targets.view();
    const around = pictureAt(view, touch.at);
    targets.setView(view.zoom > 1 ? wholeView : zoomView(view, doubleTapZoom, around));
  }

  return {
    setPointing(next) {
      if (isPointing && !next) targets.point(null);
      isPointing = next;
    },
    down(touch) {
      held.set(touch.pointerId, touch);
      startedAt = held.size === 1 ? touch : null;
      if (held.size === 1 && isPointing) point(touch.at);
    },
    move(touch) {
      const before = [...held.values()];
      const from = held.get(touch.pointerId);
      if (from !== undefined) held.set(touch.pointerId, touch);
      if (before.length === 2 && from !== undefined) return pinch(before, [...held.values()]);
      const isGuiding = touch.isMouse || from !== undefined;
      if (isPointing && isGuiding) return point(touch.at);
      if (from !== undefined) drag(from.at, touch.at);
    },
    up(touch) {
      held.delete(touch.pointerId);
      if (startedAt !== null && distance([startedAt, touch]) < tapStray) tap(touch);
      startedAt = null;
    },
    leave(touch) {
      held.delete(touch.pointerId);
      startedAt = null;
      if (touch.isMouse && isPointing) targets.point(null);
    },
    zoom(factor, around) {
      const view = targets.view();
      targets.setView(zoomView(view, factor, pictureAt(view, around)));
    },
  };
}

function isTapPair(first: Touch, second: Touch): boolean {
  return (
    second.timeStampMs - first.timeStampMs < doubleTapMs && distance([first, second]) < tapStray
  );
}

function distance([one, other]: readonly Touch[]): number {
  if (one === undefined || other === undefined) return 0;
  return Math.hypot(one.at.x - other.at.x, one.at.y - other.at.y);
}

function middle([one, other]: readonly Touch[]): Point {
  if (one === undefined || other === undefined) return { x: 0.5, y: 0.5 };
  return { x: (one.at.x + other.at.x) / 2, y: (one.at.y + other.at.y) / 2 };
}
