import { useState } from "react";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Dialog } from "#client/ui/Dialog.tsx";
import { DialogButtons } from "#client/ui/DialogButtons.tsx";

/** Takes a goal away, once it was asked whether that is meant: its numbers go with it. */
export function RemoveGoal({
  goal,
  onRemove,
}: {
  readonly goal: string;
  /** Answers the sentence of a refusal; empty when it was done. */
  readonly onRemove: () => Promise<string>;
}) {
  const [isAsking, setAsking] = useState(false);
  const [refusal, setRefusal] = useState("");
  return (
    <div>
      <Button
        kind="quiet"
        aria-label={text("focus.remove.name", { goal })}
        onPress={() => setAsking(true)}
      >
        {text("focus.remove")}
      </Button>
      <Dialog
        title={text("focus.remove.ask")}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        actions={
          <DialogButtons>
            <Button onPress={() => setAsking(false)}>{text("focus.remove.keep")}</Button>
            <Button
              kind="destructive"
              onPress={() => void onRemove().then((words) => setRefusal(words))}
            >
              {text("focus.remove")}
            </Button>
          </DialogButtons>
        }
      >
        <p>{goal}</p>
        <p>{text("focus.remove.why")}</p>
        <output>{refusal}</output>
      </Dialog>
    </div>
  );
}
