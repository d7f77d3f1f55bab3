import { useId, useState } from "react";
import { placesInOrder } from "#client/lib/goal-places.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import { RatingField } from "#client/ui/RatingField.tsx";
import { isLowerThanToday } from "#shared/domain/goals.ts";
import type { GoalPlace } from "#shared/domain/goals.ts";
import { useBoardRoom } from "./board-room.ts";
import styles from "./GoalEntry.module.css";
import { usePlacing } from "./goals-room.ts";
import type { GoalsRoom } from "./goals-room.ts";
import { PlacesLine } from "./PlacesLine.tsx";

export interface GoalPlacesProps {
  readonly goalId: string;
  readonly goal: string;
  readonly goalsRoom: GoalsRoom;
}

const labels = {
  baseline: "focus.place.baseline",
  now: "focus.place.now",
  hopedFor: "goals.hopedFor",
} as const satisfies Record<GoalPlace, string>;

/** A goal on its line: where it began, where it is now, where it might be. Either of the two may say. */
export function GoalPlaces({ goalId, goal, goalsRoom }: GoalPlacesProps) {
  const { connection } = useBoardRoom();
  const { isFirstTalk } = goalsRoom;
  const { places, place, refusal } = usePlacing(goalsRoom, goalId);
  const [isPlacing, setPlacing] = useState(isFirstTalk);
  const id = useId();
  const asked = placesInOrder.filter((which) => which !== "now" || !isFirstTalk);

  if (!connection.canWrite) return <PlacesLine places={places} />;
  return (
    <>
      <PlacesLine places={places} />
      <div>
        <Button
          kind="quiet"
          aria-expanded={isPlacing}
          aria-controls={id}
          aria-label={text(isPlacing ? "focus.place.doneFor" : "focus.place.openFor", { goal })}
          onPress={() => setPlacing(!isPlacing)}
        >
          {text(isPlacing ? "focus.place.done" : "focus.place.open")}
        </Button>
      </div>
      <div id={id} hidden={!isPlacing} className={styles["places"]}>
        {asked.map((which) => (
          <RatingField
            key={which}
            label={text(isFirstTalk && which === "baseline" ? "goals.baseline" : labels[which])}
            value={places[which]}
            onChange={(value) => void place(which, value)}
          />
        ))}
        {isLowerThanToday(places.baseline, places.hopedFor) && (
          <Notice isAnnounced>{text("goals.lower")}</Notice>
        )}
      </div>
      <output className={styles["refusal"]}>{refusal}</output>
    </>
  );
}
