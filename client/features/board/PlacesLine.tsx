import { text } from "#client/lib/text.ts";
import styles from "./GoalEntry.module.css";
import type { Places } from "./goals-room.ts";

const marks = ["baseline", "now", "hopedFor"] as const;
const xOf = (place: number) => 10 + place * 20;

/** A goal on its line from 0 to 10, as a picture and in words. */
export function PlacesLine({ places }: { readonly places: Places }) {
  const said = marks.filter((mark) => places[mark] !== null);
  if (said.length === 0) return <p className={styles["caption"]}>{text("focus.place.none")}</p>;
  return (
    <div className={styles["line"]}>
      <svg viewBox="0 0 220 24" aria-hidden="true" className={styles["svg"]}>
        <line x1={xOf(0)} x2={xOf(10)} y1={12} y2={12} />
        {said.map((mark) => (
          <circle key={mark} cx={xOf(places[mark] ?? 0)} cy={12} r={7} data-mark={mark} />
        ))}
      </svg>
      <p className={styles["caption"]}>
        {said.map((mark) => text(`focus.mark.${mark}`, { place: places[mark] ?? 0 })).join(" · ")}
      </p>
    </div>
  );
}
