import { useState } from "react";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Form } from "#client/ui/Form.tsx";
import { SelectField } from "#client/ui/SelectField.tsx";
import { TextField } from "#client/ui/TextField.tsx";
import type { Summary } from "#shared/report/summary.ts";
import { summaryLimits } from "#shared/report/summary.ts";

interface FrameProps {
  readonly summary: Summary;
  readonly keep: (summary: Summary) => Promise<boolean>;
}

/** What stands before and after the lines, and what the child is called. */
export function Frame({ summary, keep }: FrameProps) {
  const [intro, setIntro] = useState(summary.intro);
  const [closing, setClosing] = useState(summary.closing);
  const [said, setSaid] = useState("");

  async function handleKeep() {
    const isKept = await keep({ ...summary, intro: intro.trim(), closing: closing.trim() });
    setSaid(isKept ? text("summary.kept") : "");
  }

  return (
    <Form onSubmit={() => void handleKeep()} refusal="">
      <SelectField
        label={text("summary.childAs")}
        value={summary.childAs}
        options={(["pupil", "child"] as const).map((value) => ({
          value,
          label: text(`summary.childAs.${value}`),
        }))}
        onChange={(childAs) => void keep({ ...summary, childAs })}
      />
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
      <output>{said}</output>
    </Form>
  );
}
