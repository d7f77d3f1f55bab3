import { useId } from "react";
import { text } from "#client/lib/text.ts";
import type { OwnSummary } from "#shared/protocol/summary-routes.ts";
import styles from "./Summary.module.css";

/** The summary as whoever has a link reads it. */
export function Preview({ own }: { readonly own: OwnSummary }) {
  const { intro, lines, closing } = own.summary;
  const id = useId();
  return (
    <section className={styles["part"]} aria-labelledby={id}>
      <h2 id={id}>{text("summary.preview")}</h2>
      <div className={styles["preview"]}>
        <p className={styles["quiet"]}>{text("summary.previewFor")}</p>
        <p className={styles["name"]}>{own.practitionerName}</p>
        {intro !== "" && <p className={styles["words"]}>{intro}</p>}
        {lines.length === 0 ? (
          <p className={styles["quiet"]}>{text("summary.count", { count: 0 })}</p>
        ) : (
          <ul className={styles["previewLines"]}>
            {lines.map(({ lineId, text: line }) => (
              <li key={lineId}>{line}</li>
            ))}
          </ul>
        )}
        {closing !== "" && <p className={styles["words"]}>{closing}</p>}
      </div>
    </section>
  );
}
