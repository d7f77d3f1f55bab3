import type { AppContext, Door, Identity, Visitor } from "#server/context.ts";
import type { StoredReview } from "#server/storage/review-store.ts";
import type { StoredInvite, StoredSession } from "#server/storage/stores.ts";
import { participantIdSchema } from "#shared/domain/ids.ts";
import type { InviteId } from "#shared/domain/ids.ts";
import { maySit } from "#server/supervision/may-sit.ts";
import { standingOf } from "./invite-window.ts";
import { createSessionCookie } from "./session-cookie.ts";
import { hashSecret } from "./tokens.ts";

/** What the resolver needs of the server. */
export type IdentityContext = Pick<AppContext, "config" | "clock" | "stores" | "rehearsal">;

/** Nobody in particular: no cookie, or one that no longer means anything. */
export const nobody: Visitor = {
  principal: { kind: "none" },
  sessionId: null,
  tokenHash: null,
  participantId: null,
  inviteId: null,
  name: null,
  own: null,
};

/**
 * The one resolver of who asks. A guest is admitted only on the device the link is bound to, while the
 * link's window is open and its review not ended, a supervisor only while everybody who has to agree does;
 * all else a guest's session proves is the opened link.
 */
export function createIdentity(context: IdentityContext, door: Door): Identity {
  const { clock, stores } = context;
  const { rehearsal } = context;
  const cookie = createSessionCookie(context.config, rehearsal);

  async function identifySession(tokenHash: string): Promise<Visitor> {
    const session = await stores.sessions.find(tokenHash, clock.nowMs());
    if (session === null) return nobody;
    return session.holder.kind === "account"
      ? await accountVisitor(session, session.holder.accountId)
      : await guestVisitor(session, session.holder.inviteId);
  }

  async function accountVisitor(
    session: StoredSession,
    accountId: Parameters<typeof stores.accounts.find>[0],
  ): Promise<Visitor> {
    const account = await stores.accounts.findOpen(accountId);
    if (account === null) return nobody;
    return {
      principal: { kind: "account", accountId: account.accountId, role: account.role },
      sessionId: session.sessionId,
      tokenHash: session.tokenHash,
      participantId: participantIdSchema.parse(account.accountId),
      inviteId: null,
      name: account.name,
      own: null,
    };
  }

  async function guestVisitor(session: StoredSession, inviteId: InviteId): Promise<Visitor> {
    const invite = await stores.invites.find(inviteId);
    const review = invite === null ? null : await stores.reviews.find(invite.reviewId);
    if (invite === null || review === null) return nobody;
    const own = await stores.personalSessions.find(session.sessionId);
    return {
      principal: {
        kind: "guest",
        reviewId: invite.reviewId,
        role: invite.role,
        seat: await seatOf(session, invite, review),
        ownJourneyId: own?.journeyId ?? null,
      },
      sessionId: session.sessionId,
      tokenHash: session.tokenHash,
      participantId: participantIdSchema.parse(inviteId),
      inviteId,
      name: invite.name,
      own,
    };
  }

  async function seatOf(
    session: StoredSession,
    invite: StoredInvite,
    review: StoredReview,
  ): Promise<"link" | "lobby" | "admitted"> {
    if (standingOf(invite, review, clock.nowMs()) !== "open") return "link";
    if (!(await maySit(stores, invite, review))) return "link";
    if (invite.boundSessionId === session.sessionId) return "admitted";
    return door.isKnocking(session.sessionId) ? "lobby" : "link";
  }

  return {
    identify: async (request) => {
      const token = cookie.read(request.headers.cookie);
      if (token === null) return nobody;
      if (rehearsal !== undefined && !(await rehearsal.isGuidersBrowser(request))) return nobody;
      return await identifySession(hashSecret(token));
    },
    identifySession,
    reviewThing: async (reviewId) => {
      const owner = await stores.journeys.ownershipOf({ kind: "review", id: reviewId });
      return owner === null ? null : { kind: "owned", ...owner };
    },
  };
}
