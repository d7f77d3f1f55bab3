import { useCallback, useId, useState } from "react";
import { call } from "#client/lib/api.ts";
import { dayWords } from "#client/lib/dates.ts";
import { refusalWords } from "#client/lib/refusal-words.ts";
import { text } from "#client/lib/text.ts";
import { useAnswered } from "#client/lib/use-answered.ts";
import type { AnsweredValue } from "#client/lib/use-answered.ts";
import { Button } from "#client/ui/Button.tsx";
import { CheckField } from "#client/ui/CheckField.tsx";
import { Form } from "#client/ui/Form.tsx";
import { Loading } from "#client/ui/Loading.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import { StatusChip } from "#client/ui/StatusChip.tsx";
import { TextField } from "#client/ui/TextField.tsx";
import type { GuiderReport as GuidersReport } from "#shared/protocol/report-routes.ts";
import type { Report } from "#shared/report/report.ts";
import styles from "./Report.module.css";
import { ReportSheet } from "./ReportSheet.tsx";
import { TakeAway } from "./TakeAway.tsx";
import { useStills } from "./use-stills.ts";

/** A review's report on its guider's desk: make it, see whether it is agreed, take it away. */
export function GuiderReport({ reviewId }: { readonly reviewId: string }) {
  const ask = useCallback(() => call("readReport", { params: { reviewId } }), [reviewId]);
  const kept = useAnswered(ask);
  const { answer } = kept;
  if (answer === null) return <Loading />;
  if (!answer.ok) return <Notice tone="attention">{refusalWords(answer)}</Notice>;
  const { report } = answer.value;
  if (report === null) return <Notice>{text("report.early")}</Notice>;
  return <Desk {...{ reviewId, kept, report }} value={answer.value} />;
}

interface DeskProps {
  readonly reviewId: string;
  readonly kept: AnsweredValue<GuidersReport>;
  readonly value: GuidersReport;
  readonly report: Report;
}

function Desk({ reviewId, kept, value, report }: DeskProps) {
  const pictures = useStills(reviewId, report);
  const id = useId();
  const { practitionerName: name } = report;
  return (
    <div className={styles["desk"]}>
      <ReportSheet report={report} pictures={pictures} isDraft={value.state !== "agreed"} />
      <div className={styles["sides"]}>
        <section className={styles["side"]} aria-labelledby={id}>
          <h2 id={id}>{text("report.choices")}</h2>
          <div>
            <StatusChip tone={value.state === "agreed" ? "good" : "calm"} isLive>
              {value.agreedAtMs === null
                ? text(value.state === "unmade" ? "report.state.unmade" : "report.state.waiting", {
                    name,
                  })
                : text("report.state.agreed", { name, when: dayWords(value.agreedAtMs) })}
            </StatusChip>
          </div>
          {value.isBehind && <Notice>{text("report.behind")}</Notice>}
          <Choices {...{ reviewId, kept, value, name }} />
        </section>
        {value.state === "agreed" ? (
          <TakeAway
            fetchAgreed={() => call("exportReport", { params: { reviewId } })}
            pictures={pictures}
          />
        ) : (
          <p className={styles["quiet"]}>{text("report.takeLater", { name })}</p>
        )}
      </div>
    </div>
  );
}

interface ChoicesProps extends Pick<DeskProps, "reviewId" | "kept" | "value"> {
  readonly name: string;
}

function Choices({ reviewId, kept, value, name }: ChoicesProps) {
  const [choices, setChoices] = useState(value.choices);
  const [said, setSaid] = useState("");

  async function handleMake() {
    const body = { ...choices, guiderWords: choices.guiderWords.trim() };
    const isMade = await kept.change(() => call("keepReport", { params: { reviewId }, body }));
    setSaid(isMade ? text("report.made", { name }) : "");
  }

  return (
    <Form onSubmit={() => void handleMake()} refusal={kept.refusal}>
      <TextField
        label={text("report.guiderWords")}
        hint={text("report.guiderWordsHint", { name })}
        rows={4}
        maxLength={1_200}
        value={choices.guiderWords}
        onChange={(guiderWords) => setChoices({ ...choices, guiderWords })}
      />
      <CheckField
        label={text("report.usesInitials")}
        isChecked={choices.usesInitials}
        onChange={(usesInitials) => setChoices({ ...choices, usesInitials })}
      />
      <div>
        <CheckField
          label={text("report.withStills")}
          isChecked={choices.withStills}
          onChange={(withStills) => setChoices({ ...choices, withStills })}
        />
        <p className={styles["quiet"]}>{text("report.withStillsHint")}</p>
      </div>
      <Button type="submit" kind="primary" isPending={kept.isSending}>
        {text(value.state === "unmade" ? "report.make" : "report.makeAgain")}
      </Button>
      <output>{said}</output>
    </Form>
  );
}
