import Plus from "lucide-react/icons/plus";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { useStudio, useStudioFilm } from "#client/features/studio/use-studio.ts";
import { addDraft, roomInCycle } from "./draft-actions.ts";
import { DraftRow } from "./DraftRow.tsx";
import styles from "./Drafts.module.css";

/** The clips in the making of this film, in the order they are sent; one is chosen at a time. */
export function DraftList() {
  const studio = useStudio();
  const { drafts } = useStudioFilm();
  const room = roomInCycle(studio);
  return (
    <section className={styles["part"]} aria-labelledby="drafts-title">
      <h2 id="drafts-title" className={styles["heading"]}>
        {text("drafts.title")}
      </h2>
      {drafts.length === 0 && <p className={styles["quiet"]}>{text("drafts.none")}</p>}
      <ol className={styles["rows"]}>
        {drafts.map((draft) => (
          <DraftRow key={draft.draftId} draft={draft} />
        ))}
      </ol>
      {room !== "none" && (
        <div>
          <Button onPress={() => addDraft(studio)}>
            <Plus aria-hidden="true" size={20} />
            {text("drafts.new")}
          </Button>
        </div>
      )}
      {room !== "plenty" && (
        <p className={styles["quiet"]}>
          {text(room === "none" ? "drafts.full" : "drafts.past-soft-norm")}
        </p>
      )}
    </section>
  );
}
