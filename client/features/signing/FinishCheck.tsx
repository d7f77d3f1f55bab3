import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Dialog } from "#client/ui/Dialog.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import type { ReasonToAsk } from "./reasons-to-ask.ts";

interface FinishCheckProps {
  readonly reasons: readonly ReasonToAsk[];
  readonly refusal: string;
  readonly onBack: () => void;
  readonly onFinish: () => void;
}

/** One more question before a review is finished without aims or without being signed. */
export function FinishCheck({ reasons, refusal, onBack, onFinish }: FinishCheckProps) {
  return (
    <Dialog
      title={text("ending.title")}
      isOpen
      onClose={onBack}
      actions={
        <>
          <Button autoFocus onPress={onBack}>
            {text("common.back")}
          </Button>
          <Button kind="primary" onPress={onFinish}>
            {text("ending.check.finish")}
          </Button>
        </>
      }
    >
      {reasons.map((reason) => (
        <p key={reason}>{text(`ending.check.${reason}`)}</p>
      ))}
      <p>{text("ending.check.question")}</p>
      {refusal !== "" && (
        <Notice tone="attention" isAnnounced>
          {refusal}
        </Notice>
      )}
    </Dialog>
  );
}
