import { boardToTell, clipsOf, mayTellStill } from "#server/report/report-facts.ts";
import type { FactParts } from "#server/report/report-facts.ts";
import { signedPlaces } from "#server/signing/signed-places.ts";
import { wordsOf } from "#shared/domain/growth.ts";
import { observationIdSchema } from "#shared/domain/ids.ts";
import type { Review } from "#shared/domain/journey.ts";
import type { OwnMoment } from "#shared/protocol/own-routes.ts";

/** The moments the practitioner pinned in a review, once both signed its board or it has ended. */
export async function readOwnMoments(parts: FactParts, review: Review): Promise<OwnMoment[]> {
  const board = (await boardToTell(parts, review))?.board;
  if (board === undefined) return [];
  const ids = review.invites
    .filter(({ role }) => role === "practitioner")
    .map(({ inviteId }): string => inviteId);
  const pinned = board.observations.filter(({ pinnedBy }) =>
    pinnedBy.some((id) => ids.includes(id)),
  );
  const places = signedPlaces(
    board,
    await clipsOf(parts.stores, { ...board, observations: pinned }),
  );
  return await Promise.all(
    pinned.map(async (observation) => {
      const { observationId } = observation;
      const place = places.find((one) => one.observationId === observationId);
      return {
        reviewId: review.reviewId,
        observationId: observationIdSchema.parse(observationId),
        clipTitle: place?.clipTitle ?? "",
        positionMs: place?.positionMs ?? null,
        words: wordsOf(observation),
        hasStill: await mayTellStill(parts.stores, review, observationId),
      };
    }),
  );
}
