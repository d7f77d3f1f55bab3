import { text } from "#client/lib/text.ts";
import { familyIds } from "#shared/board/framework.ts";
import type { ObservationView } from "#shared/board/read-board.ts";
import { useBoardRoom } from "./board-room.ts";
import { namedLabels, namesFamily } from "./principles.ts";
import styles from "./PrincipleChips.module.css";

/** The principles a moment is an example of, each with the behaviours that were named. */
export function PrincipleNames({ observation }: { observation: ObservationView }) {
  const { framework } = useBoardRoom();
  const { principleIds } = observation;
  const named = familyIds.filter((familyId) => namesFamily(principleIds, familyId));
  if (named.length === 0) return null;
  return (
    <ul className={styles["chosen"]} aria-label={text("board.principles.name")}>
      {named.map((familyId) => {
        const labels = namedLabels(framework, familyId, principleIds);
        return (
          <li key={familyId} className={styles["chip"]}>
            <span>{text(`board.principle.${familyId}`)}</span>
            {labels.length > 0 && (
              <span className={styles["labels"]}>
                {labels.map((label) => label.text).join(" · ")}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
