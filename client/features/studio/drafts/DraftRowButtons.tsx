import ArrowDown from "lucide-react/icons/arrow-down";
import ArrowUp from "lucide-react/icons/arrow-up";
import Trash2 from "lucide-react/icons/trash-2";
import { text } from "#client/lib/text.ts";
import { IconButton } from "#client/ui/IconButton.tsx";
import { useStudio, useStudioFilm } from "#client/features/studio/use-studio.ts";
import { moveDraft } from "#shared/studio/drafts.ts";
import type { DraftClip } from "#shared/studio/studio-film.ts";
import styles from "./Drafts.module.css";
import { useMakingNews } from "./use-clip-making.ts";

/** Moves a clip in the list, or removes it; not while it goes up. */
export function DraftRowButtons(props: {
  readonly draft: DraftClip;
  readonly name: string;
  readonly onRemove: () => void;
}) {
  const { draft, name, onRemove } = props;
  const { draftId, cut } = draft;
  const { document } = useStudio();
  const { drafts } = useStudioFilm();
  const news = useMakingNews().get(draftId);

  const move = (places: -1 | 1) => () =>
    document.edit((film) => ({ ...film, drafts: moveDraft(film.drafts, draftId, places) }));

  return (
    <div className={styles["rowButtons"]}>
      {drafts.length > 1 && (
        <>
          <IconButton
            label={text("drafts.up", { name })}
            isDisabled={drafts[0]?.draftId === draftId}
            onPress={move(-1)}
          >
            <ArrowUp size={20} />
          </IconButton>
          <IconButton
            label={text("drafts.down", { name })}
            isDisabled={drafts.at(-1)?.draftId === draftId}
            onPress={move(1)}
          >
            <ArrowDown size={20} />
          </IconButton>
        </>
      )}
      <IconButton
        label={text("drafts.remove", { name })}
        isDisabled={news?.kind === "going-up" || cut.state === "sending"}
        onPress={onRemove}
      >
        <Trash2 size={20} />
      </IconButton>
    </div>
  );
}
