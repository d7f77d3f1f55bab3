import Download from "lucide-react/icons/download";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { TextField } from "#client/ui/TextField.tsx";
import { useStudio, useStudioFilm } from "#client/features/studio/use-studio.ts";
import { marksAsCsv } from "#shared/studio/marks-csv.ts";
import { MarkList } from "./MarkList.tsx";
import styles from "./Marks.module.css";
import type { MarkKeys } from "./use-marks.ts";

/** Microanalysis: two lanes of marks, what answered what, and the guider's own notes. It stays on this device. */
export function MarkPanel({ keys }: { readonly keys: MarkKeys }) {
  const { document } = useStudio();
  const { marks, notes } = useStudioFilm();
  return (
    <section className={styles["panel"]} aria-labelledby="marks-title">
      <h2 id="marks-title" className={styles["heading"]}>
        {text("studio.marks.title")}
      </h2>
      <p className={styles["quiet"]}>{text("studio.marks.stay")}</p>
      <div className={styles["buttons"]}>
        <Button onPress={() => keys.add("child")}>{text("studio.marks.child")}</Button>
        <Button onPress={() => keys.add("adult")}>{text("studio.marks.adult")}</Button>
        {marks.length > 0 && (
          <Button kind="quiet" onPress={() => saveMarks(marksAsCsv(marks))}>
            <Download aria-hidden size={18} />
            {text("studio.marks.csv")}
          </Button>
        )}
      </div>
      <MarkList />
      <TextField
        label={text("studio.notes")}
        hint={text("studio.notesHint")}
        rows={3}
        maxLength={20_000}
        value={notes}
        onChange={(written) => document.edit((film) => ({ ...film, notes: written }))}
      />
    </section>
  );
}

/** Puts the marks into a file of the guider's. */
function saveMarks(csv: string): void {
  const address = URL.createObjectURL(new Blob([csv], { type: "text/csv" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = text("studio.marks.fileName");
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000); // the browser takes its time to begin
}
