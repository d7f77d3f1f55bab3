import { useState } from "react";
import { call } from "#client/lib/api.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Dialog } from "#client/ui/Dialog.tsx";
import { DialogButtons } from "#client/ui/DialogButtons.tsx";
import { Form } from "#client/ui/Form.tsx";
import { SelectField } from "#client/ui/SelectField.tsx";
import { TextField } from "#client/ui/TextField.tsx";
import type { Relation } from "#shared/domain/people.ts";
import { useChange } from "./use-journey.ts";

/** The journey's child and practitioner are there from its start, and are one each. */
const relations = ["inShot", "parentCarer"] as const;

/** Adds somebody whose permission is to be recorded: in shot, or a parent or carer. */
export function AddPersonDialog({
  journeyId,
  onClose,
}: {
  readonly journeyId: string;
  readonly onClose: () => void;
}) {
  const change = useChange();
  const [name, setName] = useState("");
  const [relation, setRelation] = useState<Relation>("inShot");
  const [isChecked, setChecked] = useState(false);

  async function handleSubmit() {
    setChecked(true);
    if (name.trim() === "" || change.isSending) return;
    const answer = await change.make(() =>
      call("addPerson", { params: { journeyId }, body: { name, relation } }),
    );
    if (answer.ok) onClose();
  }

  return (
    <Dialog title={text("people.add")} isOpen onClose={onClose}>
      <Form onSubmit={() => void handleSubmit()} refusal={change.refusal}>
        <TextField
          label={text("people.name")}
          maxLength={60}
          value={name}
          onChange={setName}
          error={isChecked && name.trim() === "" ? text("start.needName") : ""}
        />
        <SelectField
          label={text("people.relation")}
          value={relation}
          options={relations.map((value) => ({ value, label: text(`people.relation.${value}`) }))}
          onChange={setRelation}
        />
        <DialogButtons>
          <Button onPress={onClose}>{text("start.cancel")}</Button>
          <Button kind="primary" type="submit" isPending={change.isSending}>
            {text("people.submit")}
          </Button>
        </DialogButtons>
      </Form>
    </Dialog>
  );
}
