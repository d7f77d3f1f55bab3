import { useState } from "react";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { CheckField } from "#client/ui/CheckField.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import styles from "./Film.module.css";
import { ChoosingNotice } from "./ChoosingNotice.tsx";
import type { FilmParts } from "./film-parts.ts";
import { FilmTips } from "./FilmTips.tsx";
import { KeptFilms } from "./KeptFilms.tsx";
import { canComeBack } from "./pick-film.ts";
import { PickFilm } from "./PickFilm.tsx";
import { RecordFilm } from "./RecordFilm.tsx";
import { useFilms } from "./use-films.ts";
import type { OpenedStudioFilm } from "./use-films.ts";

/** Step 2: a film is chosen from this device, recorded here, or opened again. It is never sent anywhere. */
export function ChooseFilm(props: {
  readonly cycleId: string;
  readonly parts: FilmParts;
  /** A film that is opened again at once, when it is at hand; null: none. */
  readonly reopenId: string | null;
  readonly onOpened: (opened: OpenedStudioFilm) => void;
}) {
  const { cycleId, parts, reopenId, onOpened } = props;
  const [isRecording, setRecording] = useState(false);
  const [isCopied, setCopied] = useState(false);
  const { films, choosing, isCopyRefused, choose, open, remove, refresh } = useFilms(
    cycleId,
    parts,
    reopenId,
    onOpened,
  );

  if (isRecording) {
    return (
      <RecordFilm
        cycleId={cycleId}
        parts={parts}
        onOpen={(film) => {
          setRecording(false);
          void refresh();
          void open(film, false);
        }}
        onLeave={() => {
          setRecording(false);
          void refresh();
        }}
      />
    );
  }
  const isOpening = choosing.state === "opening";
  return (
    <section className={styles["choose"]} aria-labelledby="choose-film">
      <h2 id="choose-film">{text("film.title")}</h2>
      <p className={styles["stays"]}>{text("film.stays")}</p>
      <ChoosingNotice choosing={choosing} onAsk={(film) => void open(film, true)} />
      {isCopyRefused && <Notice isAnnounced>{text("film.copyNoRoom")}</Notice>}
      <div className={styles["buttons"]}>
        <PickFilm
          kind="primary"
          isPending={isOpening}
          onPicked={(file, handle) => void choose(file, handle, isCopied)}
        />
        <Button isPending={isOpening} onPress={() => setRecording(true)}>
          {text("film.record")}
        </Button>
      </div>
      {!canComeBack() && (
        <CheckField label={text("film.copy")} isChecked={isCopied} onChange={setCopied} />
      )}
      <KeptFilms
        films={films}
        isBusy={isOpening}
        onOpen={(film) => void open(film, false)}
        onRemove={(film) => void remove(film)}
      />
      <FilmTips />
    </section>
  );
}
