import { Button } from "#client/ui/Button.tsx";
import type { GateWords } from "./gate-words.ts";
import styles from "./Stage.module.css";

/** What the notice says, and what its button does. */
export interface WaitingNoticeProps {
  readonly words: GateWords;
  readonly onGoOn: () => void;
}

/** Names whose picture is awaited. It goes by itself; after a while there is a button that goes on without them. */
export function WaitingNotice({ words, onGoOn }: WaitingNoticeProps) {
  return (
    <div className={styles["waiting"]}>
      <p>
        <strong>{words.words}</strong> <span className={styles["detail"]}>{words.detail}</span>
      </p>
      {words.goOn !== null && (
        <Button kind="primary" onStage onPress={onGoOn}>
          {words.goOn}
        </Button>
      )}
    </div>
  );
}
