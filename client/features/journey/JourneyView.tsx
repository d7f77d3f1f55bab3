import { Link } from "wouter";
import { dayWords } from "#client/lib/dates.ts";
import { paths } from "#client/lib/paths.ts";
import { refusalWords } from "#client/lib/refusal-words.ts";
import { text } from "#client/lib/text.ts";
import { Button, buttonClasses } from "#client/ui/Button.tsx";
import { Loading } from "#client/ui/Loading.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import { Page } from "#client/ui/Page.tsx";
import type { Journey } from "#shared/domain/journey.ts";
import { Cycles } from "./Cycles.tsx";
import { Goals } from "./Goals.tsx";
import { HelpingQuestion } from "./HelpingQuestion.tsx";
import styles from "./Journey.module.css";
import { JourneyEnd } from "./JourneyEnd.tsx";
import { PauseCounting } from "./PauseCounting.tsx";
import { People } from "./People.tsx";
import { PlanLinks } from "./PlanLinks.tsx";
import { SharedCheckIns } from "./SharedCheckIns.tsx";
import { useJourney } from "./use-journey.ts";

/** Everything of one journey on one page. */
export function JourneyView({ journeyId }: { readonly journeyId: string }) {
  const { answer, reload } = useJourney(journeyId);
  if (answer === null) return <Loading />;
  if (!answer.ok) {
    return (
      <Page title={text("journey.title")}>
        <Notice tone="attention">{refusalWords(answer)}</Notice>
        <div>
          <Button onPress={reload}>{text("shell.tryAgain")}</Button>
        </div>
        <Link href={paths.home}>{text("journey.back")}</Link>
      </Page>
    );
  }
  return <JourneySections journey={answer.value} />;
}

function JourneySections({ journey }: { readonly journey: Journey }) {
  const { practitionerName: practitioner, childName: child, setting, end } = journey;
  return (
    <Page
      title={text("home.pair", { practitioner, child })}
      tabTitle={text("journey.title")}
      width="wide"
      actions={
        <Link href={paths.growth(journey.journeyId)} className={buttonClasses("plain")}>
          {text("growth.link")}
        </Link>
      }
    >
      {end !== null && <Notice>{text("end.readOnly", { day: dayWords(end.endedAtMs) })}</Notice>}
      {setting !== "" && <p className={styles["quiet"]}>{setting}</p>}
      <div className={styles["columns"]}>
        <div className={styles["column"]}>
          <HelpingQuestion journey={journey} />
          <Cycles journey={journey} />
          <SharedCheckIns journey={journey} />
        </div>
        <div className={styles["column"]}>
          <Goals journey={journey} />
          <People journey={journey} />
          {end === null && <PlanLinks journey={journey} />}
          {end === null && <PauseCounting journey={journey} />}
          <JourneyEnd journey={journey} />
        </div>
      </div>
    </Page>
  );
}
