import { useRef } from "react";
import type { KeyboardEvent, PointerEvent, ReactNode, RefObject } from "react";
import { text } from "#client/lib/text.ts";
import styles from "./DrawingDialog.module.css";
import { arrowAlong, middle, movedBy, placeAt, placesOf, ringAt } from "./still-strokes.ts";
import type { Place } from "./still-strokes.ts";
import type { StillDrawing } from "./use-still-drawing.ts";

/** What a hand on the picture draws. */
export type DrawingTool = "ring" | "arrow";

interface DrawingSurfaceProps {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly drawing: StillDrawing;
  readonly tool: DrawingTool;
  readonly children: ReactNode;
}

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
/** How far an arrow key moves a ring, in places; with Shift for the last bit. */
const [stride, smallStride] = [250, 50];
/** A hand's way is noted in steps of at least this many places. */
const grain = 30;

/** The picture under the hand: a pointer puts a ring or draws an arrow, the arrow keys move a ring. */
export function DrawingSurface({ ref, drawing, tool, children }: DrawingSurfaceProps) {
  const way = useRef<Place[]>([]);
  const { colour, pending, draw, keep } = drawing;

  function handleDown(event: PointerEvent<HTMLElement>) {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    way.current = [placeOf(event)];
    follow();
  }

  function handleMove(event: PointerEvent<HTMLElement>) {
    const last = way.current.at(-1);
    if (last === undefined) return;
    const place = placeOf(event);
    if (Math.hypot(place.x - last.x, place.y - last.y) < grain) return;
    way.current = tool === "ring" ? [place] : [...way.current, place];
    follow();
  }

  function handleUp() {
    const places = way.current;
    way.current = [];
    const [first] = places;
    if (first === undefined) return;
    draw(tool === "ring" ? ringAt(first, colour) : arrowAlong(places, colour), "let-go");
  }

  function follow() {
    const points = way.current.flatMap(({ x, y }) => [x, y]);
    const isBegun = tool === "ring" || way.current.length > 1;
    draw(isBegun ? { colour, points } : null, "held");
  }

  function moveRing([wayX, wayY]: readonly [number, number], step: number) {
    const ring = pending?.points.length === 2 ? placesOf(pending)[0] : undefined;
    // The first press puts the ring into the middle.
    const place = ring === undefined ? middle : movedBy(ring, wayX * step, wayY * step);
    draw(ringAt(place, colour), "let-go");
  }

  function handleKeyDown(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const direction = arrows[event.key];
    if (direction !== undefined) moveRing(direction, event.shiftKey ? smallStride : stride);
    else if (event.key === "Enter") keep();
    else if (event.key === "Delete" || event.key === "Backspace") draw(null, "let-go");
    else return;
    event.preventDefault();
  }

  const asTool = {
    tabIndex: 0,
    role: "application",
    "aria-label": text("still.surface"),
    onPointerDown: handleDown,
    onPointerMove: handleMove,
    onPointerUp: handleUp,
    onPointerCancel: handleUp,
    onKeyDown: handleKeyDown,
  };
  return (
    <div ref={ref} className={styles["surface"]} {...asTool}>
      {children}
    </div>
  );
}

function placeOf({ currentTarget, clientX, clientY }: PointerEvent<HTMLElement>): Place {
  const box = currentTarget.getBoundingClientRect();
  return placeAt((clientX - box.left) / box.width, (clientY - box.top) / box.height);
}
