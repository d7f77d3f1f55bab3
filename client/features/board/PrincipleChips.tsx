import { useId, useState } from "react";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { familyIds } from "#shared/board/framework.ts";
import type { FamilyId } from "#shared/board/framework.ts";
import type { ObservationView } from "#shared/board/read-board.ts";
import { useBoardRoom } from "./board-room.ts";
import { changeCards } from "./card-changes.ts";
import { PrincipleNames } from "./PrincipleNames.tsx";
import { labelsToChoose, namesFamily, toggleFamily, toggleLabel } from "./principles.ts";
import styles from "./PrincipleChips.module.css";

/** The principles this moment is an example of, as quiet chips; choosing is tucked away until wanted. */
export function PrincipleChips({ observation }: { observation: ObservationView }) {
  const { connection } = useBoardRoom();
  const [isChoosing, setIsChoosing] = useState(false);
  const listId = useId();
  const { observationId, principleIds } = observation;

  const setIds = (ids: readonly string[]) =>
    changeCards(connection, [{ observationId, values: { principleIds: ids } }]);

  return (
    <div className={styles["principles"]}>
      {!isChoosing && <PrincipleNames observation={observation} />}
      {connection.canWrite && (
        <Button
          kind="quiet"
          aria-expanded={isChoosing}
          aria-controls={listId}
          onPress={() => setIsChoosing(!isChoosing)}
        >
          {text(isChoosing ? "board.principles.done" : "board.principles.choose")}
        </Button>
      )}
      <div id={listId} hidden={!isChoosing} className={styles["picker"]}>
        <ul className={styles["choices"]} aria-label={text("board.principles.name")}>
          {familyIds.map((familyId, n) => (
            <li key={familyId} className={styles["family"]}>
              <button
                type="button"
                className={styles["choice"]}
                aria-pressed={namesFamily(principleIds, familyId)}
                aria-keyshortcuts={String(n + 1)}
                onClick={() => setIds(toggleFamily(principleIds, familyId))}
              >
                <kbd aria-hidden="true">{n + 1}</kbd>
                {text(`board.principle.${familyId}`)}
              </button>
              {namesFamily(principleIds, familyId) && (
                <LabelChoices
                  familyId={familyId}
                  principleIds={principleIds}
                  onToggle={(labelId) => setIds(toggleLabel(principleIds, labelId))}
                />
              )}
            </li>
          ))}
        </ul>
        <p className={styles["labels"]}>{text("board.principles.credit")}</p>
      </div>
    </div>
  );
}

interface LabelChoicesProps {
  readonly familyId: FamilyId;
  readonly principleIds: readonly string[];
  readonly onToggle: (labelId: string) => void;
}

/** The behaviours of a family that is named: each may be named too. */
function LabelChoices({ familyId, principleIds, onToggle }: LabelChoicesProps) {
  const { framework } = useBoardRoom();
  return (
    <ul className={styles["behaviours"]} aria-label={text(`board.principle.${familyId}`)}>
      {labelsToChoose(framework, familyId, principleIds).map((label) => (
        <li key={label.id}>
          <button
            type="button"
            className={styles["behaviour"]}
            aria-pressed={principleIds.includes(label.id)}
            onClick={() => onToggle(label.id)}
          >
            {label.text}
          </button>
        </li>
      ))}
    </ul>
  );
}
