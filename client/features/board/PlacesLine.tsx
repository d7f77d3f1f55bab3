import { placesInOrder, placeWords } from "#client/lib/goal-places.ts";
import type { Places } from "#client/lib/goal-places.ts";
import { text } from "#client/lib/text.ts";
import styles from "./GoalEntry.module.css";

const xOf = (place: number) => 10 + place * 20;

/** A goal on its line from 0 to 10, as a picture and in words. */
export function PlacesLine({ places }: { readonly places: Places }) {
  const words = placeWords(places);
  if (words === "") return <p className={styles["caption"]}>{text("focus.place.none")}</p>;
  return (
    <div className={styles["line"]}>
      <svg viewBox="0 0 220 24" aria-hidden="true" className={styles["svg"]}>
        <line x1={xOf(0)} x2={xOf(10)} y1={12} y2={12} />
        {placesInOrder.map((which) => {
          const place = places[which];
          if (place === null) return null;
          return <circle key={which} cx={xOf(place)} cy={12} r={7} data-mark={which} />;
        })}
      </svg>
      <p className={styles["caption"]}>{words}</p>
    </div>
  );
}
