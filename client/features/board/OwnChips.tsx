import { Star } from "lucide-react";
import { text } from "#client/lib/text.ts";
import type { ObservationView } from "#shared/board/read-board.ts";
import { useBoardRoom } from "./board-room.ts";
import styles from "./MomentMarks.module.css";

/** "Callum’s moment", for each of the others whose own moment this is. */
export function OwnChips({ observation }: { observation: ObservationView }) {
  const { me, people } = useBoardRoom();
  return observation.pinnedBy
    .filter((participantId) => participantId !== me)
    .map((participantId) => {
      const name = people.find((one) => one.participantId === participantId)?.name;
      return (
        <span key={participantId} className={styles["own"]}>
          <Star size={16} aria-hidden="true" fill="currentColor" />
          {name === undefined ? text("board.own.unnamed") : text("board.own.named", { name })}
        </span>
      );
    });
}
