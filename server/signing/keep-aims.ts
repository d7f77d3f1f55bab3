import type * as Y from "yjs";
import { cycleOfEarlierAims } from "#server/board/earlier-aims.ts";
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
  const journey = await journeys.read(review.journeyId);
  const before = cycleOfEarlierAims(journey?.cycles ?? [], earlierAims);
  const isSecond = before?.cycleId === review.cycleId;
  const written = aims
    .map(({ text, whereWhen }) => ({ text: text.trim(), whereWhen: whereWhen.trim() }))
    .filter(({ text, whereWhen }) => text !== "" || whereWhen !== "");
  // A second review of a cycle adds to what the first has left.
  const all = isSecond
    ? [...earlierAims.map(({ text, whereWhen }) => ({ text, whereWhen })), ...written]
    : written;
  if (written.length > 0) await journeys.keepAims(review.cycleId, all);

  const went = earlierAims
    .map(({ text, howDidItGo }, position) => ({ position, text, howDidItGo: howDidItGo.trim() }))
    .filter(({ howDidItGo }) => howDidItGo !== "");
  if (before !== undefined && went.length > 0) await journeys.keepHowItWent(before.cycleId, went);
}
