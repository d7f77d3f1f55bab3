import { useState } from "react";
import { useLocation } from "wouter";
import { paths } from "#client/lib/paths.ts";
import { refusalWords } from "#client/lib/refusal-words.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { EmptyState } from "#client/ui/EmptyState.tsx";
import { Loading } from "#client/ui/Loading.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import { Page } from "#client/ui/Page.tsx";
import { JourneyCard } from "./JourneyCard.tsx";
import styles from "./Journey.module.css";
import { StartJourneyDialog } from "./StartJourneyDialog.tsx";
import { useJourneys } from "./use-journey.ts";

/** The guider's home: every journey with its next review, and a way to start one. */
export function GuiderHome({ guiderName }: { readonly guiderName: string }) {
  const { answer, reload } = useJourneys();
  const [isStarting, setStarting] = useState(false);
  const [, navigate] = useLocation();
  const start = (
    <Button kind="primary" onPress={() => setStarting(true)}>
      {text("home.start")}
    </Button>
  );

  return (
    <Page
      title={text("home.hello", { name: guiderName })}
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
      {answer?.ok === true && answer.value.length > 0 && (
        <ul className={styles["list"]} aria-label={text("home.title")}>
          {answer.value.map((journey) => (
            <li key={journey.journeyId}>
              <JourneyCard summary={journey} />
            </li>
          ))}
        </ul>
      )}
      <StartJourneyDialog
        isOpen={isStarting}
        onClose={() => setStarting(false)}
        onStarted={(journeyId) => navigate(paths.journey(journeyId))}
      />
    </Page>
  );
}
