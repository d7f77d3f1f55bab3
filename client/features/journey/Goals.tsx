import { useState } from "react";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Card } from "#client/ui/Card.tsx";
import { goalsPerJourney } from "#shared/domain/journey.ts";
import type { Goal, Journey } from "#shared/domain/journey.ts";
import { GoalDialog } from "./GoalDialog.tsx";
import styles from "./Journey.module.css";

/** Up to three hopes, each with a place from 0 to 10 now and hoped for. */
export function Goals({ journey }: { readonly journey: Journey }) {
  const [edited, setEdited] = useState<Goal | "new" | null>(null);
  const { goals } = journey;
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
              <p className={styles["quiet"]}>
                {text("goals.nowAndHope", {
                  baseline: goal.baseline ?? text("goals.notSaid"),
                  hopedFor: goal.hopedFor ?? text("goals.notSaid"),
                })}
              </p>
            </div>
            <Button
              kind="quiet"
              aria-label={text("goals.changeName", { goal: goal.text })}
              onPress={() => setEdited(goal)}
            >
              {text("goals.change")}
            </Button>
          </li>
        ))}
      </ul>
      {goals.length < goalsPerJourney && (
        <div>
          <Button onPress={() => setEdited("new")}>{text("goals.add")}</Button>
        </div>
      )}
      {edited !== null && (
        <GoalDialog
          journey={journey}
          goal={edited === "new" ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </Card>
  );
}
