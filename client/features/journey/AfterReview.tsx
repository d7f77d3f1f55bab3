import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "#client/lib/api.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import type { Journey, Review } from "#shared/domain/journey.ts";
import styles from "./Journey.module.css";
import { WorkingPointDialog } from "./WorkingPointDialog.tsx";

interface AfterReviewProps {
  readonly review: Review;
  readonly journey: Pick<Journey, "journeyId" | "practitionerName" | "countsPauses">;
  /** When it was, in words. */
  readonly when: string;
}

/** What a guider has for themselves after a review: their working point, and who paused how often. */
export function AfterReview({ review, journey, when }: AfterReviewProps) {
  const [isWriting, setWriting] = useState(false);
  const { reviewId } = review;
  const { journeyId, practitionerName: name, countsPauses } = journey;
  const points = useQuery({
    queryKey: ["working-points", journeyId],
    queryFn: () => call("readWorkingPoints", { params: { journeyId } }),
  }).data;
  const pauses = useQuery({
    queryKey: ["pauses", journeyId],
    queryFn: () => call("readPauses", { params: { journeyId } }),
    enabled: countsPauses,
  }).data;
  if (points?.ok !== true) return null;
  const words = points.value.find((point) => point.reviewId === reviewId)?.words ?? "";
  const counts = pauses?.ok === true ? pauses.value : [];
  const counted = counts.find((one) => one.reviewId === reviewId);
  const deed = words === "" ? "write" : "change";
  return (
    <>
      {counted !== undefined && (
        <p className={styles["quiet"]}>
          {text("pauses.words", { own: counted.guider, theirs: counted.practitioner, name })}
        </p>
      )}
      {words !== "" && <p className={styles["preparation"]}>{words}</p>}
      <div>
        <Button
          kind="quiet"
          aria-label={text(`point.${deed}Of`, { when })}
          onPress={() => setWriting(true)}
        >
          {text(`point.${deed}`)}
        </Button>
      </div>
      {isWriting && (
        <WorkingPointDialog reviewId={reviewId} words={words} onClose={() => setWriting(false)} />
      )}
    </>
  );
}
