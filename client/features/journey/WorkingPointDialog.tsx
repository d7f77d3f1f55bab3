import { useState } from "react";
import { call } from "#client/lib/api.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Dialog } from "#client/ui/Dialog.tsx";
import { DialogButtons } from "#client/ui/DialogButtons.tsx";
import { Form } from "#client/ui/Form.tsx";
import { TextField } from "#client/ui/TextField.tsx";
import { workingPointSchema } from "#shared/domain/trainee-log.ts";
import { useChange } from "./use-journey.ts";

interface WorkingPointDialogProps {
  readonly reviewId: string;
  /** As kept; empty when there is none. */
  readonly words: string;
  readonly onClose: () => void;
}

/** Writes the guider's own learning about one review; emptied, it is taken away. */
export function WorkingPointDialog({ reviewId, words, onClose }: WorkingPointDialogProps) {
  const change = useChange();
  const [draft, setDraft] = useState(words);

  async function handleKeep() {
    if (change.isSending) return;
    const kept = await change.make(() =>
      call("keepWorkingPoint", { params: { reviewId }, body: { words: draft } }),
    );
    if (kept.ok) onClose();
  }

  return (
    <Dialog title={text("point.title")} isOpen onClose={onClose}>
      <Form onSubmit={() => void handleKeep()} refusal={change.refusal}>
        <TextField
          label={text("point.label")}
          hint={text("point.hint")}
          rows={5}
          maxLength={workingPointSchema.maxLength ?? Infinity}
          value={draft}
          onChange={setDraft}
        />
        <DialogButtons>
          <Button kind="primary" type="submit" isPending={change.isSending}>
            {text("point.keep")}
          </Button>
        </DialogButtons>
      </Form>
    </Dialog>
  );
}
