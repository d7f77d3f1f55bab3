import { useCallback, useId, useState } from "react";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { boardLimits } from "#shared/board/board-doc.ts";
import { useBoardRoom } from "./board-room.ts";
import { SharedTextArea } from "./SharedTextArea.tsx";
import styles from "./AimList.module.css";

/** What both want more of: at most three, each a field of its own. Begun from a moment, or empty. */
export function AimList({ fromObservationId }: { fromObservationId: string | null }) {
  const { board, connection, onAddAim } = useBoardRoom();
  const [newAimId, setNewAimId] = useState<string | null>(null);
  const [notice, setNotice] = useState("");
  const listId = useId();
  const handleFocusTaken = useCallback(() => setNewAimId(null), []);
  const isFull = board.aims.length >= boardLimits.aims;

  async function handleAdd() {
    const aimId = await onAddAim(fromObservationId);
    setNewAimId(aimId);
    setNotice(aimId === null ? text("board.aims.notAdded") : "");
  }

  return (
    <div className={styles["aims"]}>
      {board.aims.length === 0 && connection.canWrite && (
        <p className={styles["words"]}>{text("board.aims.empty")}</p>
      )}
      <ol className={styles["list"]}>
        {board.aims.map((aim, n) => (
          <li key={aim.aimId}>
            <p id={`${listId}${aim.aimId}`} className={styles["words"]}>
              {text("board.ask.aim", { number: n + 1 })}
            </p>
            <SharedTextArea
              text={aim.text}
              path={`aims/${aim.aimId}/text`}
              labelledBy={`${listId}${aim.aimId}`}
              starter={text("board.start.aim")}
              takesFocus={newAimId === aim.aimId}
              onFocusTaken={handleFocusTaken}
            />
          </li>
        ))}
      </ol>
      {connection.canWrite && !isFull && (
        <Button onPress={() => void handleAdd()}>
          {text(fromObservationId === null ? "board.aims.addEmpty" : "board.aims.add")}
        </Button>
      )}
      <p className={styles["words"]}>
        {text(isFull ? "board.aims.full" : "board.aims.count", { count: board.aims.length })}
      </p>
      <output className={styles["words"]}>{notice}</output>
    </div>
  );
}
