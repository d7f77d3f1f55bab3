import { useState } from "react";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Form } from "#client/ui/Form.tsx";
import { TextField } from "#client/ui/TextField.tsx";
import { focusCharacters, goalsPerJourney } from "#shared/domain/journey.ts";
import styles from "./GoalEntry.module.css";

/** One goal more, begun with a few words that both reword then; at most three. */
export function AddGoal({
  count,
  childName,
  onAdd,
}: {
  readonly count: number;
  readonly childName: string;
  /** Answers the sentence of a refusal; empty when it was done. */
  readonly onAdd: (text: string) => Promise<string>;
}) {
  const [words, setWords] = useState<string | null>(null);
  const [refusal, setRefusal] = useState("");
  const [isSending, setSending] = useState(false);

  async function handleSubmit() {
    const said = words?.trim() ?? "";
    if (said === "" || isSending) return;
    setSending(true);
    const answer = await onAdd(said);
    setSending(false);
    setRefusal(answer);
    if (answer === "") setWords(null);
  }

  if (count >= goalsPerJourney) return <p className={styles["caption"]}>{text("focus.full")}</p>;
  if (words === null) {
    return (
      <div>
        <Button onPress={() => setWords("")}>{text("focus.add")}</Button>
      </div>
    );
  }
  return (
    <Form onSubmit={() => void handleSubmit()} refusal={refusal}>
      <TextField
        label={text("focus.add.field")}
        hint={text("goals.fieldHint", { child: childName })}
        autoFocus
        maxLength={focusCharacters.goal}
        value={words}
        onChange={setWords}
      />
      <div className={styles["buttons"]}>
        <Button kind="primary" type="submit" isPending={isSending}>
          {text("focus.add.keep")}
        </Button>
        <Button onPress={() => setWords(null)}>{text("focus.add.cancel")}</Button>
      </div>
    </Form>
  );
}
