import type { Visitor } from "#server/context.ts";
import type { HandlerParts, Handlers } from "#server/http/handlers.ts";
import { visibleClips } from "#server/http/room-reader.ts";
import { createCookieAnswers } from "#server/http/session-answers.ts";
import { standingOf } from "#server/identity/invite-window.ts";
import { createReviewLinks } from "#server/identity/review-links.ts";
import { createSessions, ownPlaceMs } from "#server/identity/sessions.ts";
import type { StoredInvite } from "#server/storage/stores.ts";
import { fail, ok } from "#shared/lib/result.ts";
import type { WayIn } from "#shared/protocol/http-api.ts";

type WayInRoutes = "openWayIn" | "readWayIn";
type Seat = WayIn["seat"];

/** The way in of a guest. Opening a link consumes nothing: mail scanners open links too. */
export function wayInRoutes(parts: HandlerParts): Pick<Handlers, WayInRoutes> {
  const { context } = parts;
  const { clock, stores } = context;
  const links = createReviewLinks(context);
  const sessions = createSessions(context);
  const cookies = createCookieAnswers(context);

  async function describe(invite: StoredInvite, seat: Seat): Promise<WayIn | null> {
    const review = await stores.reviews.find(invite.reviewId);
    const guider = review === null ? null : await stores.accounts.find(review.guiderId);
    if (review === null || guider === null) return null;
    const clips = await visibleClips(parts.context, review.reviewId, invite.role);
    return {
      reviewId: invite.reviewId,
      guestName: invite.name,
      guiderName: guider.name,
      role: invite.role,
      when: standingOf(invite, review, clock.nowMs()),
      opensAtMs: invite.opensAtMs,
      closesAtMs: invite.closesAtMs,
      startsAtMs: review.startsAtMs,
      clipCount: clips.length,
      seat,
    };
  }

  /** A new link of the same practitioner in the same browser leaves the own place open. */
  async function keepOwnPlace(
    { own, sessionId: before }: Visitor,
    now: string,
    { reviewId, role }: StoredInvite,
  ): Promise<void> {
    if (own === null || before === null || role !== "practitioner") return;
    const review = await stores.reviews.find(reviewId);
    if (review?.journeyId !== own.journeyId) return;
    await stores.personalSessions.move(before, now);
    await stores.sessions.prolong(now, clock.nowMs() + ownPlaceMs);
  }

  return {
    openWayIn: async ({ body, visitor, response }) => {
      const invite = await links.find(body.secret);
      if (invite === null) return fail("link-ended");
      const isSameDevice = visitor.inviteId === invite.inviteId;
      const { principal } = visitor;
      const seat = isSameDevice && principal.kind === "guest" ? principal.seat : "link";
      const wayIn = await describe(invite, seat);
      const isOver = wayIn === null || wayIn.when === "late" || wayIn.when === "revoked";
      // A stranger with an old link learns no more than one with a wrong link.
      if (wayIn === null || (isOver && !isSameDevice)) return fail("link-ended");
      if (isSameDevice) return ok(wayIn);
      const session = await sessions.beginForInvite(invite);
      await keepOwnPlace(visitor, session.sessionId, invite);
      cookies.give(response, session);
      return ok(wayIn);
    },

    readWayIn: async ({ visitor: { inviteId, principal } }) => {
      const invite = inviteId === null ? null : await stores.invites.find(inviteId);
      if (invite === null || principal.kind !== "guest") return fail("link-ended");
      const wayIn = await describe(invite, principal.seat);
      return wayIn === null ? fail("link-ended") : ok(wayIn);
    },
  };
}
