import { text } from "#client/lib/text.ts";
import type { ObservationView } from "#shared/board/read-board.ts";
import { useBoardRoom } from "./board-room.ts";
import styles from "./MomentMarks.module.css";
import { preciseTime } from "./moment-time.ts";
import { PlaceMark } from "./PlaceMark.tsx";

interface TurnListProps {
  readonly observation: ObservationView;
  readonly onTake: (frame: number) => void;
}

/** Where each turn begins, in order. How many there are says nothing about anybody. */
export function TurnList({ observation, onTake }: TurnListProps) {
  const { positionMsOf } = useBoardRoom();
  const { anchor, turnFrames } = observation;
  if (turnFrames.length === 0) return null;
  return (
    <ol className={styles["turns"]} aria-label={text("board.turns.name")}>
      {turnFrames.map((frame, n) => {
        const place = { ...anchor, frame };
        const positionMs = positionMsOf(place);
        const number = n + 1;
        const time = positionMs === null ? "–" : preciseTime(positionMs);
        return (
          <li key={frame}>
            <PlaceMark
              place={place}
              words={text("board.turns.one", { number, time })}
              visitName={text("board.turns.visit", { number, time })}
              takeName={text("board.turns.take", { number })}
              onTake={() => onTake(frame)}
            />
          </li>
        );
      })}
    </ol>
  );
}
