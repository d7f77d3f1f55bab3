import { Link } from "wouter";
import { dayWords, momentWords } from "#client/lib/dates.ts";
import { paths } from "#client/lib/paths.ts";
import { text } from "#client/lib/text.ts";
import { useNowMs } from "#client/lib/use-now.ts";
import { buttonClasses } from "#client/ui/Button.tsx";
import { Card } from "#client/ui/Card.tsx";
import { StatusChip } from "#client/ui/StatusChip.tsx";
import { isReviewed } from "#shared/domain/cycle-steps.ts";
import type { Cycle, JourneySummary } from "#shared/domain/journey.ts";
import styles from "./Journey.module.css";
import { StepLine } from "./StepLine.tsx";
import { useJourney } from "./use-journey.ts";

/** One journey on the home page: the pair, their question, its cycles and the next review. */
export function JourneyCard({ summary }: { readonly summary: JourneySummary }) {
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
        <CycleLines summary={summary} />
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

function CycleLines({ summary }: { readonly summary: JourneySummary }) {
  const { answer } = useJourney(summary.journeyId);
  const journey = answer?.ok === true ? answer.value : null;
  const nowMs = useNowMs();
  if (journey === null || journey.cycles.length === 0) {
    return <p className={styles["quiet"]}>{text("home.cycles", { count: summary.cycles })}</p>;
  }
  return (
    <ul className={styles["cycleLines"]}>
      {journey.cycles.map((cycle) => (
        <li key={cycle.cycleId}>
          {cycleLine(cycle, nowMs)}
          <StepLine journey={journey} cycle={cycle} isShort />
        </li>
      ))}
    </ul>
  );
}

function cycleLine(cycle: Cycle, nowMs: number): string {
  const open = cycle.reviews.find((review) => review.state !== "ended");
  const clips = cycle.clips.filter((clip) => clip.media !== null).length;
  const values = { number: cycle.number, clips, aims: cycle.aims.length };
  if (open !== undefined) {
    const kind = text(`home.next.${open.kind}`);
    return text("home.cyclePlanned", {
      ...values,
      kind,
      when: momentWords(open.startsAtMs, nowMs),
    });
  }
  return text(isReviewed(cycle) ? "home.cycleDone" : "home.cycleBegun", values);
}
