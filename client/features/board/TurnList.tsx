import { X } from "lucide-react";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { IconButton } from "#client/ui/IconButton.tsx";
import type { ObservationView } from "#shared/board/read-board.ts";
import { useBoardRoom } from "./board-room.ts";
import { preciseTime } from "./moment-time.ts";
import styles from "./MomentMarks.module.css";

interface TurnListProps {
  readonly observation: ObservationView;
  readonly onTake: (frame: number) => void;
}

/** Where each turn begins, in order; both go there with one press. How many there are says nothing about anybody. */
export function TurnList({ observation, onTake }: TurnListProps) {
  const { connection, positionMsOf, onVisitPlace } = useBoardRoom();
  const { anchor, turnFrames } = observation;
  if (turnFrames.length === 0) return null;
  return (
    <ol className={styles["turns"]} aria-label={text("board.turns.name")}>
      {turnFrames.map((frame, n) => {
        const place = { ...anchor, frame };
        const positionMs = positionMsOf(place);
        const time = positionMs === null ? "" : preciseTime(positionMs);
        const number = n + 1;
        return (
          <li key={frame} className={styles["turn"]}>
            {connection.canWrite && positionMs !== null ? (
              <Button
                aria-label={text("board.turns.visit", { number, time })}
                onPress={() => onVisitPlace(place)}
              >
                {text("board.turns.one", { number, time })}
              </Button>
            ) : (
              <span>{text("board.turns.one", { number, time })}</span>
            )}
            {connection.canWrite && (
              <IconButton
                label={text("board.turns.take", { number })}
                onPress={() => onTake(frame)}
              >
                <X />
              </IconButton>
            )}
          </li>
        );
      })}
    </ol>
  );
}
