import { Star } from "lucide-react";
import { useState } from "react";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import type { ObservationView } from "#shared/board/read-board.ts";
import { useBoardRoom } from "./board-room.ts";
import styles from "./MomentMarks.module.css";

/** Makes this moment one's own, the only one of theirs on the board, or lets go of it. */
export function OwnMoment({ observation }: { observation: ObservationView }) {
  const { me, onPin } = useBoardRoom();
  const [isRefused, setRefused] = useState(false);
  const isMine = observation.pinnedBy.includes(me);

  async function handlePress() {
    const isKept = await onPin(observation.observationId, !isMine);
    setRefused(!isKept);
  }

  return (
    <>
      <Button kind="quiet" aria-pressed={isMine} onPress={() => void handlePress()}>
        <Star size={18} aria-hidden="true" fill={isMine ? "currentColor" : "none"} />
        {text("board.own.mine")}
      </Button>
      <output className={styles["notice"]}>{isRefused && text("board.own.notKept")}</output>
    </>
  );
}
