import { useState } from "react";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import type { DraftClip } from "#shared/studio/studio-film.ts";
import styles from "./Drafts.module.css";
import { LookAtClip } from "./LookAtClip.tsx";
import { useClipMaking } from "./use-clip-making.ts";

interface MakingButtonsProps {
  readonly draft: DraftClip;
  /** Nothing is wanted any more before it can be made or sent. */
  readonly isReady: boolean;
  /** It is being cut or goes up. */
  readonly isWorking: boolean;
}

/**
 * What can be done with the chosen clip now. What makes it becomes what shows it, so that the focus stays
 * and a second press does no harm.
 */
export function MakingButtons({ draft, isReady, isWorking }: MakingButtonsProps) {
  const { draftId, cut } = draft;
  const making = useClipMaking();
  const [isLooking, setLooking] = useState(false);
  if (cut.state === "sent") return null;
  const fileName = "fileName" in cut ? cut.fileName : null;
  return (
    <div className={styles["buttons"]}>
      <Button
        kind={fileName === null ? "primary" : "plain"}
        isDisabled={cut.state === "uncut" && !isReady}
        isPending={cut.state === "cutting"}
        onPress={() => (fileName === null ? making.make(draftId) : setLooking(true))}
      >
        {text(fileName === null ? "drafts.make" : "drafts.look")}
      </Button>
      {cut.state === "cutting" && (
        <Button onPress={() => making.cancel(draftId)}>{text("drafts.stop")}</Button>
      )}
      {fileName !== null && <SendButtons draft={draft} isReady={isReady} isWorking={isWorking} />}
      {isLooking && fileName !== null && (
        <LookAtClip fileName={fileName} onClose={() => setLooking(false)} />
      )}
    </div>
  );
}

function SendButtons({ draft, isReady, isWorking }: MakingButtonsProps) {
  const { draftId, cut } = draft;
  const making = useClipMaking();
  const isBegun = cut.state === "sending";
  return (
    <>
      <Button
        kind="primary"
        isDisabled={!isReady}
        isPending={isWorking}
        onPress={() => making.send(draftId)}
      >
        {text(isBegun && !isWorking ? "drafts.sendAgain" : "drafts.send")}
      </Button>
      {isBegun && (
        <Button onPress={() => making.stopSending(draftId)}>{text("drafts.stopSending")}</Button>
      )}
    </>
  );
}
