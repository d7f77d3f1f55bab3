import MessageCircleQuestion from "lucide-react/icons/message-circle-question-mark";
import { useEffect, useState } from "react";
import { announce } from "#client/lib/announce.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import type { PromptId } from "#shared/board/prompts.ts";
import styles from "./Prompts.module.css";

/** The words of a question, with the child's name in them. */
export const promptWords = (promptId: PromptId, child: string): string =>
  text(`practice.prompt.${promptId}`, { child });

interface PromptShownProps {
  readonly promptId: PromptId | null;
  readonly childName: string;
  /** The guider put it there and takes it away elsewhere. */
  readonly isMine: boolean;
}

/** The one question both think about; whoever did not ask it can put it away for themselves. */
export function PromptShown({ promptId, childName, isMine }: PromptShownProps) {
  const [putAway, setPutAway] = useState<PromptId | null>(null);
  if (putAway !== null && putAway !== promptId) setPutAway(null); // another one is news again
  useEffect(() => {
    if (promptId === null || isMine) return;
    announce(text("practice.prompt.said", { words: promptWords(promptId, childName) }));
  }, [promptId, childName, isMine]);
  if (promptId === null || putAway === promptId) return null;
  return (
    <div className={styles["shown"]} role="group" aria-label={text("practice.prompt")}>
      <MessageCircleQuestion size={20} aria-hidden="true" />
      <p>{promptWords(promptId, childName)}</p>
      {!isMine && (
        <Button kind="quiet" onPress={() => setPutAway(promptId)}>
          {text("practice.prompt.away")}
        </Button>
      )}
    </div>
  );
}
