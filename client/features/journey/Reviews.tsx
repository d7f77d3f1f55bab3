import { useState } from "react";
import { Link } from "wouter";
import { momentWords, writtenDayWords } from "#client/lib/dates.ts";
import { paths } from "#client/lib/paths.ts";
import { text } from "#client/lib/text.ts";
import { useNowMs } from "#client/lib/use-now.ts";
import { Button, buttonClasses } from "#client/ui/Button.tsx";
import { FilmDayButton } from "#client/ui/FilmDayButton.tsx";
import { StatusChip } from "#client/ui/StatusChip.tsx";
import type { Cycle, Journey, Review } from "#shared/domain/journey.ts";
import { likelyKind } from "#shared/domain/cycle-steps.ts";
import { AfterReview } from "./AfterReview.tsx";
import { InviteDialog } from "./InviteDialog.tsx";
import styles from "./Journey.module.css";
import { FirstSwitch } from "./FirstSwitch.tsx";
import { PlanReviewDialog } from "./PlanReviewDialog.tsx";

/** The shared reviews of one cycle: when, who is invited, and the way into the room. */
export function Reviews({ cycle, journey }: { readonly cycle: Cycle; readonly journey: Journey }) {
  const [isPlanning, setPlanning] = useState(false);
  const isOpen = cycle.reviews.some((review) => review.state !== "ended");
  const isLast = journey.cycles.every(({ number }) => number <= cycle.number);
  const likely = likelyKind(journey);
  return (
    <div className={styles["block"]}>
      <h3>{text("review.title")}</h3>
      {cycle.reviews.length === 0 && <p className={styles["quiet"]}>{text("review.none")}</p>}
      <ul className={styles["rows"]}>
        {cycle.reviews.map((review) => (
          <li key={review.reviewId}>
            <ReviewRow
              review={review}
              journey={journey}
              isNewest={isLast && review === cycle.reviews.at(-1)}
            />
          </li>
        ))}
      </ul>
      {journey.end === null && !isOpen && (
        <div>
          <Button onPress={() => setPlanning(true)}>{text(`review.plan.${likely}`)}</Button>
        </div>
      )}
      {isPlanning && (
        <PlanReviewDialog
          cycleId={cycle.cycleId}
          likely={likely}
          onClose={() => setPlanning(false)}
        />
      )}
    </div>
  );
}

const tones = { planned: "calm", live: "good", ended: "calm" } as const;

interface ReviewRowProps {
  readonly review: Review;
  readonly journey: Journey;
  /** Nothing came after it yet, so that its next film is still to come. */
  readonly isNewest: boolean;
}

function ReviewRow({ review, journey, isNewest }: ReviewRowProps) {
  const [isInviting, setInviting] = useState(false);
  const nowMs = useNowMs();
  const { reviewId, kind, state, startsAtMs, nextOn, nextWhat } = review;
  const isToCome = state !== "ended" && journey.end === null;
  return (
    <div className={styles["row"]}>
      <div className={styles["rowWords"]}>
        <p>{text(`review.startsAt.${kind}`, { when: momentWords(startsAtMs, nowMs) })}</p>
        <div>
          <StatusChip tone={tones[state]}>{text(`review.state.${state}`)}</StatusChip>
        </div>
        {(nextOn !== null || nextWhat !== "") && (
          <>
            <p className={styles["quiet"]}>
              {text("nextFilm.on", {
                words: [nextOn === null ? "" : writtenDayWords(nextOn), nextWhat]
                  .filter(Boolean)
                  .join(", "),
              })}
            </p>
            {isNewest && <FilmDayButton reviewId={reviewId} film={review} />}
          </>
        )}
        {state === "ended" && kind !== "focus" && (
          <AfterReview review={review} journey={journey} when={momentWords(startsAtMs, nowMs)} />
        )}
        {isToCome && <FirstSwitch review={review} name={journey.practitionerName} />}
      </div>
      {state === "ended" && (
        <div className={styles["rowActions"]}>
          <Link href={paths.signedBoard(reviewId)} className={buttonClasses("quiet")}>
            {text("signed.link")}
          </Link>
          <Link href={paths.report(reviewId)} className={buttonClasses("quiet")}>
            {text("report.link")}
          </Link>
        </div>
      )}
      {isToCome && (
        <div className={styles["rowActions"]}>
          <Button onPress={() => setInviting(true)}>{text("review.invite")}</Button>
          <Link href={paths.rehearsal(reviewId)} className={buttonClasses("plain")}>
            {text("rehearsal.link")}
          </Link>
          <Link href={paths.room(reviewId)} className={buttonClasses("primary")}>
            {text("review.openRoom")}
          </Link>
        </div>
      )}
      {isInviting && (
        <InviteDialog review={review} journey={journey} onClose={() => setInviting(false)} />
      )}
    </div>
  );
}
