import { useCallback } from "react";
import { Link } from "wouter";
import { call } from "#client/lib/api.ts";
import { dayWords } from "#client/lib/dates.ts";
import { paths } from "#client/lib/paths.ts";
import { refusalWords } from "#client/lib/refusal-words.ts";
import { text } from "#client/lib/text.ts";
import { useAnswered } from "#client/lib/use-answered.ts";
import { Loading } from "#client/ui/Loading.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import { StatusChip } from "#client/ui/StatusChip.tsx";
import styles from "./Report.module.css";

/** The reports of a journey in its practitioner's own place: which wait to be read, and which were agreed. */
export function OwnReports({ journeyId }: { readonly journeyId: string }) {
  const ask = useCallback(() => call("readOwnReports", { params: { journeyId } }), [journeyId]);
  const { answer } = useAnswered(ask);
  if (answer === null) return <Loading />;
  if (!answer.ok) return <Notice tone="attention">{refusalWords(answer)}</Notice>;
  if (answer.value.length === 0) {
    return <p className={styles["quiet"]}>{text("report.own.listNone")}</p>;
  }
  return (
    <ul className={styles["list"]}>
      {answer.value.map(({ reviewId, report, agreedAtMs }) => (
        <li key={reviewId} className={styles["listed"]}>
          <Link href={paths.report(reviewId)} className={styles["listLink"]}>
            {text("report.own.listed", {
              cycle: report.cycleNumber,
              day: dayWords(report.heldAtMs),
            })}
          </Link>
          <StatusChip tone={agreedAtMs === null ? "attention" : "good"}>
            {text(agreedAtMs === null ? "report.own.toRead" : "report.own.isAgreed")}
          </StatusChip>
        </li>
      ))}
    </ul>
  );
}
