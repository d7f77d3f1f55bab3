import ChevronLeft from "lucide-react/icons/chevron-left";
import ChevronRight from "lucide-react/icons/chevron-right";
import { useState } from "react";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { IconButton } from "#client/ui/IconButton.tsx";
import { neighbourPrompt, promptIds, stepOfPrompt } from "#shared/board/prompts.ts";
import type { PromptId } from "#shared/board/prompts.ts";
import { promptWords } from "./PromptShown.tsx";
import styles from "./Prompts.module.css";

interface PromptPanelProps {
  readonly shownId: PromptId | null;
  readonly childName: string;
  /** Puts a question where both see it, or takes it away; whether it was done. */
  readonly onShow: (promptId: PromptId | null) => Promise<boolean>;
}

/** The guider's own list of questions, one at a time along the chain; nobody else sees it. */
export function PromptPanel({ shownId, childName, onShow }: PromptPanelProps) {
  const [promptId, setPromptId] = useState<PromptId>(shownId ?? promptIds[0]);
  const [notice, setNotice] = useState("");
  const isShown = shownId === promptId;

  async function handleShow() {
    const isDone = await onShow(isShown ? null : promptId);
    setNotice(isDone ? "" : text("practice.prompts.notShown"));
  }

  return (
    <details className={styles["panel"]}>
      <summary>{text("practice.prompts")}</summary>
      <div className={styles["row"]}>
        <PromptStepButton promptId={promptId} by={-1} onGo={setPromptId} />
        <div className={styles["words"]} aria-live="polite">
          <p className={styles["place"]}>
            {text("practice.prompts.place", {
              step: text(`practice.step.${stepOfPrompt[promptId]}`),
              number: promptIds.indexOf(promptId) + 1,
              count: promptIds.length,
            })}
          </p>
          <p>{promptWords(promptId, childName)}</p>
        </div>
        <PromptStepButton promptId={promptId} by={1} onGo={setPromptId} />
      </div>
      <Button onPress={() => void handleShow()}>
        {text(isShown ? "practice.prompts.take" : "practice.prompts.show")}
      </Button>
      <output className={styles["place"]}>
        {notice || (isShown && text("practice.prompts.shownNow"))}
      </output>
    </details>
  );
}

interface PromptStepButtonProps {
  readonly promptId: PromptId;
  readonly by: -1 | 1;
  readonly onGo: (promptId: PromptId) => void;
}

function PromptStepButton({ promptId, by, onGo }: PromptStepButtonProps) {
  const next = neighbourPrompt(promptId, by);
  return (
    <IconButton
      label={text(by === 1 ? "practice.prompts.next" : "practice.prompts.previous")}
      isDisabled={next === null}
      onPress={() => next !== null && onGo(next)}
    >
      {by === 1 ? <ChevronRight /> : <ChevronLeft />}
    </IconButton>
  );
}
