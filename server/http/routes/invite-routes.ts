import type { HandlerParts, Handlers } from "#server/http/handlers.ts";
import { createReviewLinks } from "#server/identity/review-links.ts";
import { fail, ok } from "#shared/lib/result.ts";

type InviteRoutes = "issueInvite" | "revokeInvite" | "answerKnock" | "askOut";

/** Review links and whoever comes to the door with one. */
export function inviteRoutes({ context, lobby }: HandlerParts): Pick<Handlers, InviteRoutes> {
  const links = createReviewLinks(context);

  return {
    issueInvite: async ({ params, body }) => {
      const review = await context.stores.reviews.find(params.reviewId);
      return review === null ? fail("not-found") : await links.issue(review, body);
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
