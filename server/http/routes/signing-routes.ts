import type { HandlerParts, Handlers } from "#server/http/handlers.ts";
import { clipsOf } from "#server/report/report-facts.ts";
import { openCopy } from "#server/signing/signed-copy.ts";
import { signedPlaces } from "#server/signing/signed-places.ts";
import { ok } from "#shared/lib/result.ts";

/** Signed boards, read again. */
export function signingRoutes({
  context: { stores, keys },
}: HandlerParts): Pick<Handlers, "readSignedBoard"> {
  return {
    readSignedBoard: async ({ params: { reviewId } }) => {
      const stored = await stores.signedBoards.latest(reviewId);
      if (stored === null) return ok({ signed: null, goalIds: [], places: [] });
      const signed = openCopy(keys, stored);
      const review = await stores.reviews.find(reviewId);
      const journey = review === null ? null : await stores.journeys.read(review.journeyId);
      const goalIds = journey?.goals.map(({ goalId }) => goalId) ?? [];
      const clips = await clipsOf(stores, signed.content);
      return ok({ signed, goalIds, places: signedPlaces(signed.content, clips) });
    },
  };
}
