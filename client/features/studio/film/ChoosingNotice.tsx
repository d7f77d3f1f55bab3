import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import type { StudioFilm } from "#shared/studio/studio-film.ts";
import styles from "./Film.module.css";
import { filmName } from "./film-words.ts";
import type { Choosing } from "./use-films.ts";

/** What choosing a film has come to, and what to do about it. */
export function ChoosingNotice(props: {
  readonly choosing: Choosing;
  readonly onAsk: (film: StudioFilm) => void;
}) {
  const { choosing, onAsk } = props;
  switch (choosing.state) {
    case "resting":
      return null;
    case "opening": {
      const percent = Math.round(choosing.fraction * 100);
      return (
        <div className={styles["opening"]}>
          <output>{text("film.opening", { percent })}</output>
          <progress max={1} value={choosing.fraction} aria-label={text("film.title")} />
          <Button kind="quiet" onPress={choosing.stop}>
            {text("film.openingStop")}
          </Button>
        </div>
      );
    }
    case "refused":
      return (
        <Notice tone="attention" isAnnounced>
          <p>{text(`film.refused.${choosing.reason}`)}</p>
          <Button onPress={choosing.again}>{text("film.again")}</Button>
        </Notice>
      );
    case "away":
      return (
        <Notice tone="attention" isAnnounced title={filmName(choosing.film)}>
          <p>{text(`film.away.${choosing.reason}`, { name: filmName(choosing.film) })}</p>
          {choosing.reason === "ask" && (
            <Button onPress={() => onAsk(choosing.film)}>{text("film.ask")}</Button>
          )}
        </Notice>
      );
  }
}
