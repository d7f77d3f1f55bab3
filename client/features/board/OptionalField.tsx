import { Plus } from "lucide-react";
import { useCallback, useId, useState } from "react";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import type { ObservationView } from "#shared/board/read-board.ts";
import { questionOf, starterOf, useBoardRoom } from "./board-room.ts";
import styles from "./ObservationCard.module.css";
import { SharedTextArea } from "./SharedTextArea.tsx";
import { useText } from "./use-board.ts";

interface OptionalFieldProps {
  readonly observation: ObservationView;
  readonly field: "meaning" | "feeling";
}

/** A question nobody has to answer: it comes when it is wanted, when it has words, or when the other is at it. */
export function OptionalField({ observation, field }: OptionalFieldProps) {
  const room = useBoardRoom();
  const [isOpen, setOpen] = useState(false);
  const [takesFocus, setTakesFocus] = useState(false);
  const handleFocusTaken = useCallback(() => setTakesFocus(false), []);
  const id = useId();
  const path = `observations/${observation.observationId}/${field}`;
  const words = useText(observation.texts[field]);
  const isNeeded = words !== "" || room.board.carets.some((caret) => caret.path === path);
  if (isNeeded && !isOpen) setOpen(true); // and stays, so that nothing goes from under anybody's hands

  function handleAdd() {
    setOpen(true);
    setTakesFocus(true);
  }

  if (isOpen) {
    return (
      <>
        <h3 id={id} className={styles["minor"]}>
          {questionOf(field, room)}
        </h3>
        <SharedTextArea
          text={observation.texts[field]}
          path={path}
          labelledBy={id}
          starter={starterOf(field, room)}
          takesFocus={takesFocus}
          onFocusTaken={handleFocusTaken}
        />
      </>
    );
  }
  if (!room.connection.canWrite) return null;
  return (
    <div>
      <Button kind="quiet" onPress={handleAdd}>
        <Plus size={18} aria-hidden="true" />
        {text(`board.add.${field}`)}
      </Button>
    </div>
  );
}
