import { useState } from "react";
import { Link } from "wouter";
import { momentWords } from "#client/lib/dates.ts";
import { paths } from "#client/lib/paths.ts";
import { text } from "#client/lib/text.ts";
import { useNowMs } from "#client/lib/use-now.ts";
import { Button, buttonClasses } from "#client/ui/Button.tsx";
import { Card } from "#client/ui/Card.tsx";
import type { HomeFacts } from "./home-facts.ts";
import { InviteDialog } from "./InviteDialog.tsx";
import styles from "./Journey.module.css";
import { useJourney } from "./use-journey.ts";

/** The next meeting of all journeys: one press to its room, one to a link for it. */
export function NextMeeting({ journey, meeting }: NonNullable<HomeFacts["next"]>) {
  const nowMs = useNowMs();
  const [isInviting, setInviting] = useState(false);
  const { practitionerName: practitioner, childName: child } = journey;
  const { kind, state, startsAtMs, reviewId } = meeting;
  const when = state === "live" ? text("home.next.openNow") : momentWords(startsAtMs, nowMs);
  return (
    <Card band="leaf" labelledBy="next-meeting">
      <div className={styles["next"]}>
        <h2 id="next-meeting" className={styles["nextWords"]}>
          {text("home.next", {
            pair: text("home.pair", { practitioner, child }),
            kind: text(`home.next.${kind}`),
            when,
          })}
        </h2>
        <div className={styles["rowActions"]}>
          <Button onPress={() => setInviting(true)}>{text("review.invite")}</Button>
          <Link href={paths.room(reviewId)} className={buttonClasses("primary")}>
            {text("review.openRoom")}
          </Link>
        </div>
      </div>
      {isInviting && (
        <Inviting
          journeyId={journey.journeyId}
          reviewId={reviewId}
          onClose={() => setInviting(false)}
        />
      )}
    </Card>
  );
}

interface InvitingProps {
  readonly journeyId: string;
  readonly reviewId: string;
  readonly onClose: () => void;
}

function Inviting({ journeyId, reviewId, onClose }: InvitingProps) {
  const { answer } = useJourney(journeyId);
  if (answer?.ok !== true) return null;
  const journey = answer.value;
  const review = journey.cycles
    .flatMap(({ reviews }) => reviews)
    .find((one) => one.reviewId === reviewId);
  return review === undefined ? null : (
    <InviteDialog review={review} journey={journey} onClose={onClose} />
  );
}
