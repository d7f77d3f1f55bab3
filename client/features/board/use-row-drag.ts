import { useEffect, useRef, useState } from "react";
import type { PointerEvent } from "react";

/** A row on its way: from which place, and to which. */
interface Drag {
  readonly rowId: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Rows of a list moved by pointer: `list` goes on the list, `handleOf` on each row's handle. Escape lets the
 * row go back. Keys and buttons do the same elsewhere: a drag is never the only way.
 */
export function useRowDrag(onDrop: (rowId: string, to: number) => void) {
  const list = useRef<HTMLOListElement>(null);
  const [drag, setDrag] = useState<Drag | null>(null);
  const isDragging = drag !== null;

  useEffect(() => {
    if (!isDragging) return undefined;
    const handleKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      setDrag(null);
    };
    document.addEventListener("keydown", handleKey, true);
    return () => document.removeEventListener("keydown", handleKey, true);
  }, [isDragging]);

  function placeAt(clientY: number, from: number): number {
    const rows = [...(list.current?.children ?? [])];
    const passed = rows.filter((row) => {
      const { top, height } = row.getBoundingClientRect();
      return clientY > top + height / 2;
    }).length;
    const to = passed > from ? passed - 1 : passed;
    rows[to]?.scrollIntoView({ block: "nearest" });
    return to;
  }

  const handleOf = (rowId: string, place: number) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      event.preventDefault(); // no words are selected on the way
      event.currentTarget.setPointerCapture(event.pointerId);
      setDrag({ rowId, from: place, to: place });
    },
    onPointerMove: ({ clientY }: PointerEvent<HTMLElement>) => {
      if (drag?.rowId !== rowId) return;
      const to = placeAt(clientY, drag.from);
      if (to !== drag.to) setDrag({ ...drag, to });
    },
    onPointerUp: () => {
      if (drag?.rowId !== rowId) return;
      setDrag(null);
      if (drag.to !== drag.from) onDrop(rowId, drag.to);
    },
    onPointerCancel: () => setDrag(null),
  });

  return { list, handleOf, markOf: (place: number) => markOf(drag, place) };
}

/** What the handle of a row listens to. */
export type RowHandle = ReturnType<ReturnType<typeof useRowDrag>["handleOf"]>;

/** How a row looks while one is dragged: on its way itself, or with the gap before or after it. */
export type RowMark = "dragged" | "before" | "after" | null;

function markOf(drag: Drag | null, place: number): RowMark {
  if (drag === null) return null;
  if (place === drag.from) return "dragged";
  if (place !== drag.to) return null;
  return drag.to > drag.from ? "after" : "before";
}
