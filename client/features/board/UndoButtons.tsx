import { Redo2, Undo2 } from "lucide-react";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { useBoardRoom } from "./board-room.ts";
import styles from "./BoardPanel.module.css";
import { useUndo } from "./use-undo.ts";

/** Takes back this person's own last change anywhere on the board, and puts it back again. */
export function UndoButtons() {
  const { connection } = useBoardRoom();
  const { canUndo, canRedo, takeBack, putBack } = useUndo(connection.undo);
  return (
    <div className={styles["undo"]}>
      <Button kind="quiet" isDisabled={!canUndo} onPress={takeBack}>
        <Undo2 size={18} aria-hidden="true" />
        {text("board.undo")}
      </Button>
      {canRedo && (
        <Button kind="quiet" onPress={putBack}>
          <Redo2 size={18} aria-hidden="true" />
          {text("board.redo")}
        </Button>
      )}
    </div>
  );
}
