import { ChevronLeft, ChevronRight } from "lucide-react";
import { Fragment, useId, useState } from "react";
import { text } from "#client/lib/text.ts";
import { IconButton } from "#client/ui/IconButton.tsx";
import type { ObservationField } from "#shared/board/board-doc.ts";
import type { ObservationView } from "#shared/board/read-board.ts";
import { AimList } from "./AimList.tsx";
import { questionOf, starterOf, useBoardRoom } from "./board-room.ts";
import { momentTime } from "./moment-time.ts";
import { MomentStamp } from "./MomentStamp.tsx";
import { PrincipleChips } from "./PrincipleChips.tsx";
import { QuestionCard } from "./QuestionCard.tsx";
import type { CardKind } from "./QuestionCard.tsx";
import { SharedTextArea } from "./SharedTextArea.tsx";
import { StillTile } from "./StillTile.tsx";
import styles from "./ObservationCard.module.css";

const questions = [
  { kind: "sky", fields: ["initiative", "meaning"] },
  { kind: "lake", fields: ["response"] },
  { kind: "honey", fields: ["followedBy", "feeling"] },
] as const satisfies { kind: CardKind; fields: ObservationField[] }[];
const pageCount = questions.length + 1;

/** A moment; `takesFocus` puts its holder into the first question. */
export interface ObservationCardProps {
  readonly observation: ObservationView;
  readonly takesFocus: boolean;
  readonly onFocusTaken: () => void;
}

/** One held moment: its place and picture, and the questions both answer. */
export function ObservationCard({ observation, takesFocus, onFocusTaken }: ObservationCardProps) {
  const room = useBoardRoom();
  const { observationId, anchor, texts } = observation;
  const [page, setPage] = useState(0);
  const id = useId();
  const positionMs = room.positionMsOf(anchor);

  function renderField(field: ObservationField, isFirst: boolean) {
    return (
      <SharedTextArea
        key={field}
        text={texts[field]}
        path={`observations/${observationId}/${field}`}
        labelledBy={`${id}${field}`}
        starter={starterOf(field, room)}
        takesFocus={isFirst && takesFocus}
        onFocusTaken={onFocusTaken}
      />
    );
  }

  return (
    <article className={styles["card"]} data-observation={observationId}>
      <header className={styles["head"]}>
        <MomentStamp observation={observation} />
        {positionMs !== null && (
          <StillTile
            clipId={anchor.clipId}
            frame={anchor.frame}
            label={text("board.moment.still", { time: momentTime(positionMs) })}
            drawStill={room.drawStill}
          />
        )}
      </header>
      <div className={styles["pager"]}>
        <IconButton
          label={text("board.moment.previous")}
          isDisabled={page === 0}
          onPress={() => setPage(page - 1)}
        >
          <ChevronLeft />
        </IconButton>
        <output>{text("board.moment.page", { page: page + 1, count: pageCount })}</output>
        <IconButton
          label={text("board.moment.next")}
          isDisabled={page === pageCount - 1}
          onPress={() => setPage(page + 1)}
        >
          <ChevronRight />
        </IconButton>
      </div>
      {questions.map(({ kind, fields }, n) => (
        <QuestionCard
          key={kind}
          kind={kind}
          heading={questionOf(fields[0], room)}
          headingId={`${id}${fields[0]}`}
          isCurrent={page === n}
        >
          {renderField(fields[0], n === 0)}
          {fields.slice(1).map((field) => (
            <Fragment key={field}>
              <h3 id={`${id}${field}`} className={styles["minor"]}>
                {questionOf(field, room)}
              </h3>
              {renderField(field, false)}
            </Fragment>
          ))}
          {kind === "honey" && <PrincipleChips observation={observation} />}
        </QuestionCard>
      ))}
      <QuestionCard
        kind="plum"
        heading={text("board.ask.aims")}
        headingId={`${id}aims`}
        isCurrent={page === questions.length}
      >
        <AimList fromObservationId={observationId} />
      </QuestionCard>
    </article>
  );
}
