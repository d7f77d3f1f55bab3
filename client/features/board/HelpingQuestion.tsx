import ChevronDown from "lucide-react/icons/chevron-down";
import ChevronUp from "lucide-react/icons/chevron-up";
import { useCallback, useId, useRef, useState } from "react";
import { createPortal } from "react-dom";
import type { Text } from "yjs";
import { useRoomPlace } from "#client/lib/room-places.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { IconButton } from "#client/ui/IconButton.tsx";
import { focusCharacters } from "#shared/domain/journey.ts";
import { AddGoal } from "./AddGoal.tsx";
import { useBoardRoom } from "./board-room.ts";
import { GoalEntry } from "./GoalEntry.tsx";
import { inListOrder } from "./goals-room.ts";
import styles from "./HelpingQuestion.module.css";
import { SharedTextArea } from "./SharedTextArea.tsx";
import { useText } from "./use-board.ts";

/**
 * The helping question and the goals, in sight for the whole review: where the room has a place for
 * them, there, and else at the top of the board. Both can reword them as they write everything.
 */
export function HelpingQuestion({ question }: { readonly question: Text }) {
  const { focusSlot } = useBoardRoom();
  if (focusSlot === undefined) return <FocusStrip question={question} />;
  return focusSlot === null ? null : createPortal(<FocusStrip question={question} />, focusSlot);
}

/** Folded it is two lines; opened it has each goal's line. A first talk begins with it open and large. */
function FocusStrip({ question }: { readonly question: Text }) {
  const { connection, goalsRoom } = useBoardRoom();
  const isFirstTalk = goalsRoom?.isFirstTalk ?? false;
  const [isOpen, setIsOpen] = useState(isFirstTalk);
  const [isRewording, setIsRewording] = useState(isFirstTalk && connection.canWrite);
  const wordsId = useId();
  const place = useRef<HTMLDivElement>(null);
  const bring = useCallback(() => {
    setIsOpen(true);
    place.current?.focus();
  }, []);
  useRoomPlace("question", bring);

  return (
    <div
      ref={place}
      tabIndex={-1}
      className={styles["strip"]}
      role="group"
      aria-label={text("practice.focus")}
    >
      <div className={styles["head"]} data-first={isFirstTalk}>
        <div id={wordsId} className={styles["words"]} data-open={isOpen}>
          {isOpen && isRewording ? (
            <QuestionField question={question} />
          ) : (
            <p className={styles["question"]}>
              <span className={styles["caption"]}>{text("board.helpingQuestion")} </span>
              <Words of={question} />
            </p>
          )}
          {isOpen ? <OpenGoals isRewording={isRewording} /> : <FoldedGoals />}
        </div>
        <IconButton
          label={text(isOpen ? "practice.focus.fold" : "practice.focus.unfold")}
          aria-expanded={isOpen}
          aria-controls={wordsId}
          onPress={() => setIsOpen(!isOpen)}
        >
          {isOpen ? <ChevronUp size={20} /> : <ChevronDown size={20} />}
        </IconButton>
      </div>
      {isOpen && connection.canWrite && (
        <Button kind="quiet" onPress={() => setIsRewording(!isRewording)}>
          {text(isRewording ? "practice.focus.done" : "practice.focus.reword")}
        </Button>
      )}
    </div>
  );
}

function Words({ of }: { readonly of: Text }) {
  return <>{useText(of)}</>;
}

function useGoals() {
  const { board, goalsRoom } = useBoardRoom();
  return inListOrder(board.goals, goalsRoom?.now ?? null);
}

function FoldedGoals() {
  const goals = useGoals();
  if (goals.length === 0) return null;
  return (
    <ul className={styles["goals"]} aria-label={text("practice.focus.goals")}>
      {goals.map(({ goalId, text: goal }) => (
        <li key={goalId}>
          <Words of={goal} />
        </li>
      ))}
    </ul>
  );
}

function OpenGoals({ isRewording }: { readonly isRewording: boolean }) {
  const { connection, childName, goalsRoom } = useBoardRoom();
  const goals = useGoals();
  return (
    <>
      <ul className={styles["goals"]} aria-label={text("practice.focus.goals")}>
        {goals.map(({ goalId, text: words }, n) => (
          <GoalEntry
            key={goalId}
            goalId={goalId}
            words={words}
            number={n + 1}
            isRewording={isRewording}
          />
        ))}
      </ul>
      {connection.canWrite && goalsRoom !== undefined && (
        <AddGoal count={goals.length} childName={childName} onAdd={goalsRoom.onAdd} />
      )}
    </>
  );
}

/** The same question as a field that both write in at once. */
function QuestionField({ question }: { readonly question: Text }) {
  const id = useId();
  return (
    <div>
      <p id={id} className={styles["caption"]}>
        {text("board.helpingQuestion")}
      </p>
      <SharedTextArea
        text={question}
        path="focus/helpingQuestion"
        labelledBy={id}
        starter={text("practice.focus.start")}
        limit={focusCharacters.helpingQuestion}
      />
    </div>
  );
}
