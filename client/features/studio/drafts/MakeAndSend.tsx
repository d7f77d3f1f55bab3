import { text } from "#client/lib/text.ts";
import { Notice } from "#client/ui/Notice.tsx";
import { useStudio } from "#client/features/studio/use-studio.ts";
import { missingOf } from "#shared/studio/drafts.ts";
import type { DraftClip } from "#shared/studio/studio-film.ts";
import { stateWords, workingFraction } from "./draft-words.ts";
import styles from "./Drafts.module.css";
import { MakingButtons } from "./MakingButtons.tsx";
import { MakingNotice } from "./MakingNotice.tsx";
import { MissingList } from "./MissingList.tsx";
import { useMakingNews } from "./use-clip-making.ts";

/** Makes the chosen clip, shows what was made, and sends it; says what is still wanted before. */
export function MakeAndSend({ draft }: { readonly draft: DraftClip }) {
  const { journey } = useStudio();
  const news = useMakingNews().get(draft.draftId);
  const { state } = draft.cut;
  const fraction = workingFraction(draft, news);
  const missing = state === "uncut" || state === "cut" ? missingOf(draft, journey.people) : [];
  return (
    <div className={styles["make"]}>
      <MakingNotice news={news} journeyId={journey.journeyId} />
      {missing.length > 0 && <MissingList missing={missing} journey={journey} />}
      {state === "cut" && news === undefined && <Notice tone="good">{text("cut.done")}</Notice>}
      {fraction !== null && (
        <progress
          className={styles["bar"]}
          aria-label={stateWords(draft, news)}
          max={100}
          value={Math.floor(fraction * 100)}
        />
      )}
      {state === "uncut" && <p className={styles["quiet"]}>{text("drafts.makeHint")}</p>}
      {(fraction !== null || state === "sending") && (
        <p className={styles["quiet"]}>{stateWords(draft, news)}</p>
      )}
      <MakingButtons draft={draft} isReady={missing.length === 0} isWorking={fraction !== null} />
    </div>
  );
}
