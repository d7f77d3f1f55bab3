import type { Boards } from "#server/context.ts";
import type { Keys } from "#server/media/keys.ts";
import { everybodyPermits } from "#server/media/clip-playable.ts";
import { openCopy } from "#server/signing/signed-copy.ts";
import { frameworkOf } from "#server/http/framework-of.ts";
import type { StoredReview } from "#server/storage/review-store.ts";
import type { Stores } from "#server/storage/stores.ts";
import type { BoardContent } from "#shared/board/board-content.ts";
import { readBoardContent } from "#shared/board/read-board-content.ts";
import { clipIdSchema, observationIdSchema } from "#shared/domain/ids.ts";
import type { Journey } from "#shared/domain/journey.ts";
import type { ReportClip, ReportFacts } from "#shared/report/build-report.ts";

/** What reading a report's facts needs of the server. */
export interface FactParts {
  readonly stores: Stores;
  readonly keys: Keys;
  readonly boards: Pick<Boards, "readDoc">;
}

/** The newest signed board or, once the review has ended, the board as it is; null while it goes on unsigned. */
export async function boardToTell(
  { stores, keys, boards }: FactParts,
  { reviewId, state }: Pick<StoredReview, "reviewId" | "state">,
): Promise<{ readonly board: BoardContent; readonly isSigned: boolean } | null> {
  const signed = await stores.signedBoards.latest(reviewId);
  if (signed !== null) return { board: openCopy(keys, signed).content, isSigned: true };
  if (state !== "ended") return null;
  return { board: readBoardContent(await boards.readDoc(reviewId)), isSigned: false };
}

/** Everything the report of this review is read off; null while it is too early for one. */
export async function readReportFacts(
  parts: FactParts,
  review: StoredReview,
): Promise<ReportFacts | null> {
  const { stores } = parts;
  const told = await boardToTell(parts, review);
  const journey = await stores.journeys.read(review.journeyId);
  const reviews = journey?.cycles.flatMap((cycle) => cycle.reviews) ?? [];
  const shown = reviews.find(({ reviewId }) => reviewId === review.reviewId);
  if (told === null || journey === null || shown === undefined) return null;
  const later = reviews
    .filter(({ state, startsAtMs }) => state !== "ended" && startsAtMs > shown.startsAtMs)
    .map(({ startsAtMs }) => startsAtMs);
  return {
    ...told,
    journey,
    cycleNumber: review.cycleNumber,
    review: shown,
    guiderName: (await stores.accounts.find(review.guiderId))?.name ?? "",
    clips: await clipsOf(stores, told.board),
    framework: await frameworkOf(stores, review.guiderId),
    stills: await stillsOf(stores, review, told.board),
    nextReviewAtMs: later.length === 0 ? null : Math.min(...later),
  };
}

/** Everybody whose name could stand in a report: those the journey names, and who was invited. */
export function peopleOf({ people, cycles }: Journey): string[] {
  const invited = cycles.flatMap(({ reviews }) => reviews.flatMap(({ invites }) => invites));
  return [...new Set([...people, ...invited].map(({ name }) => name))];
}

/** Whether a moment's picture may be in a report now: everybody in shot lets the practitioner keep it. */
export async function mayTellStill(
  stores: Stores,
  { reviewId }: Pick<StoredReview, "reviewId">,
  observationId: string,
): Promise<boolean> {
  const still = await stores.stills.find(reviewId, observationIdSchema.parse(observationId));
  return (
    still !== null &&
    (await everybodyPermits(stores, still.clipId, ["sharedReview", "practitionerKeepsStills"]))
  );
}

/** The clips a board's moments are of, of those that are still kept. */
export async function clipsOf(
  stores: Pick<Stores, "clips">,
  { observations }: BoardContent,
): Promise<ReportClip[]> {
  const clipIds = [...new Set(observations.map(({ anchor }) => anchor.clipId))];
  const clips = await Promise.all(
    clipIds.map((clipId) => stores.clips.find(clipIdSchema.parse(clipId))),
  );
  return clips
    .filter((clip) => clip !== null)
    .map(({ clipId, title, media }) => ({ clipId, title, framesMs: media?.framesMs ?? [] }));
}

async function stillsOf(
  stores: Stores,
  review: StoredReview,
  { observations }: BoardContent,
): Promise<Set<string>> {
  const ids = observations.map(({ observationId }) => observationId);
  const may = await Promise.all(ids.map((id) => mayTellStill(stores, review, id)));
  return new Set(ids.filter((_id, n) => may[n]));
}
