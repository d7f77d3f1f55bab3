import { text } from "#client/lib/text.ts";
import styles from "./Film.module.css";

const tips = ["both", "light", "still", "ten", "agreed"] as const;

/** What makes a film easy to look at together. */
export function FilmTips() {
  return (
    <section className={styles["tips"]} aria-labelledby="film-tips">
      <h3 id="film-tips">{text("film.tips")}</h3>
      <ul>
        {tips.map((tip) => (
          <li key={tip}>{text(`film.tip.${tip}`)}</li>
        ))}
      </ul>
    </section>
  );
}
