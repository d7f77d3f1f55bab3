import { useState } from "react";
import { useLocation } from "wouter";
import { writtenDayWords } from "#client/lib/dates.ts";
import { paths } from "#client/lib/paths.ts";
import { refusalWords } from "#client/lib/refusal-words.ts";
import { text } from "#client/lib/text.ts";
import { useNowMs } from "#client/lib/use-now.ts";
import { Button } from "#client/ui/Button.tsx";
import { EmptyState } from "#client/ui/EmptyState.tsx";
import { Loading } from "#client/ui/Loading.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import { Page } from "#client/ui/Page.tsx";
import type { ListedJourney } from "#shared/domain/cycle-line.ts";
import { homeFacts, partOfDay } from "./home-facts.ts";
import { JourneyCard } from "./JourneyCard.tsx";
import styles from "./Journey.module.css";
import { NextMeeting } from "./NextMeeting.tsx";
import { StartJourneyDialog } from "./StartJourneyDialog.tsx";
import { useJourneys } from "./use-journey.ts";

/** The guider's home: every journey with its next review, and a way to start one. */
export function GuiderHome({ guiderName }: { readonly guiderName: string }) {
  const { answer, reload } = useJourneys();
  const nowMs = useNowMs();
  const [isStarting, setStarting] = useState(false);
  const [, navigate] = useLocation();
  const start = (
    <Button kind="primary" onPress={() => setStarting(true)}>
      {text("home.start")}
    </Button>
  );

  return (
    <Page
      title={text(`home.hello.${partOfDay(new Date(nowMs).getHours())}`, { name: guiderName })}
      tabTitle={text("home.title")}
      width="wide"
      actions={start}
    >
      {answer === null && <Loading />}
      {answer?.ok === false && (
        <Notice tone="attention" isAnnounced>
          <p>{refusalWords(answer)}</p>
          <Button onPress={reload}>{text("shell.tryAgain")}</Button>
        </Notice>
      )}
      {answer?.ok === true && answer.value.length === 0 && (
        <EmptyState title={text("home.empty")}>{text("home.emptyWords")}</EmptyState>
      )}
      {answer?.ok === true && answer.value.length > 0 && <Journeys journeys={answer.value} />}
      <StartJourneyDialog
        isOpen={isStarting}
        onClose={() => setStarting(false)}
        onStarted={(journeyId) => navigate(paths.journey(journeyId))}
      />
    </Page>
  );
}

/** The next meeting, the journeys that go on, those that have ended, and what is kept. */
function Journeys({ journeys }: { readonly journeys: readonly ListedJourney[] }) {
  const { next, going, ended, clips, removedOn } = homeFacts(journeys);
  return (
    <>
      {next !== null && <NextMeeting {...next} />}
      <Cards name={text("home.title")} journeys={going} />
      {ended.length > 0 && (
        <details className={styles["ended"]}>
          <summary>{text("home.ended", { count: ended.length })}</summary>
          <Cards name={text("home.endedList")} journeys={ended} />
        </details>
      )}
      <p className={styles["quiet"]}>
        {text("home.kept", { count: clips })}{" "}
        {removedOn !== null && text("home.removed", { day: writtenDayWords(removedOn) })}
      </p>
    </>
  );
}

function Cards(props: { readonly name: string; readonly journeys: readonly ListedJourney[] }) {
  if (props.journeys.length === 0) return null;
  return (
    <ul className={styles["list"]} aria-label={props.name}>
      {props.journeys.map((journey) => (
        <li key={journey.journeyId}>
          <JourneyCard summary={journey} />
        </li>
      ))}
    </ul>
  );
}
