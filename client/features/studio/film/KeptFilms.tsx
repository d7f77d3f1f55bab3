import { useState } from "react";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Dialog } from "#client/ui/Dialog.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import type { StudioFilm } from "#shared/studio/studio-film.ts";
import styles from "./Film.module.css";
import { filmName, filmedOnWords } from "./film-words.ts";
import { isAllSent } from "./new-film.ts";

/** The films of this cycle on this device: open one again, or remove it. */
export function KeptFilms(props: {
  readonly films: readonly StudioFilm[];
  readonly isBusy: boolean;
  readonly onOpen: (film: StudioFilm) => void;
  readonly onRemove: (film: StudioFilm) => void;
}) {
  const { films, isBusy, onOpen, onRemove } = props;
  const [asked, setAsked] = useState<StudioFilm | null>(null);
  return (
    <section className={styles["kept"]} aria-labelledby="kept-films">
      <h3 id="kept-films">{text("film.here")}</h3>
      {films.length === 0 && <p className={styles["quiet"]}>{text("film.hereNone")}</p>}
      <ul className={styles["rows"]}>
        {films.map((film) => (
          <li key={film.filmId} className={styles["row"]}>
            <div className={styles["words"]}>
              <p className={styles["name"]}>{filmName(film)}</p>
              <p className={styles["quiet"]}>
                {text("film.facts", { day: filmedOnWords(film), clips: film.drafts.length })}
              </p>
              {isAllSent(film) && <Notice tone="good">{text("film.allSent")}</Notice>}
            </div>
            <div className={styles["buttons"]}>
              <Button
                isPending={isBusy}
                aria-label={text("film.openName", { name: filmName(film) })}
                onPress={() => onOpen(film)}
              >
                {text("film.open")}
              </Button>
              <Button
                kind="quiet"
                isPending={isBusy}
                aria-label={text("film.removeName", { name: filmName(film) })}
                onPress={() => setAsked(film)}
              >
                {text("film.remove")}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {asked !== null && (
        <Dialog
          title={text("film.removeTitle")}
          isOpen
          onClose={() => setAsked(null)}
          actions={
            <>
              <Button onPress={() => setAsked(null)}>{text("film.removeNo")}</Button>
              <Button
                kind="destructive"
                onPress={() => {
                  setAsked(null);
                  onRemove(asked);
                }}
              >
                {text("film.removeYes")}
              </Button>
            </>
          }
        >
          <p>
            {text(asked.place.kind === "recorded" ? "film.removeRecorded" : "film.removeChosen")}
          </p>
        </Dialog>
      )}
    </section>
  );
}
