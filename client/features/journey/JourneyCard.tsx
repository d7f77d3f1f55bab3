import { Link } from "wouter";
import { dayWords } from "#client/lib/dates.ts";
import { paths } from "#client/lib/paths.ts";
import { text } from "#client/lib/text.ts";
import { useNowMs } from "#client/lib/use-now.ts";
import { buttonClasses } from "#client/ui/Button.tsx";
import { Card } from "#client/ui/Card.tsx";
import { StatusChip } from "#client/ui/StatusChip.tsx";
import type { ListedJourney } from "#shared/domain/cycle-line.ts";
import { cycleWords } from "./cycle-words.ts";
import styles from "./Journey.module.css";
import { StepLine } from "./StepLine.tsx";

/** One journey on the home page: the pair, their question, its cycles and the next review. */
export function JourneyCard({ summary }: { readonly summary: ListedJourney }) {
  const { journeyId, practitionerName: practitioner, childName: child, end } = summary;
  const next = end === null ? summary.next : null;
  const isLive = next?.state === "live";
  return (
    <Card band={isLive ? "leaf" : "lake"}>
      <div className={styles["cardHead"]}>
        <h2 className={styles["pair"]}>{text("home.pair", { practitioner, child })}</h2>
        {isLive && <StatusChip tone="good">{text("review.state.live")}</StatusChip>}
      </div>
      <p className={styles["quiet"]}>{summary.setting}</p>
      <p className={styles["question"]}>
        {summary.helpingQuestion === "" ? text("home.noQuestion") : summary.helpingQuestion}
      </p>
      {end === null ? (
        <CycleLines lines={summary.lines} />
      ) : (
        <p className={styles["quiet"]}>
          {text("home.endedOn", { count: summary.cycles, day: dayWords(end.endedAtMs) })}
        </p>
      )}
      <div className={styles["cardFoot"]}>
        {next !== null && (
          <Link href={paths.room(next.reviewId)} className={buttonClasses("plain")}>
            {text("review.openRoom")}
          </Link>
        )}
        <Link
          href={paths.journey(journeyId)}
          className={buttonClasses("plain")}
          aria-label={text("home.openName", { practitioner, child })}
        >
          {text("home.open")}
        </Link>
      </div>
    </Card>
  );
}

function CycleLines({ lines }: Pick<ListedJourney, "lines">) {
  const nowMs = useNowMs();
  if (lines.length === 0) {
    return <p className={styles["quiet"]}>{text("home.cycles", { count: 0 })}</p>;
  }
  return (
    <ul className={styles["cycleLines"]}>
      {lines.map((line) => (
        <li key={line.cycleId}>
          {text("home.cycle", { number: line.number, words: cycleWords(line, nowMs) })}
          <StepLine number={line.number} steps={line.steps} isShort />
        </li>
      ))}
    </ul>
  );
}
