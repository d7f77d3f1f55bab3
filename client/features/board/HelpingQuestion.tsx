import ChevronDown from "lucide-react/icons/chevron-down";
import ChevronUp from "lucide-react/icons/chevron-up";
import { useId, useState } from "react";
import { createPortal } from "react-dom";
import type { Text } from "yjs";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { IconButton } from "#client/ui/IconButton.tsx";
import { useBoardRoom } from "./board-room.ts";
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

function FocusStrip({ question }: { readonly question: Text }) {
  const { board, connection } = useBoardRoom();
  const [isOpen, setIsOpen] = useState(false);
  const [isRewording, setIsRewording] = useState(false);
  const wordsId = useId();

  return (
    <div className={styles["strip"]} role="group" aria-label={text("practice.focus")}>
      <div className={styles["head"]}>
        <div id={wordsId} className={styles["words"]} data-open={isOpen}>
          {isOpen && isRewording ? (
            <FocusFields question={question} />
          ) : (
            <>
              <p className={styles["question"]}>
                <span className={styles["caption"]}>{text("board.helpingQuestion")} </span>
                <Words of={question} />
              </p>
              {board.goals.length > 0 && (
                <ul className={styles["goals"]} aria-label={text("practice.focus.goals")}>
                  {board.goals.map(({ goalId, text: goal }) => (
                    <li key={goalId}>
                      <Words of={goal} />
                    </li>
                  ))}
                </ul>
              )}
            </>
          )}
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

/** The same words as fields that both write in at once. */
function FocusFields({ question }: { readonly question: Text }) {
  const { board } = useBoardRoom();
  const id = useId();
  const fields = [
    { path: "focus/helpingQuestion", label: text("board.helpingQuestion"), words: question },
    ...board.goals.map(({ goalId, text: words }, n) => ({
      path: `focus/goals/${goalId}`,
      label: text("practice.focus.goal", { number: n + 1 }),
      words,
    })),
  ];
  return fields.map(({ path, label, words }) => (
    <div key={path}>
      <p id={`${id}${path}`} className={styles["caption"]}>
        {label}
      </p>
      <SharedTextArea
        text={words}
        path={path}
        labelledBy={`${id}${path}`}
        starter={text("practice.focus.start")}
      />
    </div>
  ));
}
