import { text } from "#client/lib/text.ts";
import type { ObservationContent } from "#shared/board/board-content.ts";
import { observationFields } from "#shared/board/board-doc.ts";
import styles from "./Signing.module.css";

/** Every moment of a signed board with all its words, in the order of the board. */
export function SignedMoments({
  observations,
  placeOf,
}: {
  readonly observations: readonly ObservationContent[];
  /** The clip and time of a moment; null when its clip is not kept any more. */
  readonly placeOf: (observationId: string) => string | null;
}) {
  return observations.map(({ observationId, words }, n) => (
    <section key={observationId} className={styles["part"]}>
      <h3>{placeOf(observationId) ?? text("ending.moment", { number: n + 1 })}</h3>
      {observationFields
        .filter((field) => words[field].trim() !== "")
        .map((field) => (
          <p key={field} className={styles["said"]}>
            <span className={styles["quiet"]}>{text(`signed.field.${field}`)}</span>
            {words[field]}
          </p>
        ))}
    </section>
  ));
}
