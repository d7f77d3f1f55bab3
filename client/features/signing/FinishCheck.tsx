import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Dialog } from "#client/ui/Dialog.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import type { Finish } from "./use-finish.ts";

/** One more question before a review is finished without aims or without being signed. */
export function FinishCheck({ finish }: { readonly finish: Finish }) {
  return (
    <Dialog
      title={text("ending.title")}
      isOpen
      onClose={finish.back}
      actions={
        <>
          <Button autoFocus onPress={finish.back}>
            {text("common.back")}
          </Button>
          <Button kind="primary" onPress={finish.pressAgain}>
            {text("ending.check.finish")}
          </Button>
        </>
      }
    >
      {finish.asked.map((reason) => (
        <p key={reason}>{text(`ending.check.${reason}`)}</p>
      ))}
      <p>{text("ending.check.question")}</p>
      {finish.refusal !== "" && (
        <Notice tone="attention" isAnnounced>
          {finish.refusal}
        </Notice>
      )}
    </Dialog>
  );
}
