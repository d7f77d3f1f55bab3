import type { HandlerParts, Handlers } from "#server/http/handlers.ts";
import { ok } from "#shared/lib/result.ts";

type RehearsalRoutes = "beginRehearsal" | "endRehearsal";

/** A guider tries alone what the practitioner will find. */
export function rehearsalRoutes({ rehearsals }: HandlerParts): Pick<Handlers, RehearsalRoutes> {
  return {
    beginRehearsal: ({ params: { reviewId }, visitor }) => rehearsals.begin(reviewId, visitor),
    endRehearsal: async ({ params: { reviewId } }) => {
      await rehearsals.end(reviewId);
      return ok(null);
    },
  };
}
