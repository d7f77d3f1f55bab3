import { useState } from "react";
import { call } from "#client/lib/api.ts";
import { fromLocalField } from "#client/lib/dates.ts";
import { refusalWords } from "#client/lib/refusal-words.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { DialogButtons } from "#client/ui/DialogButtons.tsx";
import { Form } from "#client/ui/Form.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import { SelectField } from "#client/ui/SelectField.tsx";
import { TextField } from "#client/ui/TextField.tsx";
import type { Journey, Review } from "#shared/domain/journey.ts";
import { notAgreedToSupervisor } from "#shared/domain/supervision.ts";
import type { Issued } from "./IssuedInvite.tsx";
import { useChange } from "./use-journey.ts";

const inviteRoles = ["practitioner", "supervisor"] as const;

/** Asks for whom a link is; its end is four hours after the review starts unless changed. */
export function InviteForm({
  review,
  journey,
  onIssued,
}: {
  readonly review: Review;
  readonly journey: Journey;
  readonly onIssued: (issued: Issued) => void;
}) {
  const change = useChange();
  const [role, setRole] = useState<(typeof inviteRoles)[number]>("practitioner");
  const [name, setName] = useState(journey.practitionerName);
  const [closes, setCloses] = useState("");
  const [isChecked, setChecked] = useState(false);

  const against = role === "supervisor" ? notAgreedToSupervisor(journey, review.reviewId) : [];

  function handleRole(chosen: (typeof inviteRoles)[number]) {
    setRole(chosen);
    setName(chosen === "practitioner" ? journey.practitionerName : "");
  }

  async function handleSubmit() {
    setChecked(true);
    if (name.trim() === "" || against.length > 0 || change.isSending) return;
    const closesAtMs = fromLocalField(closes);
    const { reviewId } = review;
    const body = { name, role, ...(closesAtMs === null ? {} : { closesAtMs }) };
    const answer = await change.make(() => call("issueInvite", { params: { reviewId }, body }));
    if (answer.ok) onIssued(answer.value);
  }

  return (
    <Form onSubmit={() => void handleSubmit()} refusal={change.refusal}>
      <SelectField
        label={text("invite.for")}
        value={role}
        options={inviteRoles.map((value) => ({ value, label: text(`invite.role.${value}`) }))}
        onChange={handleRole}
      />
      {against.length > 0 && (
        <Notice tone="attention" isAnnounced>
          {refusalWords({
            reason: "supervisor-not-agreed",
            details: against.map((person) => person.name),
          })}
        </Notice>
      )}
      <TextField
        label={text("invite.name")}
        maxLength={60}
        value={name}
        onChange={setName}
        error={isChecked && name.trim() === "" ? text("start.needName") : ""}
      />
      <TextField
        label={text("invite.closes")}
        hint={text("invite.closesHint")}
        type="datetime-local"
        value={closes}
        onChange={setCloses}
      />
      {against.length === 0 && (
        <DialogButtons>
          <Button kind="primary" type="submit" isPending={change.isSending}>
            {text("invite.make")}
          </Button>
        </DialogButtons>
      )}
    </Form>
  );
}
