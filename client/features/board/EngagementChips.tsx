import { useId, useState } from "react";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { engagementAreas } from "#shared/board/board-doc.ts";
import type { EngagementArea } from "#shared/board/board-doc.ts";
import type { ObservationView } from "#shared/board/read-board.ts";
import { useBoardRoom } from "./board-room.ts";
import { changeCards } from "./card-changes.ts";
import styles from "./PrincipleChips.module.css";

/** The areas of the Engagement Model a moment is linked to. There only where the journey links to plans. */
export function EngagementChips({ observation }: { readonly observation: ObservationView }) {
  const { connection, usesOutcomes = false } = useBoardRoom();
  const [isChoosing, setIsChoosing] = useState(false);
  const listId = useId();
  const { observationId, engagement } = observation;
  if (!usesOutcomes) return null;

  function toggle(area: EngagementArea) {
    const isLinked = engagement.includes(area);
    const areas = engagementAreas.filter((each) =>
      each === area ? !isLinked : engagement.includes(each),
    );
    changeCards(connection, [{ observationId, values: { engagement: areas } }]);
  }

  return (
    <div className={styles["principles"]}>
      {!isChoosing && engagement.length > 0 && (
        <ul className={styles["chosen"]} aria-label={text("focus.engagement.name")}>
          {engagement.map((area) => (
            <li key={area} className={styles["chip"]}>
              {text(`focus.engagement.${area}`)}
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
          {text(isChoosing ? "focus.engagement.done" : "focus.engagement")}
        </Button>
      )}
      <div id={listId} hidden={!isChoosing} className={styles["picker"]}>
        <ul className={styles["behaviours"]} aria-label={text("focus.engagement.name")}>
          {engagementAreas.map((area) => (
            <li key={area}>
              <button
                type="button"
                className={styles["behaviour"]}
                aria-pressed={engagement.includes(area)}
                onClick={() => toggle(area)}
              >
                {text(`focus.engagement.${area}`)}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
