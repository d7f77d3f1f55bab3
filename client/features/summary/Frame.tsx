import { useState } from "react";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Form } from "#client/ui/Form.tsx";
import { SelectField } from "#client/ui/SelectField.tsx";
import { TextField } from "#client/ui/TextField.tsx";
import type { Summary } from "#shared/report/summary.ts";
import { summaryLimits } from "#shared/report/summary.ts";
import styles from "./Summary.module.css";

interface FrameProps {
  readonly summary: Summary;
  readonly keep: (summary: Summary) => Promise<boolean>;
}

/** What stands before and after the lines, and what the child is called. */
export function Frame({ summary, keep }: FrameProps) {
  const [said, setSaid] = useState("");

  async function handleKeep(words: Pick<Summary, "intro" | "closing">) {
    setSaid((await keep({ ...summary, ...words })) ? text("summary.kept") : "");
  }

  return (
    <div className={styles["part"]}>
      <SelectField
        label={text("summary.childAs")}
        value={summary.childAs}
        options={(["pupil", "child"] as const).map((value) => ({
          value,
          label: text(`summary.childAs.${value}`),
        }))}
        onChange={(childAs) => void keep({ ...summary, childAs })}
      />
      {/* Shows the words as they were kept: without names. */}
      <Words
        key={`${summary.intro}\n${summary.closing}`}
        kept={summary}
        onKeep={(words) => void handleKeep(words)}
      />
      <output>{said}</output>
    </div>
  );
}

interface WordsProps {
  readonly kept: Pick<Summary, "intro" | "closing">;
  readonly onKeep: (words: WordsProps["kept"]) => void;
}

function Words({ kept, onKeep }: WordsProps) {
  const [intro, setIntro] = useState(kept.intro);
  const [closing, setClosing] = useState(kept.closing);
  return (
    <Form onSubmit={() => onKeep({ intro: intro.trim(), closing: closing.trim() })} refusal="">
      <TextField
        label={text("summary.before")}
        rows={2}
        maxLength={summaryLimits.restCharacters}
        value={intro}
        onChange={setIntro}
      />
      <TextField
        label={text("summary.after")}
        rows={2}
        maxLength={summaryLimits.restCharacters}
        value={closing}
        onChange={setClosing}
      />
      <div>
        <Button type="submit">{text("summary.keep")}</Button>
      </div>
    </Form>
  );
}
