import { text } from "#client/lib/text.ts";
import type { KeptAim } from "#shared/domain/journey.ts";
import styles from "./Journey.module.css";

interface CycleAimsProps {
  readonly aims: readonly KeptAim[];
  readonly practitionerName: string;
}

/** What the practitioner will do more of, where and when, and how it went. Nothing before there are any. */
export function CycleAims({ aims, practitionerName }: CycleAimsProps) {
  if (aims.length === 0) return null;
  return (
    <>
      <h3>{text("cycle.aims", { practitioner: practitionerName })}</h3>
      <ul className={styles["aims"]}>
        {aims.map((aim, place) => (
          <li key={place}>
            {aim.text}
            {aim.whereWhen !== "" && (
              <p className={styles["quiet"]}>
                {text("ending.whereWhen", { words: aim.whereWhen })}
              </p>
            )}
            {aim.howDidItGo !== "" && (
              <p className={styles["quiet"]}>{text("aims.went", { words: aim.howDidItGo })}</p>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
