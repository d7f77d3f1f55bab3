import { text } from "#client/lib/text.ts";
import type { KeptAim } from "#shared/domain/journey.ts";
import styles from "./KeptAims.module.css";

interface KeptAimsProps {
  readonly aims: readonly KeptAim[];
  readonly name: string;
}

/** What the practitioner will do more of, where and when, and how it went. */
export function KeptAims({ aims, name }: KeptAimsProps) {
  return (
    <ul className={styles["aims"]} aria-label={name}>
      {aims.map((aim, place) => (
        <li key={place}>
          {aim.text}
          {aim.whereWhen !== "" && (
            <p className={styles["quiet"]}>{text("ending.whereWhen", { words: aim.whereWhen })}</p>
          )}
          {aim.howDidItGo !== "" && (
            <p className={styles["quiet"]}>{text("aims.went", { words: aim.howDidItGo })}</p>
          )}
        </li>
      ))}
    </ul>
  );
}
