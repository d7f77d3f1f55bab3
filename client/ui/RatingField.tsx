import { useId } from "react";
import { text } from "#client/lib/text.ts";
import styles from "./RatingField.module.css";

const places = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

/** A place from 0 to 10, or not said: one radio group, so the arrow keys reach both ends. */
export function RatingField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}) {
  const name = useId();
  return (
    <fieldset className={styles["field"]}>
      <legend className={styles["legend"]}>{label}</legend>
      <div className={styles["places"]}>
        {places.map((place) => (
          <label key={place} className={styles["place"]}>
            <input
              type="radio"
              name={name}
              checked={value === place}
              onChange={() => onChange(place)}
            />
            <span>{place}</span>
          </label>
        ))}
        <label className={styles["place"]}>
          <input
            type="radio"
            name={name}
            checked={value === null}
            onChange={() => onChange(null)}
          />
          <span>{text("goals.notSaid")}</span>
        </label>
      </div>
    </fieldset>
  );
}
