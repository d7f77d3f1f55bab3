import { useState } from "react";
import { classNames } from "#client/lib/class-names.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { StatusChip } from "#client/ui/StatusChip.tsx";
import { useStudio, useStudioFilm } from "#client/features/studio/use-studio.ts";
import { removeDraft } from "#shared/studio/drafts.ts";
import type { DraftClip } from "#shared/studio/studio-film.ts";
import { draftName, secondsWords, stateWords, stretchWords } from "./draft-words.ts";
import { DraftRowButtons } from "./DraftRowButtons.tsx";
import styles from "./Drafts.module.css";
import { RemoveDraftDialog } from "./RemoveDraftDialog.tsx";
import { useMakingNews } from "./use-clip-making.ts";

/** One clip in the making: choose it, move it, remove it. */
export function DraftRow({ draft }: { readonly draft: DraftClip }) {
  const { document, chosen, choose } = useStudio();
  const { drafts } = useStudioFilm();
  const news = useMakingNews().get(draft.draftId);
  const [isAsking, setAsking] = useState(false);
  const { draftId, cut, plan } = draft;
  const name = draftName(draft, drafts);
  const isChosen = chosen?.draftId === draftId;
  const isUntouched = cut.state === "uncut" && draft.title === "" && draft.initiative === "";

  function remove() {
    setAsking(false);
    if (isChosen) choose(null);
    document.edit((film) => ({ ...film, drafts: removeDraft(film.drafts, draftId) }));
  }

  function askOrRemove() {
    if (isUntouched) remove();
    else setAsking(true);
  }

  return (
    <li className={classNames(styles["row"], isChosen && styles["isChosen"])}>
      <Button kind="quiet" wide aria-pressed={isChosen} onPress={() => choose(draftId)}>
        <span className={styles["rowWords"]}>
          <span className={styles["name"]}>{name}</span>
          <span className={styles["quiet"]}>
            {text("drafts.facts", {
              place: stretchWords(plan.stretch),
              seconds: secondsWords(plan.stretch),
            })}
          </span>
        </span>
      </Button>
      <div className={styles["rowFoot"]}>
        <StatusChip tone={cut.state === "cut" || cut.state === "sent" ? "good" : "calm"}>
          {stateWords(draft, news)}
        </StatusChip>
        <DraftRowButtons draft={draft} name={name} onRemove={askOrRemove} />
      </div>
      {isAsking && (
        <RemoveDraftDialog
          isSent={cut.state === "sent"}
          onClose={() => setAsking(false)}
          onRemove={remove}
        />
      )}
    </li>
  );
}
