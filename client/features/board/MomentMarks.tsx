import { useId, useState } from "react";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import type { ObservationView } from "#shared/board/read-board.ts";
import type { Result } from "#shared/lib/result.ts";
import { useBoardRoom } from "./board-room.ts";
import { changeCards } from "./card-changes.ts";
import type { CardValues } from "./card-changes.ts";
import { endAt, withTurnAt } from "./moment-marks.ts";
import type { MarkRefusal } from "./moment-marks.ts";
import { preciseTime } from "./moment-time.ts";
import styles from "./MomentMarks.module.css";
import { OwnChips } from "./OwnChips.tsx";
import { OwnMoment } from "./OwnMoment.tsx";
import { PlaceMark } from "./PlaceMark.tsx";
import { TurnList } from "./TurnList.tsx";

/** What can be said of a moment beside its words: whose own it is, where it ends, where turns begin. */
export function MomentMarks({ observation }: { observation: ObservationView }) {
  const { connection } = useBoardRoom();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const { turnFrames, endFrame } = observation;
  const hasMarks = turnFrames.length > 0 || endFrame !== null;
  return (
    <div className={styles["marks"]}>
      <div className={styles["line"]}>
        {connection.canWrite && <OwnMoment observation={observation} />}
        {(connection.canWrite || hasMarks) && (
          <Button
            kind="quiet"
            aria-expanded={isOpen}
            aria-controls={id}
            onPress={() => setOpen(!isOpen)}
          >
            {turnFrames.length > 0
              ? text("board.turns.count", { count: turnFrames.length })
              : text("board.marks.open")}
          </Button>
        )}
        <OwnChips observation={observation} />
      </div>
      <div id={id} hidden={!isOpen} className={styles["tray"]}>
        <MarkTools observation={observation} />
      </div>
    </div>
  );
}

function MarkTools({ observation }: { observation: ObservationView }) {
  const { connection, frameNow, positionMsOf } = useBoardRoom();
  const [refusal, setRefusal] = useState<MarkRefusal | null>(null);
  const { observationId, anchor, endFrame, turnFrames } = observation;
  const end = endFrame === null ? null : { ...anchor, frame: endFrame };
  const endMs = end === null ? null : positionMsOf(end);
  const endTime = endMs === null ? "–" : preciseTime(endMs);

  function keep(values: Partial<CardValues>) {
    setRefusal(null);
    changeCards(connection, [{ observationId, values }]);
  }
  function take<Value>(
    marked: Result<Value, MarkRefusal>,
    valuesOf: (value: Value) => Partial<CardValues>,
  ) {
    if (marked.ok) keep(valuesOf(marked.value));
    else setRefusal(marked.reason);
  }

  return (
    <>
      {end !== null && (
        <PlaceMark
          place={end}
          words={text("board.range.end", { time: endTime })}
          visitName={text("board.range.visit", { time: endTime })}
          takeName={text("board.range.letGo")}
          onTake={() => keep({ endFrame: null })}
        />
      )}
      <TurnList
        observation={observation}
        onTake={(frame) => keep({ turnFrames: turnFrames.filter((one) => one !== frame) })}
      />
      {connection.canWrite && (
        <div className={styles["line"]}>
          <Button onPress={() => take(endAt(anchor, frameNow()), (frame) => ({ endFrame: frame }))}>
            {text("board.range.endHere")}
          </Button>
          <Button
            onPress={() =>
              take(withTurnAt(turnFrames, anchor, frameNow()), (frames) => ({ turnFrames: frames }))
            }
          >
            {text("board.turns.here")}
          </Button>
        </div>
      )}
      <output className={styles["notice"]}>
        {refusal !== null && text(`board.marks.${refusal}`)}
      </output>
    </>
  );
}
