import { text } from "#client/lib/text.ts";
import { SelectField } from "#client/ui/SelectField.tsx";
import { countPrinciples } from "#shared/board/count-principles.ts";
import type { ObservationView } from "#shared/board/read-board.ts";
import styles from "./AllMoments.module.css";
import { ArrangedMoments } from "./ArrangedMoments.tsx";
import { useBoardRoom } from "./board-room.ts";
import { arrangements, byPrinciple, inFilmOrder } from "./card-order.ts";
import type { Arrangement } from "./card-order.ts";
import { MomentRow } from "./MomentRow.tsx";

/** All moments in one of three orders, chosen by its reader alone and for this page only. */
export interface AllMomentsProps {
  readonly arrangement: Arrangement;
  readonly onArrangementChange: (arrangement: Arrangement) => void;
  readonly onOpen: (observationId: string) => void;
}

/** Every held moment with its first words: as arranged, as in the film, or by principle. */
export function AllMoments({ arrangement, onArrangementChange, onOpen }: AllMomentsProps) {
  const { board, clipIds } = useBoardRoom();
  return (
    <>
      <div className={styles["choice"]}>
        <SelectField
          label={text("board.all.order")}
          isLabelHidden
          value={arrangement}
          options={arrangements.map((value) => ({ value, label: text(`board.all.${value}`) }))}
          onChange={onArrangementChange}
        />
      </div>
      {arrangement === "arranged" && <ArrangedMoments onOpen={onOpen} />}
      {arrangement === "film" && (
        <MomentList observations={inFilmOrder(board.observations, clipIds)} onOpen={onOpen} />
      )}
      {arrangement === "principle" && <NamedMoments onOpen={onOpen} />}
    </>
  );
}

function NamedMoments({ onOpen }: { onOpen: (observationId: string) => void }) {
  const { board, clipIds } = useBoardRoom();
  const counts = countPrinciples(board.observations);
  return byPrinciple(inFilmOrder(board.observations, clipIds)).map(({ familyId, observations }) => {
    const count = counts.find((one) => one.familyId === familyId)?.moments ?? observations.length;
    const principle =
      familyId === null ? text("board.all.unnamed") : text(`board.principle.${familyId}`);
    return (
      <section key={familyId ?? ""} className={styles["group"]}>
        <h3 className={styles["groupName"]}>{text("board.all.group", { principle, count })}</h3>
        <MomentList observations={observations} onOpen={onOpen} />
      </section>
    );
  });
}

interface MomentListProps {
  readonly observations: readonly ObservationView[];
  readonly onOpen: (observationId: string) => void;
}

/** A moment keeps the number of its place in the arrangement, wherever it stands. */
function MomentList({ observations, onOpen }: MomentListProps) {
  const { board } = useBoardRoom();
  return (
    <ul className={styles["list"]}>
      {observations.map((observation) => (
        <li key={observation.observationId}>
          <MomentRow
            observation={observation}
            number={board.observations.indexOf(observation) + 1}
            onOpen={onOpen}
          />
        </li>
      ))}
    </ul>
  );
}
