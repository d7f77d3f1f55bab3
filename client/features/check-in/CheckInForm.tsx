import { useState } from "react";
import { text } from "#client/lib/text.ts";
import { Form } from "#client/ui/Form.tsx";
import { Button } from "#client/ui/Button.tsx";
import { TextField } from "#client/ui/TextField.tsx";
import { checkInElements } from "#shared/domain/check-in.ts";
import type { CheckInAnswer, CheckInAnswers, CheckInElement } from "#shared/domain/check-in.ts";
import styles from "./CheckIn.module.css";

interface CheckInFormProps {
  /** What was said at this moment before. */
  readonly answers: CheckInAnswers;
  readonly isSending: boolean;
  readonly refusal: string;
  readonly onKeep: (answers: CheckInAnswers) => void;
}

/** The four elements in five words each, and one word for today. Each may be left out. */
export function CheckInForm({ answers, isSending, refusal, onKeep }: CheckInFormProps) {
  const [said, setSaid] = useState(answers);
  return (
    <Form onSubmit={() => onKeep(said)} refusal={refusal}>
      {checkInElements.map((element) => (
        <Element
          key={element}
          element={element}
          answer={said[element]}
          onAnswer={(answer) => setSaid({ ...said, [element]: answer })}
        />
      ))}
      <TextField
        label={text("checkIn.today")}
        maxLength={40}
        value={said.word}
        onChange={(word) => setSaid({ ...said, word })}
      />
      <div>
        <Button kind="primary" type="submit" isPending={isSending}>
          {text("checkIn.keep")}
        </Button>
      </div>
    </Form>
  );
}

const choices = [0, 1, 2, 3, 4, null] as const;

interface ElementProps {
  readonly element: CheckInElement;
  readonly answer: CheckInAnswer;
  readonly onAnswer: (answer: CheckInAnswer) => void;
}

function Element({ element, answer, onAnswer }: ElementProps) {
  return (
    <fieldset className={styles["element"]}>
      <legend>
        <strong>{text(`checkIn.${element}`)}</strong> {text(`checkIn.${element}.line`)}
      </legend>
      <div className={styles["choices"]}>
        {choices.map((choice) => (
          <label key={choice} className={styles["choice"]}>
            <input
              type="radio"
              name={element}
              checked={answer === choice}
              onChange={() => onAnswer(choice)}
            />
            {choice === null ? text("checkIn.skip") : text(`checkIn.word.${choice}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
