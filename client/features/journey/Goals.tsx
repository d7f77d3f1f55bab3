import { useState } from "react";
import { placeWords } from "#client/lib/goal-places.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Card } from "#client/ui/Card.tsx";
import { GoalLines } from "#client/ui/GoalLines.tsx";
import { goalsPerJourney } from "#shared/domain/journey.ts";
import type { Goal, Journey } from "#shared/domain/journey.ts";
import { GoalDialog } from "./GoalDialog.tsx";
import styles from "./Journey.module.css";

/** Up to three hopes, each with its places from 0 to 10, and their way over the cycles. */
export function Goals({ journey }: { readonly journey: Journey }) {
  const [edited, setEdited] = useState<Goal | "new" | null>(null);
  const { goals, usesOutcomes, end } = journey;
  const isPlaced = goals.some(({ baseline, ratings }) => baseline !== null || ratings.length > 0);
  return (
    <Card labelledBy="goals-title">
      <h2 id="goals-title">{text("goals.title")}</h2>
      {goals.length === 0 && (
        <p className={styles["quiet"]}>
          {text("goals.empty", { practitioner: journey.practitionerName })}
        </p>
      )}
      <ul className={styles["rows"]}>
        {goals.map((goal) => (
          <li key={goal.goalId} className={styles["row"]}>
            <div className={styles["rowWords"]}>
              <p>{goal.text}</p>
              <p className={styles["quiet"]}>{placesOf(goal)}</p>
              {usesOutcomes && goal.outcome !== "" && (
                <p className={styles["quiet"]}>
                  {text("focus.outcome.shown", { outcome: goal.outcome })}
                </p>
              )}
            </div>
            {end === null && (
              <Button
                kind="quiet"
                aria-label={text("goals.changeName", { goal: goal.text })}
                onPress={() => setEdited(goal)}
              >
                {text("goals.change")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {end === null && goals.length < goalsPerJourney && (
        <div>
          <Button onPress={() => setEdited("new")}>{text("goals.add")}</Button>
        </div>
      )}
      {isPlaced && <GoalLines goals={goals} />}
      {edited !== null && (
        <GoalDialog
          journey={journey}
          goal={edited === "new" ? null : edited}
          cycleNumber={reviewedCycle(journey)}
          onClose={() => setEdited(null)}
        />
      )}
    </Card>
  );
}

/** Where a goal stands: at the start, after the last cycle that was placed, and the hope. */
function placesOf({ baseline, hopedFor, ratings }: Goal): string {
  const now = ratings.at(-1)?.value ?? null;
  return placeWords({ baseline, now, hopedFor }) || text("focus.place.none");
}

/** The last cycle in which a review was held or is going on: then there is a "now" after the start. */
function reviewedCycle({ cycles }: Journey): number | null {
  const reviewed = cycles.filter(({ reviews }) =>
    reviews.some(({ kind, state }) => kind !== "focus" && state !== "planned"),
  );
  return reviewed.at(-1)?.number ?? null;
}
