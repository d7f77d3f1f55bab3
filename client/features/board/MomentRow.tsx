import type { KeyboardEvent, ReactNode } from "react";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { observationFields } from "#shared/board/board-doc.ts";
import type { ObservationView } from "#shared/board/read-board.ts";
import styles from "./AllMoments.module.css";
import { MomentStamp } from "./MomentStamp.tsx";
import { OwnChips } from "./OwnChips.tsx";
import { PrincipleNames } from "./PrincipleNames.tsx";
import { StillTile } from "./StillTile.tsx";
import { useText } from "./use-board.ts";
import type { RowMark } from "./use-row-drag.ts";
import { useTagKeys } from "./use-tag-keys.ts";

/** A moment in a list of all; `children` are the ways to move it. */
export interface MomentRowProps {
  readonly observation: ObservationView;
  readonly number: number;
  readonly onOpen: (observationId: string) => void;
  /** Alt and an arrow; left out where nothing can be moved. */
  readonly onMove?: (direction: "up" | "down") => void;
  readonly mark?: RowMark;
  readonly children?: ReactNode;
}

/** One moment in short: when, its picture, its first words, what it is an example of. */
export function MomentRow(props: MomentRowProps) {
  const { observation, number, onOpen, onMove, mark = null, children } = props;
  const firstWords = useFirstWords(observation);
  const handleTagKey = useTagKeys(observation);

  function handleKeyDown(event: KeyboardEvent) {
    const isArrow = event.key === "ArrowUp" || event.key === "ArrowDown";
    if (!event.altKey || !isArrow || onMove === undefined) return handleTagKey(event);
    event.preventDefault();
    event.stopPropagation();
    onMove(event.key === "ArrowUp" ? "up" : "down");
  }

  return (
    <div
      className={styles["row"]}
      role="group"
      aria-label={text("board.moment.numbered", { number })}
      data-mark={mark}
      onKeyDownCapture={handleKeyDown}
    >
      <div className={styles["head"]}>
        <MomentStamp observation={observation} />
        <StillTile observation={observation} />
      </div>
      <p className={styles["words"]}>{firstWords || text("board.all.noWords")}</p>
      <div className={styles["named"]}>
        <OwnChips observation={observation} />
        <PrincipleNames observation={observation} />
      </div>
      <div className={styles["actions"]}>
        <Button onPress={() => onOpen(observation.observationId)}>{text("board.all.open")}</Button>
        {children}
      </div>
    </div>
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
