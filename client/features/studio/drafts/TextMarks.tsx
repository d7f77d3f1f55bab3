import Crosshair from "lucide-react/icons/crosshair";
import Trash2 from "lucide-react/icons/trash-2";
import { useState } from "react";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { IconButton } from "#client/ui/IconButton.tsx";
import { TextField } from "#client/ui/TextField.tsx";
import { useStudio, useStudioFilm } from "#client/features/studio/use-studio.ts";
import type { Stretch } from "#shared/studio/cut-plan.ts";
import { isInStretch } from "#shared/studio/drafts.ts";
import { writePlaceMs } from "#shared/studio/selection.ts";
import type { TextMark } from "#shared/studio/studio-film.ts";
import styles from "./Drafts.module.css";
import { textMarkLimits, wordsOfMarks } from "./words-of-marks.ts";

/** Words that are read out when the clip comes to their place. */
export function TextMarks(props: {
  readonly marks: readonly TextMark[];
  readonly stretch: Stretch;
  readonly onChange: (marks: TextMark[]) => void;
}) {
  const { marks, stretch, onChange } = props;
  const { playhead, journey } = useStudio();
  const film = useStudioFilm();
  const [words, setWords] = useState("");
  const fromMarks = wordsOfMarks(film.marks, stretch, marks, journey);

  function add(...added: readonly TextMark[]) {
    const all = [...marks, ...added.slice(0, textMarkLimits.places - marks.length)];
    onChange(all.toSorted((one, other) => one.atMs - other.atMs));
  }

  function addWords() {
    if (words.trim() === "" || marks.length >= textMarkLimits.places) return;
    add({ atMs: playhead.placeMs(), text: words.trim() });
    setWords("");
  }

  return (
    <>
      <p className={styles["quiet"]}>{text("drafts.marksHint")}</p>
      <ul className={styles["marks"]}>
        {marks.map((mark, n) => {
          const place = writePlaceMs(mark.atMs);
          return (
            <li key={n} className={styles["mark"]}>
              <TextField
                label={text("drafts.mark", { place })}
                maxLength={textMarkLimits.letters}
                value={mark.text}
                {...(isInStretch(mark.atMs, stretch) ? {} : { hint: text("drafts.markOutside") })}
                onChange={(said) => onChange(marks.with(n, { ...mark, text: said }))}
              />
              <IconButton
                label={text("drafts.markGo", { place })}
                onPress={() => playhead.seek(mark.atMs)}
              >
                <Crosshair size={20} />
              </IconButton>
              <IconButton
                label={text("drafts.markRemove", { place })}
                onPress={() => onChange(marks.toSpliced(n, 1))}
              >
                <Trash2 size={20} />
              </IconButton>
            </li>
          );
        })}
      </ul>
      <TextField
        label={text("drafts.markNew")}
        maxLength={textMarkLimits.letters}
        value={words}
        onChange={setWords}
        onKeyDown={(event) => {
          if (event.key === "Enter") addWords();
        }}
      />
      <div className={styles["buttons"]}>
        <Button isDisabled={words.trim() === ""} onPress={addWords}>
          {text("drafts.markAdd")}
        </Button>
        {fromMarks.length > 0 && (
          <Button onPress={() => add(...fromMarks)}>{text("drafts.marksTake")}</Button>
        )}
      </div>
    </>
  );
}
