import Trash2 from "lucide-react/icons/trash-2";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { IconButton } from "#client/ui/IconButton.tsx";
import { TextField } from "#client/ui/TextField.tsx";
import { writePlaceMs } from "#shared/studio/selection.ts";
import { placeOf } from "./clip-form.ts";
import type { TypedMark } from "./clip-form.ts";
import styles from "./ClipMarksField.module.css";

/** The most places of a clip that can be described. */
const marksAtMost = 60;

/** What can be seen at places of the clip, in words: read out in the room to who asks for it. */
export function ClipMarksField(props: {
  readonly marks: readonly TypedMark[];
  readonly durationMs: number;
  readonly positionMs: () => number;
  readonly onChange: (marks: TypedMark[]) => void;
}) {
  const { marks, durationMs, positionMs, onChange } = props;

  function change(key: string, changes: Partial<TypedMark>) {
    onChange(marks.map((mark) => (mark.key === key ? { ...mark, ...changes } : mark)));
  }

  function add() {
    const place = writePlaceMs(Math.min(positionMs(), durationMs));
    onChange([...marks, { key: crypto.randomUUID(), place, words: "" }]);
  }

  return (
    <fieldset className={styles["field"]}>
      <legend className={styles["legend"]}>{text("clip.marks")}</legend>
      <p className={styles["hint"]}>{text("clip.marksHint")}</p>
      <ol className={styles["rows"]}>
        {marks.map((mark, index) => (
          <li key={mark.key} className={styles["row"]}>
            <TextField
              label={text("clip.markPlace", { number: index + 1 })}
              inputMode="decimal"
              maxLength={12}
              value={mark.place}
              onChange={(place) => change(mark.key, { place })}
              error={placeOf(mark, durationMs) === null ? text("clip.markOutside") : ""}
            />
            <TextField
              label={text("clip.markWords", { number: index + 1 })}
              maxLength={200}
              value={mark.words}
              onChange={(words) => change(mark.key, { words })}
            />
            <IconButton
              label={text("clip.markRemove", { number: index + 1 })}
              onPress={() => onChange(marks.filter(({ key }) => key !== mark.key))}
            >
              <Trash2 size={20} />
            </IconButton>
          </li>
        ))}
      </ol>
      {marks.length < marksAtMost && (
        <div>
          <Button onPress={add}>{text("clip.markAdd")}</Button>
        </div>
      )}
    </fieldset>
  );
}
