import { useId } from "react";
import type { Text } from "yjs";
import { text } from "#client/lib/text.ts";
import { focusCharacters } from "#shared/domain/journey.ts";
import { useBoardRoom } from "./board-room.ts";
import styles from "./GoalEntry.module.css";
import { GoalPlaces } from "./GoalPlaces.tsx";
import { RemoveGoal } from "./RemoveGoal.tsx";
import { SharedTextArea } from "./SharedTextArea.tsx";
import { useText } from "./use-board.ts";

export interface GoalEntryProps {
  readonly goalId: string;
  readonly words: Text;
  readonly number: number;
  readonly isRewording: boolean;
}

/** One goal: its words, or the field both write them in, and its line from 0 to 10. */
export function GoalEntry({ goalId, words, number, isRewording }: GoalEntryProps) {
  const { goalsRoom } = useBoardRoom();
  const id = useId();
  const goal = useText(words);
  return (
    <li className={styles["goal"]}>
      {isRewording ? (
        <>
          <p id={id} className={styles["caption"]}>
            {text("practice.focus.goal", { number })}
          </p>
          <SharedTextArea
            text={words}
            path={`focus/goals/${goalId}`}
            labelledBy={id}
            starter={text("focus.start")}
            limit={focusCharacters.goal}
          />
        </>
      ) : (
        <p>{goal}</p>
      )}
      {goalsRoom !== undefined && (
        <>
          <GoalPlaces goalId={goalId} goal={goal} goalsRoom={goalsRoom} />
          {isRewording && <RemoveGoal goal={goal} onRemove={() => goalsRoom.onRemove(goalId)} />}
        </>
      )}
    </li>
  );
}
