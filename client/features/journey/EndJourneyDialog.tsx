import { useState } from "react";
import { call } from "#client/lib/api.ts";
import { writtenDayWords } from "#client/lib/dates.ts";
import { text } from "#client/lib/text.ts";
import { useNowMs } from "#client/lib/use-now.ts";
import { Button } from "#client/ui/Button.tsx";
import { Dialog } from "#client/ui/Dialog.tsx";
import { DialogButtons } from "#client/ui/DialogButtons.tsx";
import { Form } from "#client/ui/Form.tsx";
import { KeepingFields } from "#client/ui/KeepingFields.tsx";
import { TextField } from "#client/ui/TextField.tsx";
import { isEarlyEnd, isPlannable } from "#shared/domain/journey-state.ts";
import { journeyEndSchema } from "#shared/domain/journey.ts";
import type { Journey, PlannedEnd } from "#shared/domain/journey.ts";
import { useChange } from "./use-journey.ts";

const { reason: reasonSchema } = journeyEndSchema.shape;

interface EndJourneyDialogProps {
  readonly journey: Journey;
  /** The latest day on which clips may go, `YYYY-MM-DD`. */
  readonly latest: string;
  readonly onClose: () => void;
}

/**
 * Asks what is kept, who sees it and until when, beginning with what both noted in the room; before the
 * third cycle also why, and takes any words.
 */
export function EndJourneyDialog({ journey, latest, onClose }: EndJourneyDialogProps) {
  const { journeyId, practitionerName: practitioner, end, plannedEnd } = journey;
  const change = useChange();
  const nowMs = useNowMs();
  const [agreed, setAgreed] = useState<PlannedEnd>(() =>
    isPlannable(plannedEnd, latest, nowMs)
      ? { ...plannedEnd, deletesOn: plannedEnd.deletesOn ?? latest }
      : { ...plannedEnd, deletesOn: latest },
  );
  const [reason, setReason] = useState(end?.reason ?? "");
  const [isChecked, setChecked] = useState(false);
  const isEarly = isEarlyEnd(journey);
  const needsReason = isEarly && reason.trim() === "";
  const needsDay = agreed.deletesOn === null || !isPlannable(agreed, latest, nowMs);

  async function handleSubmit() {
    setChecked(true);
    if (needsReason || needsDay || change.isSending) return;
    const body = { ...agreed, reason };
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
        <KeepingFields
          value={agreed}
          onChange={setAgreed}
          latest={latest}
          practitionerName={practitioner}
          dayError={
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
