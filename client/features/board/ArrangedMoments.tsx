import { ArrowDown, ArrowUp, GripVertical } from "lucide-react";
import { announce } from "#client/lib/announce.ts";
import { text } from "#client/lib/text.ts";
import { IconButton } from "#client/ui/IconButton.tsx";
import styles from "./AllMoments.module.css";
import { useBoardRoom } from "./board-room.ts";
import { changeCards } from "./card-changes.ts";
import { placeCard } from "./card-order.ts";
import { MomentRow } from "./MomentRow.tsx";
import { useRowDrag } from "./use-row-drag.ts";

/** The moments as both have arranged them: moved by dragging, by buttons, or by Alt and an arrow. */
export function ArrangedMoments({ onOpen }: { onOpen: (observationId: string) => void }) {
  const { board, connection } = useBoardRoom();
  const { observations } = board;
  const count = observations.length;
  const canMove = connection.canWrite && count > 1;

  function handleMove(observationId: string, to: number) {
    const places = placeCard(observations, observationId, to);
    if (places.length === 0) return;
    changeCards(
      connection,
      places.map((place) => ({
        observationId: place.observationId,
        values: { order: place.order },
      })),
    );
    announce(text("board.all.moved", { place: to + 1, count }));
  }
  const { list, handleOf, markOf } = useRowDrag(handleMove);

  return (
    <>
      <ol ref={list} className={styles["list"]}>
        {observations.map((observation, n) => {
          const { observationId } = observation;
          const move = (direction: "up" | "down") =>
            handleMove(observationId, direction === "up" ? n - 1 : n + 1);
          return (
            <li key={observationId}>
              <MomentRow
                observation={observation}
                number={n + 1}
                onOpen={onOpen}
                mark={markOf(n)}
                {...(canMove ? { onMove: move } : {})}
              >
                {canMove && (
                  <>
                    <IconButton
                      label={text("board.all.up")}
                      isDisabled={n === 0}
                      onPress={() => move("up")}
                    >
                      <ArrowUp />
                    </IconButton>
                    <IconButton
                      label={text("board.all.down")}
                      isDisabled={n === count - 1}
                      onPress={() => move("down")}
                    >
                      <ArrowDown />
                    </IconButton>
                    <span
                      className={styles["handle"]}
                      aria-hidden="true"
                      data-handle={observationId}
                      {...handleOf(observationId, n)}
                    >
                      <GripVertical size={20} />
                    </span>
                  </>
                )}
              </MomentRow>
            </li>
          );
        })}
      </ol>
      {canMove && <p className={styles["hint"]}>{text("board.all.hint")}</p>}
    </>
  );
}
