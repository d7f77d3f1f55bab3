import { useState } from "react";
import { call } from "#client/lib/api.ts";
import { fromLocalField, toLocalField } from "#client/lib/dates.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Dialog } from "#client/ui/Dialog.tsx";
import { DialogButtons } from "#client/ui/DialogButtons.tsx";
import { Form } from "#client/ui/Form.tsx";
import { SelectField } from "#client/ui/SelectField.tsx";
import { TextField } from "#client/ui/TextField.tsx";
import { reviewKindSchema } from "#shared/domain/journey.ts";
import type { ReviewKind } from "#shared/domain/journey.ts";
import { useChange } from "./use-journey.ts";

interface PlanReviewDialogProps {
  readonly cycleId: string;
  /** What it is most likely for. */
  readonly likely: ReviewKind;
  readonly onClose: () => void;
}

/** Plans a meeting in the review room: what for, a day and a time, now unless changed. */
export function PlanReviewDialog({ cycleId, likely, onClose }: PlanReviewDialogProps) {
  const change = useChange();
  const [kind, setKind] = useState(likely);
  const [when, setWhen] = useState(() => toLocalField(Date.now()));
  const startsAtMs = fromLocalField(when);

  async function handleSubmit() {
    if (startsAtMs === null || change.isSending) return;
    const answer = await change.make(() =>
      call("planReview", { params: { cycleId }, body: { kind, startsAtMs } }),
    );
    if (answer.ok) onClose();
  }

  return (
    <Dialog title={text("review.plan")} isOpen onClose={onClose}>
      <Form onSubmit={() => void handleSubmit()} refusal={change.refusal}>
        <SelectField
          label={text("review.kind")}
          value={kind}
          options={reviewKindSchema.options.map((value) => ({
            value,
            label: text(`review.kind.${value}`),
          }))}
          onChange={setKind}
        />
        <TextField
          label={text("review.when")}
          hint={text("review.whenHint")}
          type="datetime-local"
          value={when}
          onChange={setWhen}
          error={startsAtMs === null ? text("review.needWhen") : ""}
        />
        <DialogButtons>
          <Button onPress={onClose}>{text("start.cancel")}</Button>
          <Button kind="primary" type="submit" isPending={change.isSending}>
            {text("review.planSubmit")}
          </Button>
        </DialogButtons>
      </Form>
    </Dialog>
  );
}
