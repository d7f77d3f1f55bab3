import { useState } from "react";
import { call } from "#client/lib/api.ts";
import { refusalWords } from "#client/lib/refusal-words.ts";
import type { BoardContent } from "#shared/board/board-content.ts";
import type { Ending } from "#shared/protocol/ending-events.ts";
import { reasonsToAsk } from "./reasons-to-ask.ts";
import type { ReasonToAsk } from "./reasons-to-ask.ts";

/** The guider's way to finish: at once when nothing is left to ask, or else after one more press. */
export interface Finish {
  /** What is asked about now; empty while nothing is. */
  readonly asked: readonly ReasonToAsk[];
  readonly refusal: string;
  readonly press: () => void;
  readonly pressAgain: () => void;
  readonly back: () => void;
}

/** Finishes this review. */
export function useFinish(reviewId: string, content: BoardContent, ending: Ending): Finish {
  const [isAsking, setAsking] = useState(false);
  const [refusal, setRefusal] = useState("");
  const reasons = reasonsToAsk(content, ending);

  async function finish() {
    const answer = await call("endReview", { params: { reviewId } });
    if (!answer.ok) setRefusal(refusalWords(answer));
  }

  return {
    asked: isAsking ? reasons : [],
    refusal,
    press: () => {
      if (reasons.length > 0) setAsking(true);
      else void finish();
    },
    pressAgain: () => void finish(),
    back: () => setAsking(false),
  };
}
