import { call } from "#client/lib/api.ts";
import { text } from "#client/lib/text.ts";
import { useNowMs } from "#client/lib/use-now.ts";
import { Button } from "#client/ui/Button.tsx";
import { Card } from "#client/ui/Card.tsx";
import { EmptyState } from "#client/ui/EmptyState.tsx";
import { KeptAims } from "#client/ui/KeptAims.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import { cycleLineOf } from "#shared/domain/cycle-line.ts";
import { cycleSteps, isReviewed } from "#shared/domain/cycle-steps.ts";
import type { Cycle, Journey } from "#shared/domain/journey.ts";
import { Clips } from "./Clips.tsx";
import { cycleWords } from "./cycle-words.ts";
import { CycleAims } from "./CycleAims.tsx";
import styles from "./Journey.module.css";
import { Reviews } from "./Reviews.tsx";
import { StepLine } from "./StepLine.tsx";
import { useChange } from "./use-journey.ts";

/** The cycles of a journey, the newest first. */
export function Cycles({ journey }: { readonly journey: Journey }) {
  const change = useChange();
  const cycles = journey.cycles.toSorted((one, other) => other.number - one.number);

  function handleStart() {
    const { journeyId } = journey;
    void change.make(() => call("startCycle", { params: { journeyId } }));
  }

  const start =
    journey.end !== null ? undefined : (
      <Button isPending={change.isSending} onPress={handleStart}>
        {text(cycles.length === 0 ? "cycle.first" : "cycle.start")}
      </Button>
    );
  return (
    <>
      {change.refusal !== "" && (
        <Notice tone="attention" isAnnounced>
          {change.refusal}
        </Notice>
      )}
      {cycles.length === 0 ? (
        <EmptyState title={text("cycle.none")} action={start}>
          {text("cycle.noneWords")}
        </EmptyState>
      ) : (
        <>
          {cycles.map((cycle) => (
            <CycleCard
              key={cycle.cycleId}
              cycle={cycle}
              journey={journey}
              isFolded={cycle !== cycles[0] && !isGoingOn(cycle)}
            />
          ))}
          <div>{start}</div>
        </>
      )}
    </>
  );
}

const isGoingOn = ({ reviews }: Cycle) => reviews.some(({ state }) => state !== "ended");

interface CycleCardProps {
  readonly cycle: Cycle;
  readonly journey: Journey;
  /** Only its line is seen until it is opened. */
  readonly isFolded: boolean;
}

function CycleCard({ cycle, journey, isFolded }: CycleCardProps) {
  const titleId = `cycle-${cycle.cycleId}`;
  const nowMs = useNowMs();
  const title = <h2 id={titleId}>{text("cycle.title", { number: cycle.number })}</h2>;
  return (
    <Card band="lake" labelledBy={titleId}>
      {isFolded ? (
        <details className={styles["folded"]}>
          <summary>
            {title}
            <span className={styles["quiet"]}>
              {cycleWords(cycleLineOf(journey, cycle), nowMs)}
            </span>
          </summary>
          <Inside cycle={cycle} journey={journey} />
        </details>
      ) : (
        <>
          {title}
          <Inside cycle={cycle} journey={journey} />
        </>
      )}
    </Card>
  );
}

function Inside({ cycle, journey }: Omit<CycleCardProps, "isFolded">) {
  const { number } = cycle;
  const before = journey.cycles.find((one) => one.number === number - 1);
  const name = text("cycle.lastAims", { number: number - 1 });
  return (
    <div className={styles["inCycle"]}>
      <StepLine number={number} steps={cycleSteps(journey, cycle)} />
      {before !== undefined && before.aims.length > 0 && !isReviewed(cycle) && (
        <div className={styles["block"]}>
          <h3>{name}</h3>
          <KeptAims aims={before.aims} name={name} />
        </div>
      )}
      <Reviews cycle={cycle} journey={journey} />
      <Clips cycle={cycle} journey={journey} />
      <CycleAims aims={cycle.aims} practitionerName={journey.practitionerName} />
    </div>
  );
}
