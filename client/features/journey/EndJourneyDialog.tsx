import { useState } from "react";
import { call } from "#client/lib/api.ts";
import { writtenDayWords } from "#client/lib/dates.ts";
import { text } from "#client/lib/text.ts";
import { useNowMs } from "#client/lib/use-now.ts";
import { Button } from "#client/ui/Button.tsx";
import { Dialog } from "#client/ui/Dialog.tsx";
import { DialogButtons } from "#client/ui/DialogButtons.tsx";
import { Form } from "#client/ui/Form.tsx";
import { TextField } from "#client/ui/TextField.tsx";
import { dayOf, isEarlyEnd } from "#shared/domain/journey-state.ts";
import { journeyEndSchema } from "#shared/domain/journey.ts";
import type { Journey } from "#shared/domain/journey.ts";
import { useChange } from "./use-journey.ts";

const { reason: reasonSchema, keeps: keepsSchema } = journeyEndSchema.shape;

interface EndJourneyDialogProps {
  readonly journey: Journey;
  /** The latest day on which clips may go, `YYYY-MM-DD`. */
  readonly latest: string;
  readonly onClose: () => void;
}

/** Asks what is kept, who sees it and until when; before the third cycle also why, and takes any words. */
export function EndJourneyDialog({ journey, latest, onClose }: EndJourneyDialogProps) {
  const { journeyId, practitionerName: practitioner, end } = journey;
  const change = useChange();
  const [keeps, setKeeps] = useState(end?.keeps ?? "");
  const [reason, setReason] = useState(end?.reason ?? "");
  const [deletesOn, setDeletesOn] = useState(end?.deletesOn ?? latest);
  const [isChecked, setChecked] = useState(false);
  const isEarly = isEarlyEnd(journey);
  const needsReason = isEarly && reason.trim() === "";
  const needsDay = deletesOn < dayOf(useNowMs()) || deletesOn > latest; // an empty field is before any day

  async function handleSubmit() {
    setChecked(true);
    if (needsReason || needsDay || change.isSending) return;
    const body = { keeps, reason, deletesOn };
    const answer = await change.make(() => call("endJourney", { params: { journeyId }, body }));
    if (answer.ok) onClose();
  }

  return (
    <Dialog title={text(end === null ? "end.dialog" : "end.dialogChange")} isOpen onClose={onClose}>
      <Form onSubmit={() => void handleSubmit()} refusal={change.refusal}>
        <p>{text("end.lead", { practitioner })}</p>
        {isEarly && (
          <TextField
            label={text("end.early")}
            hint={text("end.earlyHint")}
            rows={2}
            maxLength={reasonSchema.maxLength ?? Infinity}
            value={reason}
            onChange={setReason}
            error={isChecked && needsReason ? text("end.earlyAsk") : ""}
          />
        )}
        <TextField
          label={text("end.keeps")}
          hint={text("end.keepsHint", { practitioner })}
          rows={3}
          maxLength={keepsSchema.maxLength ?? Infinity}
          value={keeps}
          onChange={setKeeps}
        />
        <TextField
          label={text("end.until")}
          hint={text("end.untilHint", { latest: writtenDayWords(latest) })}
          type="date"
          value={deletesOn}
          onChange={setDeletesOn}
          error={
            isChecked && needsDay ? text("end.untilAsk", { latest: writtenDayWords(latest) }) : ""
          }
        />
        <DialogButtons>
          <Button onPress={onClose}>{text("end.back")}</Button>
          <Button kind="primary" type="submit" isPending={change.isSending}>
            {text(end === null ? "end.submit" : "end.keep")}
          </Button>
        </DialogButtons>
      </Form>
    </Dialog>
  );
}
