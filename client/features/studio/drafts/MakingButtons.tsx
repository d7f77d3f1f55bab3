import { useState } from "react";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { assertNever } from "#shared/lib/result.ts";
import type { DraftClip } from "#shared/studio/studio-film.ts";
import styles from "./Drafts.module.css";
import { LookAtClip } from "./LookAtClip.tsx";
import { useClipMaking } from "./use-clip-making.ts";

/** What can be done with the chosen clip now. */
export function MakingButtons(props: {
  readonly draft: DraftClip;
  /** Nothing is wanted any more before it can be made or sent. */
  readonly isReady: boolean;
  /** It is being cut or goes up. */
  readonly isWorking: boolean;
}) {
  const { isReady, isWorking } = props;
  const { draftId, cut } = props.draft;
  const making = useClipMaking();
  switch (cut.state) {
    case "uncut":
      return (
        <div className={styles["buttons"]}>
          <Button kind="primary" isDisabled={!isReady} onPress={() => making.make(draftId)}>
            {text("drafts.make")}
          </Button>
        </div>
      );
    case "cutting":
      return (
        <div className={styles["buttons"]}>
          <Button onPress={() => making.cancel(draftId)}>{text("drafts.stop")}</Button>
        </div>
      );
    case "cut":
      return (
        <div className={styles["buttons"]}>
          <LookButton fileName={cut.fileName} />
          <Button
            kind="primary"
            isDisabled={!isReady}
            isPending={isWorking}
            onPress={() => making.send(draftId)}
          >
            {text("drafts.send")}
          </Button>
        </div>
      );
    case "sending":
      return (
        <div className={styles["buttons"]}>
          <LookButton fileName={cut.fileName} />
          <Button onPress={() => making.stopSending(draftId)}>{text("drafts.stopSending")}</Button>
          {!isWorking && (
            <Button kind="primary" onPress={() => making.send(draftId)}>
              {text("drafts.sendAgain")}
            </Button>
          )}
        </div>
      );
    case "sent":
      return null;
    default:
      return assertNever(cut);
  }
}

function LookButton({ fileName }: { readonly fileName: string }) {
  const [isLooking, setLooking] = useState(false);
  return (
    <>
      <Button onPress={() => setLooking(true)}>{text("drafts.look")}</Button>
      {isLooking && <LookAtClip fileName={fileName} onClose={() => setLooking(false)} />}
    </>
  );
}
