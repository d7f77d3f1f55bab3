import X from "lucide-react/icons/x";
import { useMemo } from "react";
import { modalityChoices } from "#client/lib/modality-words.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { IconButton } from "#client/ui/IconButton.tsx";
import { SelectField } from "#client/ui/SelectField.tsx";
import { TextField } from "#client/ui/TextField.tsx";
import { useStudio, useStudioFilm } from "#client/features/studio/use-studio.ts";
import { inOrder, pairsOf } from "#shared/studio/marks.ts";
import type { FilmMark } from "#shared/studio/film-mark.ts";
import { writePlaceMs } from "#shared/studio/selection.ts";
import { principleChoices, secondsBetween, sumWords } from "./mark-words.ts";
import { withChangedMark, withoutMark } from "./mark-edits.ts";
import styles from "./Marks.module.css";

/** All marks in the order of the film: go there, say what was seen, take away; with answers and turns. */
export function MarkList() {
  const { marks } = useStudioFilm();
  const answered = useMemo(
    () => new Map(pairsOf(marks).map(({ initiative, afterMs }) => [initiative.markId, afterMs])),
    [marks],
  );
  if (marks.length === 0) return <p className={styles["quiet"]}>{text("studio.marks.none")}</p>;
  return (
    <>
      {sumWords(marks).map((words) => (
        <p key={words} className={styles["quiet"]}>
          {words}
        </p>
      ))}
      <ol className={styles["list"]}>
        {inOrder(marks).map((mark) => (
          <MarkRow key={mark.markId} mark={mark} answeredMs={answered.get(mark.markId) ?? null} />
        ))}
      </ol>
    </>
  );
}

function MarkRow({
  mark,
  answeredMs,
}: {
  readonly mark: FilmMark;
  readonly answeredMs: number | null;
}) {
  const { document, playhead } = useStudio();
  const place = writePlaceMs(mark.atMs);
  const change = (changed: FilmMark) =>
    document.edit((film) => withChangedMark(film, mark.markId, () => changed));

  return (
    <li className={styles["mark"]} data-lane={mark.lane}>
      <Button
        kind="quiet"
        aria-label={text("studio.marks.goTo", { place })}
        onPress={() => playhead.seek(mark.atMs)}
      >
        {place}
      </Button>
      <span className={styles["lane"]}>{text(`studio.lane.${mark.lane}`)}</span>
      <IconButton
        label={text("studio.marks.remove", { place })}
        onPress={() => document.edit((film) => withoutMark(film, mark.markId))}
      >
        <X size={20} />
      </IconButton>
      <div className={styles["kind"]}>
        {mark.lane === "child" ? (
          <SelectField
            label={text("studio.marks.form", { place })}
            isLabelHidden
            value={mark.modality ?? ""}
            options={modalityChoices()}
            onChange={(modality) =>
              change({ ...mark, modality: modality === "" ? null : modality })
            }
          />
        ) : (
          <SelectField
            label={text("studio.marks.principle", { place })}
            isLabelHidden
            value={mark.principleId ?? ""}
            options={principleChoices()}
            onChange={(principleId) =>
              change({ ...mark, principleId: principleId === "" ? null : principleId })
            }
          />
        )}
        <TextField
          aria-label={text("studio.marks.seen", { place })}
          label=""
          placeholder={text("studio.marks.seenHint")}
          maxLength={200}
          value={mark.seen}
          onChange={(seen) => change({ ...mark, seen })}
        />
      </div>
      {answeredMs !== null && (
        <p className={styles["answered"]}>
          {text("studio.marks.answered", { seconds: secondsBetween(answeredMs) })}
        </p>
      )}
    </li>
  );
}
