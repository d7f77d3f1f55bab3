import { useState } from "react";
import { call } from "#client/lib/api.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Dialog } from "#client/ui/Dialog.tsx";
import { DialogButtons } from "#client/ui/DialogButtons.tsx";
import { Form } from "#client/ui/Form.tsx";
import { TextField } from "#client/ui/TextField.tsx";
import type { Clip } from "#shared/domain/clip.ts";
import { useChange } from "./use-journey.ts";

interface PreparationDialogProps {
  readonly clip: Clip;
  readonly practitionerName: string;
  readonly onClose: () => void;
}

/** What the guider would like to notice or ask about a clip, written before the review. */
export function PreparationDialog({ clip, practitionerName, onClose }: PreparationDialogProps) {
  const change = useChange();
  const [preparation, setPreparation] = useState(clip.preparation);

  async function handleSubmit() {
    const { clipId } = clip;
    const answer = await change.make(() =>
      call("setPreparation", { params: { clipId }, body: { preparation } }),
    );
    if (answer.ok) onClose();
  }

  return (
    <Dialog title={text("notes.prepare.title", { title: clip.title })} isOpen onClose={onClose}>
      <Form onSubmit={() => void handleSubmit()} refusal={change.refusal}>
        <TextField
          label={text("notes.prepare.field")}
          hint={text("notes.prepare.hint", { name: practitionerName })}
          rows={5}
          maxLength={1_000}
          value={preparation}
          onChange={setPreparation}
        />
        <DialogButtons>
          <Button onPress={onClose}>{text("start.cancel")}</Button>
          <Button kind="primary" type="submit" isPending={change.isSending}>
            {text("notes.prepare.save")}
          </Button>
        </DialogButtons>
      </Form>
    </Dialog>
  );
}
