import { useId } from "react";
import { Link } from "wouter";
import { call } from "#client/lib/api.ts";
import { dayWords } from "#client/lib/dates.ts";
import { paths } from "#client/lib/paths.ts";
import { refusalWords } from "#client/lib/refusal-words.ts";
import { saveFile } from "#client/lib/save-file.ts";
import { text } from "#client/lib/text.ts";
import { useAnswered } from "#client/lib/use-answered.ts";
import { Button } from "#client/ui/Button.tsx";
import { Card } from "#client/ui/Card.tsx";
import { Loading } from "#client/ui/Loading.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import { Page } from "#client/ui/Page.tsx";
import type { TraineeLog } from "#shared/domain/trainee-log.ts";
import { logCsv } from "./log-csv.ts";
import { Stages } from "./Stages.tsx";
import { SupervisionHours } from "./SupervisionHours.tsx";
import styles from "./TraineeLog.module.css";

const readLog = () => call("readTraineeLog");

/** A guider's own log: stage, cycles held, hours of supervision and working points. */
export function TraineeLogView() {
  const { answer, isSending, refusal, change } = useAnswered(readLog);
  if (answer === null) return <Loading />;
  return (
    <Page title={text("log.title")} width="wide">
      {answer.ok ? (
        <>
          <p>{text("log.lead")}</p>
          <Stages
            log={answer.value}
            isSending={isSending}
            onStage={(stage) => void change(() => call("setStage", { body: { stage } }))}
          />
          <div className={styles["columns"]}>
            <Reviews reviews={answer.value.reviews} />
            <SupervisionHours
              supervisions={answer.value.supervisions}
              isSending={isSending}
              refusal={refusal}
              onAdd={(hour) => change(() => call("addSupervision", { body: hour }))}
              onRemove={({ supervisionId }) =>
                void change(() => call("removeSupervision", { body: { supervisionId } }))
              }
            />
          </div>
          <TakeAway log={answer.value} />
        </>
      ) : (
        <Notice tone="attention">{refusalWords(answer)}</Notice>
      )}
    </Page>
  );
}

function Reviews({ reviews }: Pick<TraineeLog, "reviews">) {
  const id = useId();
  return (
    <Card labelledBy={id}>
      <h2 id={id}>{text("log.reviews")}</h2>
      {reviews.length === 0 && <p className={styles["quiet"]}>{text("log.noReviews")}</p>}
      <ul className={styles["rows"]}>
        {reviews.map((review) => {
          const { journeyId, practitionerName: name, cycleNumber: cycle, workingPoint } = review;
          return (
            <li key={review.reviewId} className={styles["row"]}>
              <p>{text("log.review", { day: dayWords(review.startsAtMs), cycle, name })}</p>
              <p className={styles[workingPoint === "" ? "quiet" : "point"]}>
                {workingPoint || text("log.noPoint")}
              </p>
              <Link
                href={paths.journey(journeyId)}
                className={styles["link"]}
                aria-label={text("log.journeyNamed", { name, cycle })}
              >
                {text("log.journey")}
              </Link>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

function TakeAway({ log }: { readonly log: TraineeLog }) {
  function handleSave() {
    saveFile("log.csv", new Blob([logCsv(log)], { type: "text/csv;charset=utf-8" }));
  }
  return (
    <div className={styles["away"]}>
      <Button onPress={handleSave}>{text("log.save")}</Button>
      <p className={styles["quiet"]}>{text("log.saveWords")}</p>
    </div>
  );
}
