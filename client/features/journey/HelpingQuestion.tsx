import { useState } from "react";
import { call } from "#client/lib/api.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Card } from "#client/ui/Card.tsx";
import { Dialog } from "#client/ui/Dialog.tsx";
import { DialogButtons } from "#client/ui/DialogButtons.tsx";
import { Form } from "#client/ui/Form.tsx";
import { TextField } from "#client/ui/TextField.tsx";
import { focusCharacters } from "#shared/domain/journey.ts";
import type { Journey } from "#shared/domain/journey.ts";
import styles from "./Journey.module.css";
import { useChange } from "./use-journey.ts";

/** What the practitioner hopes to explore, in their own words. */
export function HelpingQuestion({ journey }: { readonly journey: Journey }) {
  const [isChanging, setChanging] = useState(false);
  const question = journey.helpingQuestion;
  return (
    <Card band="honey" labelledBy="question-title">
      <h2 id="question-title">{text("question.title")}</h2>
      <p className={question === "" ? styles["quiet"] : styles["question"]}>
        {question === "" ? text("question.empty") : question}
      </p>
      {journey.end === null && (
        <div>
          <Button onPress={() => setChanging(true)}>
            {text(question === "" ? "question.write" : "question.change")}
          </Button>
        </div>
      )}
      {isChanging && <QuestionDialog journey={journey} onClose={() => setChanging(false)} />}
    </Card>
  );
}

function QuestionDialog({
  journey,
  onClose,
}: {
  readonly journey: Journey;
  readonly onClose: () => void;
}) {
  const change = useChange();
  const [basedOn] = useState(journey.helpingQuestion); // others may write it anew meanwhile
  const [helpingQuestion, setHelpingQuestion] = useState(basedOn);

  async function handleSubmit() {
    const { journeyId } = journey;
    const answer = await change.make(() =>
      call("setHelpingQuestion", { params: { journeyId }, body: { helpingQuestion, basedOn } }),
    );
    if (answer.ok) onClose();
  }

  return (
    <Dialog title={text("question.title")} isOpen onClose={onClose}>
      <Form onSubmit={() => void handleSubmit()} refusal={change.refusal}>
        <TextField
          label={text("question.field")}
          hint={text("question.hint", { practitioner: journey.practitionerName })}
          rows={3}
          maxLength={focusCharacters.helpingQuestion}
          value={helpingQuestion}
          onChange={setHelpingQuestion}
        />
        <DialogButtons>
          <Button onPress={onClose}>{text("start.cancel")}</Button>
          <Button kind="primary" type="submit" isPending={change.isSending}>
            {text("question.save")}
          </Button>
        </DialogButtons>
      </Form>
    </Dialog>
  );
}
