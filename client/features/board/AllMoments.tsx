import { ArrowDown, ArrowUp } from "lucide-react";
import type { KeyboardEvent } from "react";
import { announce } from "#client/lib/announce.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { IconButton } from "#client/ui/IconButton.tsx";
import { observationFields, observationsOf } from "#shared/board/board-doc.ts";
import type { ObservationView } from "#shared/board/read-board.ts";
import { useBoardRoom } from "./board-room.ts";
import { moveCard } from "./card-order.ts";
import { momentTime } from "./moment-time.ts";
import { MomentStamp } from "./MomentStamp.tsx";
import { StillTile } from "./StillTile.tsx";
import { useText } from "./use-board.ts";
import styles from "./AllMoments.module.css";

/** Every held moment in its order, with its first words; opens one, or moves it. */
export function AllMoments({ onOpen }: { onOpen: (observationId: string) => void }) {
  const { board, connection } = useBoardRoom();

  function handleMove(observationId: string, direction: "up" | "down") {
    const places = moveCard(board.observations, observationId, direction);
    connection.change(() => {
      const cards = observationsOf(connection.doc);
      for (const place of places) cards.get(place.observationId)?.set("order", place.order);
    });
    if (places.length === 0) return;
    const from = board.observations.findIndex((one) => one.observationId === observationId);
    const place = direction === "up" ? from : from + 2;
    announce(text("board.all.moved", { place, count: board.observations.length }));
  }

  return (
    <>
      <ol className={styles["list"]}>
        {board.observations.map((observation, n) => (
          <MomentRow
            key={observation.observationId}
            observation={observation}
            number={n + 1}
            onOpen={() => onOpen(observation.observationId)}
            onMove={(direction) => handleMove(observation.observationId, direction)}
          />
        ))}
      </ol>
      {connection.canWrite && board.observations.length > 1 && (
        <p className={styles["hint"]}>{text("board.all.hint")}</p>
      )}
    </>
  );
}

interface MomentRowProps {
  readonly observation: ObservationView;
  readonly number: number;
  readonly onOpen: () => void;
  readonly onMove: (direction: "up" | "down") => void;
}

function MomentRow({ observation, number, onOpen, onMove }: MomentRowProps) {
  const { board, connection, positionMsOf, drawStill } = useBoardRoom();
  const positionMs = positionMsOf(observation.anchor);
  const firstWords = useFirstWords(observation);

  function handleKeyDown(event: KeyboardEvent) {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    event.stopPropagation();
    onMove(event.key === "ArrowUp" ? "up" : "down");
  }

  return (
    <li>
      <div
        className={styles["row"]}
        role="group"
        aria-label={text("board.moment.numbered", { number })}
        onKeyDownCapture={connection.canWrite ? handleKeyDown : undefined}
      >
        <div className={styles["head"]}>
          <MomentStamp observation={observation} />
          {positionMs !== null && (
            <StillTile
              clipId={observation.anchor.clipId}
              frame={observation.anchor.frame}
              label={text("board.moment.still", { time: momentTime(positionMs) })}
              drawStill={drawStill}
            />
          )}
        </div>
        <p className={styles["words"]}>{firstWords || text("board.all.noWords")}</p>
        <div className={styles["actions"]}>
          <Button onPress={onOpen}>{text("board.all.open")}</Button>
          {connection.canWrite && (
            <>
              <IconButton
                label={text("board.all.up")}
                isDisabled={number === 1}
                onPress={() => onMove("up")}
              >
                <ArrowUp />
              </IconButton>
              <IconButton
                label={text("board.all.down")}
                isDisabled={number === board.observations.length}
                onPress={() => onMove("down")}
              >
                <ArrowDown />
              </IconButton>
            </>
          )}
        </div>
      </div>
    </li>
  );
}

/** The words of the first question that has some. */
function useFirstWords({ texts }: ObservationView): string {
  const initiative = useText(texts.initiative);
  const meaning = useText(texts.meaning);
  const response = useText(texts.response);
  const followedBy = useText(texts.followedBy);
  const feeling = useText(texts.feeling);
  const words = { initiative, meaning, response, followedBy, feeling };
  return words[observationFields.find((field) => words[field].trim() !== "") ?? "initiative"];
}
