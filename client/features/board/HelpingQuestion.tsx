import type { Text } from "yjs";
import { text } from "#client/lib/text.ts";
import styles from "./BoardPanel.module.css";
import { useText } from "./use-board.ts";

/** The practitioner's own question, in sight for the whole review. */
export function HelpingQuestion({ question }: { question: Text }) {
  const words = useText(question);
  if (words.trim() === "") return null;
  return (
    <p className={styles["question"]}>
      <span className={styles["caption"]}>{text("board.helpingQuestion")}</span>
      {words}
    </p>
  );
}
