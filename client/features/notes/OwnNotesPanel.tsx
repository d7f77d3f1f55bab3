import { text } from "#client/lib/text.ts";
import { TextField } from "#client/ui/TextField.tsx";
import { observationIdSchema } from "#shared/domain/ids.ts";
import styles from "./Notes.module.css";
import { noNote } from "./own-notes.ts";
import type { KeptNote } from "./own-notes.ts";
import { useOwnNotes } from "./use-own-notes.ts";

interface OwnNotesPanelProps {
  readonly reviewId: string;
  /** The moment that is open, with its time in the clip where that is known. */
  readonly moment: { readonly observationId: string; readonly time: string | null } | null;
}

/** The practitioner's own notes, on a moment and on the review; nobody else's screen has them. */
export function OwnNotesPanel({ reviewId, moment }: OwnNotesPanelProps) {
  const { all, write } = useOwnNotes(reviewId);
  return (
    <details className={styles["notes"]}>
      <summary>{text("notes.own")}</summary>
      {all === null ? (
        <p className={styles["quiet"]}>{text("notes.own.fetching")}</p>
      ) : (
        <div className={styles["own"]}>
          <p className={styles["quiet"]}>{text("notes.own.words")}</p>
          {moment !== null && (
            <OwnNoteField
              key={moment.observationId}
              label={
                moment.time === null
                  ? text("notes.own.momentPlain")
                  : text("notes.own.moment", { time: moment.time })
              }
              note={all[moment.observationId] ?? noNote}
              onWrite={(words) => write(observationIdSchema.parse(moment.observationId), words)}
            />
          )}
          <OwnNoteField
            label={text("notes.own.review")}
            note={all[""] ?? noNote}
            onWrite={(words) => write(null, words)}
          />
        </div>
      )}
    </details>
  );
}

interface OwnNoteFieldProps {
  readonly label: string;
  readonly note: KeptNote;
  readonly onWrite: (words: string) => void;
}

function OwnNoteField({ label, note, onWrite }: OwnNoteFieldProps) {
  return (
    <div>
      <TextField label={label} rows={2} maxLength={4_000} value={note.words} onChange={onWrite} />
      <output>
        {(note.words !== "" || note.state !== "saved") && text(`notes.own.${note.state}`)}
      </output>
    </div>
  );
}
