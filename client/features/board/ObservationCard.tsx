import { ChevronLeft, ChevronRight } from "lucide-react";
import { useId, useState } from "react";
import { text } from "#client/lib/text.ts";
import { IconButton } from "#client/ui/IconButton.tsx";
import type { ObservationView } from "#shared/board/read-board.ts";
import { AimList } from "./AimList.tsx";
import { questionOf, starterOf, useBoardRoom } from "./board-room.ts";
import { EngagementChips } from "./EngagementChips.tsx";
import { MomentMarks } from "./MomentMarks.tsx";
import { MomentStamp } from "./MomentStamp.tsx";
import { OptionalField } from "./OptionalField.tsx";
import { PrincipleChips } from "./PrincipleChips.tsx";
import { QuestionCard } from "./QuestionCard.tsx";
import { SharedTextArea } from "./SharedTextArea.tsx";
import { StillTile } from "./StillTile.tsx";
import { useTagKeys } from "./use-tag-keys.ts";
import styles from "./ObservationCard.module.css";

/** What was seen stands apart from what it might mean: first the form, then, if wanted, the meaning. */
const questions = [
  { kind: "sky", field: "initiative", optional: "meaning" },
  { kind: "lake", field: "response", optional: null },
  { kind: "honey", field: "followedBy", optional: "feeling" },
] as const;
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
  const { observationId, texts } = observation;
  const [page, setPage] = useState(0);
  const id = useId();
  const handleTagKey = useTagKeys(observation);

  return (
    <article
      className={styles["card"]}
      tabIndex={-1}
      aria-label={text("board.moment.name")}
      data-observation={observationId}
      onKeyDownCapture={handleTagKey}
    >
      <header className={styles["head"]}>
        <MomentStamp observation={observation} />
        <StillTile observation={observation} />
        <MomentMarks observation={observation} />
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
      {questions.map(({ kind, field, optional }, n) => (
        <QuestionCard
          key={kind}
          kind={kind}
          heading={questionOf(field, room)}
          headingId={`${id}${field}`}
          isCurrent={page === n}
        >
          <SharedTextArea
            text={texts[field]}
            path={`observations/${observationId}/${field}`}
            labelledBy={`${id}${field}`}
            starter={starterOf(field, room)}
            takesFocus={n === 0 && takesFocus}
            onFocusTaken={onFocusTaken}
          />
          {optional !== null && <OptionalField observation={observation} field={optional} />}
          {kind === "honey" && <PrincipleChips observation={observation} />}
          {kind === "honey" && <EngagementChips observation={observation} />}
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
