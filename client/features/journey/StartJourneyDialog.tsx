import { useState } from "react";
import { call } from "#client/lib/api.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Dialog } from "#client/ui/Dialog.tsx";
import { Form } from "#client/ui/Form.tsx";
import { DialogButtons } from "#client/ui/DialogButtons.tsx";
import { TextField } from "#client/ui/TextField.tsx";
import { useChange } from "./use-journey.ts";

/** Starts a journey from two first names; no surname and no date of birth of a child is asked for. */
export function StartJourneyDialog(props: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onStarted: (journeyId: string) => void;
}) {
  return (
    <Dialog title={text("start.title")} isOpen={props.isOpen} onClose={props.onClose}>
      <StartJourneyForm {...props} />
    </Dialog>
  );
}

function StartJourneyForm({
  onClose,
  onStarted,
}: {
  readonly onClose: () => void;
  readonly onStarted: (journeyId: string) => void;
}) {
  const change = useChange();
  const [practitionerName, setPractitionerName] = useState("");
  const [childName, setChildName] = useState("");
  const [setting, setSetting] = useState("");
  const [isChecked, setChecked] = useState(false);
  const errorOf = (name: string) => (isChecked && name.trim() === "" ? text("start.needName") : "");

  async function handleSubmit() {
    setChecked(true);
    if (practitionerName.trim() === "" || childName.trim() === "" || change.isSending) return;
    const body = { practitionerName, childName, setting };
    const answer = await change.make(() => call("createJourney", { body }));
    if (answer.ok) onStarted(answer.value.journeyId);
  }

  return (
    <Form onSubmit={() => void handleSubmit()} refusal={change.refusal}>
      <TextField
        label={text("start.practitioner")}
        hint={text("start.practitionerHint")}
        maxLength={60}
        value={practitionerName}
        onChange={setPractitionerName}
        error={errorOf(practitionerName)}
      />
      <TextField
        label={text("start.child")}
        hint={text("start.childHint")}
        maxLength={60}
        value={childName}
        onChange={setChildName}
        error={errorOf(childName)}
      />
      <TextField
        label={text("start.setting")}
        hint={text("start.settingHint")}
        maxLength={120}
        value={setting}
        onChange={setSetting}
      />
      <DialogButtons>
        <Button onPress={onClose}>{text("start.cancel")}</Button>
        <Button kind="primary" type="submit" isPending={change.isSending}>
          {text("start.submit")}
        </Button>
      </DialogButtons>
    </Form>
  );
}
