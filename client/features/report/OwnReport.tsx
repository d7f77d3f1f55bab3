import { useCallback, useId, useState } from "react";
import { call, refuse } from "#client/lib/api.ts";
import type { Answered } from "#client/lib/api.ts";
import { dayWords } from "#client/lib/dates.ts";
import { refusalWords } from "#client/lib/refusal-words.ts";
import { text } from "#client/lib/text.ts";
import { useAnswered } from "#client/lib/use-answered.ts";
import type { AnsweredValue } from "#client/lib/use-answered.ts";
import { Button } from "#client/ui/Button.tsx";
import { Form } from "#client/ui/Form.tsx";
import { Loading } from "#client/ui/Loading.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import { StatusChip } from "#client/ui/StatusChip.tsx";
import { TextField } from "#client/ui/TextField.tsx";
import { ok } from "#shared/lib/result.ts";
import type { AgreedReport, OwnReport as Own } from "#shared/protocol/report-routes.ts";
import styles from "./Report.module.css";
import { ReportSheet } from "./ReportSheet.tsx";
import { TakeAway } from "./TakeAway.tsx";
import { useStills } from "./use-stills.ts";

interface OwnReportProps {
  readonly journeyId: string;
  readonly reviewId: string;
}

/** A report as its practitioner reads it: their own words in it, and whether they agree. */
export function OwnReport({ journeyId, reviewId }: OwnReportProps) {
  const ask = useCallback(() => findOwn(journeyId, reviewId), [journeyId, reviewId]);
  const kept = useAnswered(ask);
  const { answer } = kept;
  if (answer === null) return <Loading />;
  if (answer.ok) return <Desk {...{ journeyId, reviewId, kept }} own={answer.value} />;
  return (
    <Notice tone={answer.reason === "not-found" ? "info" : "attention"}>
      {answer.reason === "not-found" ? text("report.own.none") : refusalWords(answer)}
    </Notice>
  );
}

async function findOwn(journeyId: string, reviewId: string): Promise<Answered<Own>> {
  const all = await call("readOwnReports", { params: { journeyId } });
  if (!all.ok) return all;
  const own = all.value.find((one) => one.reviewId === reviewId);
  return own === undefined ? refuse("not-found") : ok(own);
}

interface DeskProps extends OwnReportProps {
  readonly kept: AnsweredValue<Own>;
  readonly own: Own;
}

function Desk(props: DeskProps) {
  const { reviewId, own } = props;
  const pictures = useStills(reviewId, own.report);
  return (
    <div className={styles["desk"]}>
      <ReportSheet report={own.report} pictures={pictures} />
      <div className={styles["sides"]}>
        <Agreement {...props} />
        <Words {...props} />
        {own.agreedAtMs !== null && (
          <TakeAway fetchAgreed={() => agreedNow(props)} pictures={pictures} />
        )}
      </div>
    </div>
  );
}

/** As it stands on this page; it is the practitioner's own and asks nobody. */
function agreedNow({ own }: Pick<DeskProps, "own">): Promise<Answered<AgreedReport>> {
  const { report, sha256, agreedAtMs } = own;
  return Promise.resolve(
    agreedAtMs === null ? refuse("report-not-agreed") : ok({ report, sha256, agreedAtMs }),
  );
}

function Agreement({ journeyId, reviewId, kept, own }: DeskProps) {
  const isAgreed = own.agreedAtMs !== null;
  const id = useId();

  function handlePress() {
    const body = { reviewId, sha256: own.sha256, isAgreed: !isAgreed };
    void kept.change(() => call("agreeToReport", { params: { journeyId }, body }));
  }

  return (
    <section className={styles["side"]} aria-labelledby={id}>
      <h2 id={id}>{text("report.own.agreement")}</h2>
      {own.agreedAtMs === null ? (
        <p>{text("report.own.intro")}</p>
      ) : (
        <StatusChip tone="good" isLive>
          {text("report.own.agreed", { when: dayWords(own.agreedAtMs) })}
        </StatusChip>
      )}
      {kept.refusal !== "" && (
        <Notice tone="attention" isAnnounced>
          {kept.refusal}
        </Notice>
      )}
      <div>
        <Button
          kind={isAgreed ? "quiet" : "primary"}
          isPending={kept.isSending}
          onPress={handlePress}
        >
          {text(isAgreed ? "report.own.takeBack" : "report.own.agree")}
        </Button>
      </div>
    </section>
  );
}

function Words({ journeyId, reviewId, kept, own }: DeskProps) {
  const [words, setWords] = useState(own.own);
  const [said, setSaid] = useState("");
  const id = useId();

  async function handleSave() {
    const body = { reviewId, words: words.words.trim(), wellbeing: words.wellbeing.trim() };
    const isKept = await kept.change(() => call("writeInReport", { params: { journeyId }, body }));
    setSaid(isKept ? text("report.own.saved", { name: own.report.guiderName }) : "");
  }

  return (
    <section className={styles["side"]} aria-labelledby={id}>
      <h2 id={id}>{text("report.own.ownWords")}</h2>
      <Form onSubmit={() => void handleSave()} refusal="">
        <TextField
          label={text("report.own.words")}
          rows={4}
          maxLength={1_200}
          value={words.words}
          onChange={(next) => setWords({ ...words, words: next })}
        />
        <TextField
          label={text("report.own.wellbeing")}
          hint={text("report.own.wellbeingHint")}
          rows={2}
          maxLength={1_200}
          value={words.wellbeing}
          onChange={(next) => setWords({ ...words, wellbeing: next })}
        />
        <Button type="submit" isPending={kept.isSending}>
          {text("report.own.save")}
        </Button>
        <output>{said}</output>
      </Form>
    </section>
  );
}
