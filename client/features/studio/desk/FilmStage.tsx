import { useLayoutEffect, useRef } from "react";
import type { ReactNode } from "react";
import { text } from "#client/lib/text.ts";
import { useStudio } from "#client/features/studio/use-studio.ts";
import type { Desk } from "./open-desk.ts";
import styles from "./Desk.module.css";

/** The film's picture, as large as there is room; `overlay` lies exactly over it. */
export function FilmStage(props: {
  readonly desk: Pick<Desk, "canvas" | "video">;
  readonly overlay: ReactNode;
}) {
  const { canvas, video } = props.desk;
  const { details } = useStudio().film;
  const placeRef = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    placeRef.current?.replaceChildren(video, canvas);
  }, [canvas, video]);
  return (
    <div className={styles["watch"]}>
      <div
        className={styles["stage"]}
        style={{ "--film-ratio": details.width / details.height }}
        role="group"
        aria-label={text("studio.film")}
      >
        <div ref={placeRef} className={styles["picture"]} aria-hidden="true" />
        {props.overlay}
      </div>
    </div>
  );
}
