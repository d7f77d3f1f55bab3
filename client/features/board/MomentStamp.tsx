import { clipTime } from "#client/lib/clip-time.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import type { ObservationView } from "#shared/board/read-board.ts";
import { useBoardRoom } from "./board-room.ts";
import { rangeTime } from "./moment-time.ts";
import styles from "./MomentStamp.module.css";

/** When in its clip a moment is, or from when to when, and who held it. Pressing it takes both to its start. */
export function MomentStamp({ observation }: { observation: ObservationView }) {
  const { people, positionMsOf, onVisit, connection } = useBoardRoom();
  const { anchor, endFrame } = observation;
  const name = people.find((one) => one.participantId === observation.heldBy)?.name;
  const positionMs = positionMsOf(anchor);
  const endMs = endFrame === null ? null : positionMsOf({ ...anchor, frame: endFrame });
  const heldBy = name === undefined ? null : text("board.moment.heldBy", { name });
  if (positionMs === null) {
    return <span className={styles["stamp"]}>{heldBy ?? text("board.moment.unplaced")}</span>;
  }
  const time = endMs === null ? clipTime(positionMs) : rangeTime(positionMs, endMs);
  if (!connection.canWrite) {
    return (
      <span className={styles["stamp"]}>
        <span className={styles["time"]}>{time}</span>
        {heldBy}
      </span>
    );
  }
  return (
    <span className={styles["stamp"]}>
      <Button
        aria-label={
          name === undefined
            ? text("board.moment.visitUnnamed", { time })
            : text("board.moment.visit", { time, name })
        }
        onPress={() => onVisit(observation.observationId)}
      >
        <span className={styles["time"]}>{time}</span>
      </Button>
      {heldBy !== null && <span className={styles["by"]}>{heldBy}</span>}
    </span>
  );
}
