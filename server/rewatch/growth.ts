import type { AppContext } from "#server/context.ts";
import { createIsPlayable } from "#server/media/clip-playable.ts";
import { boardToTell, mayTellStill } from "#server/report/report-facts.ts";
import type { FactParts } from "#server/report/report-facts.ts";
import type { StoredClip } from "#server/storage/stores.ts";
import { buildFilmStrip, stripPick } from "#shared/domain/growth.ts";
import type { StripReview } from "#shared/domain/growth.ts";
import { observationIdSchema } from "#shared/domain/ids.ts";
import type { JourneyId } from "#shared/domain/ids.ts";
import type { Cycle, Review } from "#shared/domain/journey.ts";
import type { Growth, GrowthClip } from "#shared/protocol/growth-routes.ts";

/** What reading a journey's growth needs of the server. */
export type GrowthParts = FactParts & Pick<AppContext, "clock">;

/**
 * How a journey has gone over its cycles; null when there is none. To the guider every clip that may play
 * now is told, to the practitioner only those that are open to them.
 */
export async function readGrowth(
  parts: GrowthParts,
  journeyId: JourneyId,
  reader: "guider" | "practitioner",
): Promise<Growth | null> {
  const { stores, clock } = parts;
  const journey = await stores.journeys.read(journeyId);
  if (journey === null) return null;
  const rewatches = await stores.rewatches.listOfJourney(journeyId);
  const nowMs = clock.nowMs();
  const openUntilMs = new Map(
    rewatches
      .filter(({ closesAtMs }) => closesAtMs > nowMs)
      .map(({ clipId, closesAtMs }) => [clipId, closesAtMs]),
  );
  const cycles = await Promise.all(journey.cycles.map((cycle) => factsOf(parts, cycle)));
  const isPlayable = createIsPlayable(stores);
  const playable: GrowthClip[] = [];
  for (const { number, stored } of cycles) {
    for (const clip of stored) {
      const until = openUntilMs.get(clip.clipId) ?? null;
      const isForReader = reader === "guider" || until !== null;
      if (isForReader && (await isPlayable(clip))) playable.push(...clipOf(clip, number, until));
    }
  }
  const { practitionerName, childName, helpingQuestion, goals } = journey;
  return {
    practitionerName,
    childName,
    helpingQuestion,
    goals: goals.map(({ goalId, text, baseline, hopedFor, ratings }) => ({
      goalId,
      text,
      baseline,
      hopedFor,
      ratings,
    })),
    clips: playable,
    strip: buildFilmStrip({
      cycles,
      clips: new Map(
        cycles.flatMap(({ stored }) =>
          stored.map(({ clipId, title, media }) => [
            clipId,
            { title, framesMs: media?.framesMs ?? [] },
          ]),
        ),
      ),
      openedClipIds: new Set(rewatches.map(({ clipId }) => clipId)),
      stills: new Map((await Promise.all(cycles.map((one) => stillOf(parts, one)))).flat()),
    }),
  };
}

interface CycleFacts extends Pick<Cycle, "number" | "aims"> {
  readonly reviews: readonly StripReview[];
  readonly stored: readonly StoredClip[];
}

async function factsOf(
  parts: GrowthParts,
  { cycleId, number, aims, reviews }: Cycle,
): Promise<CycleFacts> {
  return {
    number,
    aims,
    stored: await parts.stores.clips.listOfCycle(cycleId),
    reviews: await Promise.all(reviews.map((review) => reviewOf(parts, review))),
  };
}

async function reviewOf(parts: GrowthParts, review: Review): Promise<StripReview> {
  const { reviewId, kind, startsAtMs, invites } = review;
  return {
    reviewId,
    kind,
    startsAtMs,
    board: (await boardToTell(parts, review))?.board ?? null,
    practitionerIds: invites
      .filter(({ role }) => role === "practitioner")
      .map(({ inviteId }) => inviteId),
  };
}

/** Whether there is a picture of the moment that stands for this cycle, and whether it may be kept. */
async function stillOf(
  { stores }: GrowthParts,
  { reviews }: CycleFacts,
): Promise<[string, boolean][]> {
  const pick = stripPick(reviews);
  if (pick === null) return [];
  const { reviewId } = pick.review;
  const observationId = observationIdSchema.parse(pick.observation.observationId);
  if ((await stores.stills.find(reviewId, observationId)) === null) return [];
  return [[observationId, await mayTellStill(stores, pick.review, observationId)]];
}

function clipOf(clip: StoredClip, cycleNumber: number, openUntilMs: number | null): GrowthClip[] {
  const { clipId, title, captions, media } = clip;
  if (media === null) return [];
  const { width, height, durationMs, framesMs } = media;
  const shown = { width, height, durationMs, framesMs };
  return [{ clipId, cycleNumber, title, captions, media: shown, openUntilMs }];
}
