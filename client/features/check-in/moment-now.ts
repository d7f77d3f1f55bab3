import type { CheckInMoment } from "#shared/domain/check-in.ts";
import type { WayIn } from "#shared/protocol/http-api.ts";

/** So long after a review it is "some weeks later". */
export const followUpAfterMs = 14 * 86_400_000;

/** Which check-in it is time for, by the review of this browser's link; null: none can be read. */
export function momentNow(
  wayIn: Pick<WayIn, "when" | "startsAtMs"> | null,
  nowMs: number,
): CheckInMoment {
  if (wayIn?.when !== "ended") return "before";
  return nowMs - wayIn.startsAtMs < followUpAfterMs ? "after" : "followUp";
}
