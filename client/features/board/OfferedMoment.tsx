import { clipTime } from "#client/lib/clip-time.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import type { ObservationView } from "#shared/board/read-board.ts";
import { useBoardRoom } from "./board-room.ts";
import styles from "./BoardPanel.module.css";

interface OfferedMomentProps {
  readonly observation: ObservationView | null;
  readonly onShow: (observationId: string) => void;
  readonly onStay: () => void;
}

/** The room has gone to another moment while this person was writing: one press goes there too. */
export function OfferedMoment({ observation, onShow, onStay }: OfferedMomentProps) {
  const { positionMsOf, people } = useBoardRoom();
  if (observation === null) return null;
  const positionMs = positionMsOf(observation.anchor);
  const time = positionMs === null ? "" : clipTime(positionMs);
  const name = people.find((one) => one.participantId === observation.heldBy)?.name;
  return (
    <div className={styles["offer"]}>
      <p>
        {name === undefined
          ? text("board.moment.elsewhereUnnamed", { time })
          : text("board.moment.elsewhere", { name, time })}
      </p>
      <Button onPress={() => onShow(observation.observationId)}>{text("board.moment.show")}</Button>
      <Button kind="quiet" onPress={onStay}>
        {text("board.moment.stay")}
      </Button>
    </div>
  );
}
