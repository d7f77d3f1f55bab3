import type * as Y from "yjs";
import type { StoredReview } from "#server/storage/review-store.ts";
import type { Stores } from "#server/storage/stores.ts";
import { readBoardContent } from "#shared/board/read-board-content.ts";

/** Keeps a finished board's aims with its cycle, and how the last ones went with the cycle they are of. */
export async function keepAims(
  { journeys }: Pick<Stores, "journeys">,
  review: StoredReview,
  doc: Y.Doc,
): Promise<void> {
  const { aims, earlierAims } = readBoardContent(doc);
  const written = aims
    .map(({ text, whereWhen }) => ({ text: text.trim(), whereWhen: whereWhen.trim() }))
    .filter(({ text, whereWhen }) => text !== "" || whereWhen !== "");
  // A second review of a cycle that says nothing of aims leaves those of the first.
  if (written.length > 0) await journeys.keepAims(review.cycleId, written);

  const went = earlierAims
    .map(({ text, howDidItGo }, position) => ({ position, text, howDidItGo: howDidItGo.trim() }))
    .filter(({ howDidItGo }) => howDidItGo !== "");
  if (went.length === 0) return;
  const journey = await journeys.read(review.journeyId);
  const before = journey?.cycles.find(({ number }) => number === review.cycleNumber - 1);
  if (before !== undefined) await journeys.keepHowItWent(before.cycleId, went);
}
