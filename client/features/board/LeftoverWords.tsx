import { useState } from "react";
import type { BoardLink, BoardStatus } from "#client/lib/board-connection.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import styles from "./LeftoverWords.module.css";

interface LeftoverWordsProps {
  readonly connection: BoardLink;
  readonly status: BoardStatus;
}

/** Why the board stopped, and the words that could not go into it, for copying. Nothing otherwise. */
export function LeftoverWords({ connection, status }: LeftoverWordsProps) {
  const { save, leftover } = status;
  const [copyState, setCopyState] = useState<"copied" | "notCopied" | null>(null);
  if (save.kind !== "stopped" && leftover.length === 0) return null;
  const words = leftover.map((one) => one.text).join("\n\n");

  async function handleCopy() {
    try {
      await navigator.clipboard.writeText(words);
      setCopyState("copied");
    } catch {
      setCopyState("notCopied"); // the browser forbids it here: the words can still be selected
    }
  }

  return (
    <section className={styles["notice"]} aria-label={text("board.leftover.title")}>
      {save.kind === "stopped" && <p role="status">{text(`board.stopped.${save.reason}`)}</p>}
      {leftover.length > 0 && (
        <>
          <h2>{text("board.leftover.title")}</h2>
          <p>{text("board.leftover.words")}</p>
          <pre className={styles["words"]}>{words}</pre>
          <div className={styles["actions"]}>
            <Button onPress={() => void handleCopy()}>{text("board.leftover.copy")}</Button>
            <Button kind="quiet" onPress={() => connection.dismissLeftover()}>
              {text("board.leftover.dismiss")}
            </Button>
          </div>
          <output>{copyState !== null && text(`board.leftover.${copyState}`)}</output>
        </>
      )}
    </section>
  );
}
