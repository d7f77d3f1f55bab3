import { useSyncExternalStore } from "react";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import { useStudio, useStudioFilm } from "#client/features/studio/use-studio.ts";
import { isOnServer } from "#shared/studio/drafts.ts";
import { isLongStretch } from "#shared/studio/selection.ts";
import { playDraft, setDraftEnd } from "./draft-actions.ts";
import { draftName, secondsWords } from "./draft-words.ts";
import { DraftEndFields } from "./DraftEndFields.tsx";
import styles from "./Drafts.module.css";
import { refusedEnd } from "./refused-end.ts";

/** Where the chosen clip starts and ends: by the picture shown, or typed. No drag is needed. */
export function DraftEnds() {
  const studio = useStudio();
  const { drafts } = useStudioFilm();
  const refused = useSyncExternalStore(refusedEnd.subscribe, refusedEnd.current);
  const { chosen } = studio;
  const isFixed = chosen !== null && isOnServer(chosen);
  const buttons = (
    <div className={styles["buttons"]}>
      <Button isDisabled={isFixed} onPress={() => setDraftEnd(studio, "start")}>
        {text("drafts.startHere")}
      </Button>
      <Button isDisabled={isFixed} onPress={() => setDraftEnd(studio, "end")}>
        {text("drafts.endHere")}
      </Button>
      <Button isDisabled={chosen === null} onPress={() => playDraft(studio)}>
        {text("drafts.play")}
      </Button>
    </div>
  );
  if (chosen === null) return <div className={styles["part"]}>{buttons}</div>;

  const { stretch } = chosen.plan;
  const seconds = secondsWords(stretch);
  return (
    <section
      className={styles["part"]}
      aria-label={text("drafts.ends", { name: draftName(chosen, drafts) })}
    >
      {buttons}
      <div className={styles["ends"]}>
        <DraftEndFields key={`start ${chosen.draftId}`} draft={chosen} end="start" />
        <DraftEndFields key={`end ${chosen.draftId}`} draft={chosen} end="end" />
      </div>
      <output className={styles["quiet"]}>
        {text(isLongStretch(stretch) ? "drafts.long" : "drafts.length", { seconds })}
      </output>
      {refused?.draftId === chosen.draftId && (
        <Notice tone="attention" isAnnounced>
          {text(`drafts.refused.${refused.reason}`)}
        </Notice>
      )}
    </section>
  );
}
