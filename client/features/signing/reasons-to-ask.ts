import type { BoardContent } from "#shared/board/board-content.ts";
import type { Ending } from "#shared/protocol/ending-events.ts";

/** Why a review is not finished by one press. */
export type ReasonToAsk = "noAims" | "notSigned";

/** What is asked about before the review is finished; nothing once there are aims and both have agreed. */
export function reasonsToAsk({ aims }: BoardContent, { signed }: Ending): ReasonToAsk[] {
  const reasons: ReasonToAsk[] = [];
  if (aims.every((aim) => aim.text.trim() === "")) reasons.push("noAims");
  if (signed === null) reasons.push("notSigned");
  return reasons;
}
