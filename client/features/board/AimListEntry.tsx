import { useId } from "react";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import type { AimView } from "#shared/board/read-board.ts";
import styles from "./AimList.module.css";
import { useBoardRoom } from "./board-room.ts";
import { SharedTextArea } from "./SharedTextArea.tsx";

interface AimListEntryProps {
  readonly aim: AimView;
  /** Its place in the list, from 1. */
  readonly number: number;
  readonly takesFocus: boolean;
  readonly onFocusTaken: () => void;
  readonly onRemove: () => void;
}

/** One aim: what to do more of, where and when. Either may take it away. */
export function AimListEntry(props: AimListEntryProps) {
  const { aim, number, takesFocus, onFocusTaken, onRemove } = props;
  const { connection } = useBoardRoom();
  const id = useId();
  return (
    <li className={styles["entry"]}>
      <p id={`${id}text`} className={styles["words"]}>
        {text("board.ask.aim", { number })}
      </p>
      <SharedTextArea
        text={aim.text}
        path={`aims/${aim.aimId}/text`}
        labelledBy={`${id}text`}
        starter={text("board.start.aim")}
        takesFocus={takesFocus}
        onFocusTaken={onFocusTaken}
      />
      <p id={`${id}whereWhen`} className={styles["words"]}>
        {text("aims.whereWhen", { number })}
      </p>
      <SharedTextArea
        text={aim.whereWhen}
        path={`aims/${aim.aimId}/whereWhen`}
        labelledBy={`${id}whereWhen`}
        starter={text("aims.whereWhenStart")}
      />
      {connection.canWrite && (
        <div>
          <Button kind="quiet" aria-label={text("aims.removeNamed", { number })} onPress={onRemove}>
            {text("aims.remove")}
          </Button>
        </div>
      )}
    </li>
  );
}
