import { useId, useState } from "react";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { observationsOf } from "#shared/board/board-doc.ts";
import type { ObservationView } from "#shared/board/read-board.ts";
import { useBoardRoom } from "./board-room.ts";
import { principleIds, togglePrinciple } from "./principles.ts";
import type { PrincipleId } from "./principles.ts";
import styles from "./PrincipleChips.module.css";

/** The principles this moment is an example of, as quiet chips; choosing is tucked away until wanted. */
export function PrincipleChips({ observation }: { observation: ObservationView }) {
  const { connection } = useBoardRoom();
  const [isChoosing, setIsChoosing] = useState(false);
  const listId = useId();
  const chosen = principleIds.filter((id) => observation.principleIds.includes(id));

  function toggle(id: PrincipleId) {
    connection.change(() => {
      const card = observationsOf(connection.doc).get(observation.observationId);
      card?.set("principleIds", togglePrinciple(observation.principleIds, id));
    });
  }

  return (
    <div className={styles["principles"]}>
      {!isChoosing && chosen.length > 0 && (
        <ul className={styles["chosen"]} aria-label={text("board.principles.name")}>
          {chosen.map((id) => (
            <li key={id} className={styles["chip"]} title={text(`board.principle.${id}.labels`)}>
              {text(`board.principle.${id}`)}
            </li>
          ))}
        </ul>
      )}
      {connection.canWrite && (
        <Button
          kind="quiet"
          aria-expanded={isChoosing}
          aria-controls={listId}
          onPress={() => setIsChoosing(!isChoosing)}
        >
          {text("board.principles.choose")}
        </Button>
      )}
      <div id={listId} hidden={!isChoosing}>
        <ul className={styles["choices"]} aria-label={text("board.principles.name")}>
          {principleIds.map((id) => (
            <li key={id}>
              <button
                type="button"
                className={styles["choice"]}
                aria-pressed={observation.principleIds.includes(id)}
                onClick={() => toggle(id)}
              >
                <span>{text(`board.principle.${id}`)}</span>
                <span className={styles["labels"]}>{text(`board.principle.${id}.labels`)}</span>
              </button>
            </li>
          ))}
        </ul>
        <p className={styles["labels"]}>{text("board.principles.credit")}</p>
      </div>
    </div>
  );
}
