import { call } from "#client/lib/api.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Card } from "#client/ui/Card.tsx";
import { EmptyState } from "#client/ui/EmptyState.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import type { Cycle, Journey } from "#shared/domain/journey.ts";
import { Clips } from "./Clips.tsx";
import { CycleAims } from "./CycleAims.tsx";
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
            <CycleCard key={cycle.cycleId} cycle={cycle} journey={journey} />
          ))}
          <div>{start}</div>
        </>
      )}
    </>
  );
}

function CycleCard({ cycle, journey }: { readonly cycle: Cycle; readonly journey: Journey }) {
  const titleId = `cycle-${cycle.cycleId}`;
  return (
    <Card band="lake" labelledBy={titleId}>
      <h2 id={titleId}>{text("cycle.title", { number: cycle.number })}</h2>
      <StepLine journey={journey} cycle={cycle} />
      <Reviews cycle={cycle} journey={journey} />
      <Clips cycle={cycle} journey={journey} />
      <CycleAims aims={cycle.aims} practitionerName={journey.practitionerName} />
    </Card>
  );
}
