import type { Text } from "yjs";
import { text } from "#client/lib/text.ts";
import styles from "./BoardPanel.module.css";
import { useText } from "./use-board.ts";

/** A question of more letters than this would take too much of the board to stay while it scrolls. */
const shortLength = 160;

/** The practitioner's own question, in sight for the whole review. */
export function HelpingQuestion({ question }: { question: Text }) {
  const words = useText(question);
  if (words.trim() === "") return null;
  return (
    <p className={styles["question"]} data-short={words.length <= shortLength}>
      <span className={styles["caption"]}>{text("board.helpingQuestion")}</span>
      {words}
    </p>
  );
}
