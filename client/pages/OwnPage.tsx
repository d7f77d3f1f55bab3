import { Link } from "wouter";
import { OwnCheckIns } from "#client/features/check-in/OwnCheckIns.tsx";
import { momentNow } from "#client/features/check-in/moment-now.ts";
import { OwnHeld } from "#client/features/held/OwnHeld.tsx";
import { OwnJourneyEnd } from "#client/features/journey/OwnJourneyEnd.tsx";
import { OwnCycles } from "#client/features/own/OwnCycles.tsx";
import { OwnDoors } from "#client/features/own/OwnDoors.tsx";
import { TakeAll } from "#client/features/own/TakeAll.tsx";
import { OwnReports } from "#client/features/report/OwnReports.tsx";
import { call } from "#client/lib/api.ts";
import { momentWords } from "#client/lib/dates.ts";
import { paths } from "#client/lib/paths.ts";
import { text } from "#client/lib/text.ts";
import { useAnswered } from "#client/lib/use-answered.ts";
import { useNowMs } from "#client/lib/use-now.ts";
import { buttonClasses } from "#client/ui/Button.tsx";
import { Page } from "#client/ui/Page.tsx";
import type { WayIn } from "#shared/protocol/http-api.ts";
import { OwnFrame } from "./OwnFrame.tsx";
import type { OwnPerson } from "./OwnFrame.tsx";
import { ownTellers } from "./own-tellers.ts";
import styles from "./OwnPage.module.css";

/** The practitioner's own place: the next review, reports to read first, and the ways to all that is theirs. */
export function OwnPage() {
  return <OwnFrame>{(me) => <OwnPlace {...me} />}</OwnFrame>;
}

function OwnPlace({ journeyId, name, reviewId }: OwnPerson) {
  const { answer } = useAnswered(readWayIn);
  const nowMs = useNowMs();
  const wayIn = answer?.ok === true ? answer.value : null;
  return (
    <Page title={text("ownPlace.title")} width="wide">
      <p>{text("ownPlace.lead", { name })}</p>
      <section className={styles["section"]} aria-labelledby="own-next">
        <h2 id="own-next">{text("ownPlace.next")}</h2>
        {answer !== null && <NextReview wayIn={wayIn} nowMs={nowMs} />}
      </section>
      <section className={styles["section"]} aria-labelledby="own-reports">
        <h2 id="own-reports">{text("report.own.list")}</h2>
        <OwnReports journeyId={journeyId} />
      </section>
      <section className={styles["section"]} aria-labelledby="own-check-in">
        <h2 id="own-check-in">{text("checkIn.title")}</h2>
        {answer !== null && (
          <OwnCheckIns journeyId={journeyId} reviewId={reviewId} begins={momentNow(wayIn, nowMs)} />
        )}
      </section>
      <OwnWay
        title={text("ownPlace.growth")}
        words={text("ownPlace.growthWords")}
        href={paths.growth(journeyId)}
      />
      <OwnWay
        title={text("ownPlace.strengths")}
        words={text("ownPlace.strengthsWords")}
        href={paths.strengths}
      />
      <section className={styles["section"]} aria-labelledby="own-words">
        <h2 id="own-words">{text("own.title")}</h2>
        <OwnCycles journeyId={journeyId} />
      </section>
      <OwnHeld journeyId={journeyId} />
      <section className={styles["section"]} aria-labelledby="own-all">
        <h2 id="own-all">{text("own.take")}</h2>
        <TakeAll journeyId={journeyId} tellers={ownTellers} />
      </section>
      <section className={styles["section"]} aria-labelledby="own-doors">
        <h2 id="own-doors">{text("ownDoors.title")}</h2>
        <OwnDoors journeyId={journeyId} />
      </section>
      <section className={styles["section"]} aria-labelledby="own-end">
        <h2 id="own-end">{text("end.title")}</h2>
        <OwnJourneyEnd journeyId={journeyId} />
      </section>
    </Page>
  );
}

const readWayIn = () => call("readWayIn", {});

/** When the review of this browser's link begins, and the way to its door. */
function NextReview({ wayIn, nowMs }: { readonly wayIn: WayIn | null; readonly nowMs: number }) {
  if (wayIn === null || (wayIn.when !== "open" && wayIn.when !== "early"))
    return <p>{text("ownPlace.next.none")}</p>;
  const { when, startsAtMs, opensAtMs } = wayIn;
  return (
    <>
      <p>
        {when === "open"
          ? text("ownPlace.next.open")
          : text("ownPlace.next.early", {
              when: momentWords(startsAtMs, nowMs),
              opens: momentWords(opensAtMs, nowMs),
            })}
      </p>
      <div>
        <Link href={paths.wayIn} className={buttonClasses("primary")}>
          {text("ownPlace.next.goIn")}
        </Link>
      </div>
    </>
  );
}

interface OwnWayProps {
  readonly title: string;
  readonly words: string;
  readonly href: string;
}

function OwnWay({ title, words, href }: OwnWayProps) {
  return (
    <section className={styles["section"]}>
      <h2>
        <Link href={href} className={styles["way"]}>
          {title}
        </Link>
      </h2>
      <p>{words}</p>
    </section>
  );
}
