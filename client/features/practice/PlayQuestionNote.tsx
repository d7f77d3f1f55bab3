import { useEffect } from "react";
import { announce } from "#client/lib/announce.ts";
import { text } from "#client/lib/text.ts";
import styles from "./PlayQuestionNote.module.css";

/** Stands beside the play button while somebody's words are asked about; the next press plays. */
export function PlayQuestionNote({ names }: { readonly names: string | null }) {
  useEffect(() => {
    if (names !== null) announce(text("practice.ask.said", { names }));
  }, [names]);
  if (names === null) return null;
  return (
    <span className={styles["note"]} data-play-question="">
      {text("practice.ask", { names })}
    </span>
  );
}
