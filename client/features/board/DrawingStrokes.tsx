import { classNames } from "#client/lib/class-names.ts";
import type { Stroke } from "#shared/board/board-doc.ts";
import styles from "./DrawingStrokes.module.css";
import { strokePath } from "./still-strokes.ts";
import type { PictureSize } from "./still-strokes.ts";

interface DrawingStrokesProps {
  readonly size: PictureSize;
  readonly strokes: readonly Stroke[];
  /** Drawn but not kept: it fades. */
  readonly pending: Stroke | null;
}

/** Rings and arrows over a picture, each in its drawer's colour and pattern. */
export function DrawingStrokes({ size, strokes, pending }: DrawingStrokesProps) {
  const { width, height } = size;
  return (
    <svg className={styles["strokes"]} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {strokes.map((stroke, n) => (
        <Mark key={n} stroke={stroke} size={size} />
      ))}
      {pending !== null && (
        <g key={pending.points.join()} className={styles["fading"]}>
          <Mark stroke={pending} size={size} />
        </g>
      )}
    </svg>
  );
}

function Mark({ stroke, size }: { readonly stroke: Stroke; readonly size: PictureSize }) {
  const path = strokePath(stroke, size);
  return (
    <g className={styles[`colour${stroke.colour}`]} data-stroke={stroke.points.join(" ")}>
      <path className={classNames(styles["casing"])} d={path} />
      <path className={classNames(styles["ink"])} d={path} />
    </g>
  );
}
