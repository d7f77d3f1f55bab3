import type { HandlerParts, Handlers } from "#server/http/handlers.ts";
import { createReviewLinks } from "#server/identity/review-links.ts";
import { notAgreedNow } from "#server/supervision/may-sit.ts";
import { fail, ok } from "#shared/lib/result.ts";

type InviteRoutes = "issueInvite" | "revokeInvite" | "answerKnock" | "askOut";

/** Review links and whoever comes to the door with one. */
export function inviteRoutes({ context, lobby }: HandlerParts): Pick<Handlers, InviteRoutes> {
  const links = createReviewLinks(context);

  return {
    issueInvite: async ({ params, body }) => {
      const review = await context.stores.reviews.find(params.reviewId);
      if (review === null) return fail("not-found");
      const against = body.role === "supervisor" ? await notAgreedNow(context.stores, review) : [];
      if (against.length === 0) return await links.issue(review, body);
      return { ...fail("supervisor-not-agreed"), details: against.map(({ name }) => name) };
    },

    revokeInvite: async ({ params }) => {
      await links.revoke(params.inviteId);
      return ok(null);
    },

    answerKnock: async ({ params, body }) =>
      await lobby.answer(params.inviteId, body.knockId, body.answer),

    askOut: async ({ params }) => {
      await lobby.askOut(params.inviteId);
      return ok(null);
    },
  };
}
