import { useCallback, useRef, useState } from "react";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { boardLimits } from "#shared/board/board-doc.ts";
import { AimListEntry } from "./AimListEntry.tsx";
import styles from "./AimList.module.css";
import { useBoardRoom } from "./board-room.ts";

/** What both want more of: at most three, each with where and when. Begun from a moment, or empty. */
export function AimList({ fromObservationId }: { fromObservationId: string | null }) {
  const { board, connection, onAddAim, onRemoveAim } = useBoardRoom();
  const [newAimId, setNewAimId] = useState<string | null>(null);
  const [notice, setNotice] = useState("");
  const place = useRef<HTMLDivElement>(null);
  const handleFocusTaken = useCallback(() => setNewAimId(null), []);
  const isFull = board.aims.length >= boardLimits.aims;

  async function handleAdd() {
    const aimId = await onAddAim(fromObservationId);
    setNewAimId(aimId);
    setNotice(aimId === null ? text("board.aims.notAdded") : "");
  }

  async function handleRemove(aimId: string) {
    const isGone = await onRemoveAim(aimId);
    setNotice(text(isGone ? "aims.removed" : "aims.notRemoved"));
    if (isGone) place.current?.focus(); // its button is gone with it
  }

  return (
    <div ref={place} tabIndex={-1} className={styles["aims"]}>
      {board.aims.length === 0 && connection.canWrite && (
        <p className={styles["words"]}>{text("board.aims.empty")}</p>
      )}
      <ol className={styles["list"]}>
        {board.aims.map((aim, n) => (
          <AimListEntry
            key={aim.aimId}
            aim={aim}
            number={n + 1}
            takesFocus={newAimId === aim.aimId}
            onFocusTaken={handleFocusTaken}
            onRemove={() => void handleRemove(aim.aimId)}
          />
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
