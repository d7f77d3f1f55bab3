import type { AppContext } from "#server/context.ts";
import type { StoredReview } from "#server/storage/review-store.ts";
import type { StoredInvite } from "#server/storage/stores.ts";
import { inviteIdSchema } from "#shared/domain/ids.ts";
import type { InviteId } from "#shared/domain/ids.ts";
import type { Invite } from "#shared/domain/journey.ts";
import { fail, ok } from "#shared/lib/result.ts";
import type { Result } from "#shared/lib/result.ts";
import { planWindow } from "./invite-window.ts";
import { hashSecret } from "./tokens.ts";

/** Who the link is for, and when it should close if not 4 hours after the slot. */
export interface NewInvite {
  readonly name: string;
  readonly role: "practitioner" | "supervisor";
  readonly closesAtMs?: number | undefined;
}

/** Review links: one named person, one role, one review, a window, and an end at any time. */
export interface ReviewLinks {
  /** The secret is answered once and never again. Refuses an end that lies before the beginning. */
  issue(
    review: StoredReview,
    wish: NewInvite,
  ): Promise<Result<{ invite: Invite; secret: string }, "invalid">>;
  revoke(inviteId: InviteId): Promise<void>;
  /** The invite behind a secret, or null. */
  find(secret: string): Promise<StoredInvite | null>;
}

/** Links whose secrets are stored as their SHA-256 only. */
export function createReviewLinks(
  context: Pick<AppContext, "clock" | "random" | "stores" | "access">,
): ReviewLinks {
  const { clock, random, stores, access } = context;

  return {
    issue: async (review, { name, role, closesAtMs }) => {
      const nowMs = clock.nowMs();
      const planned = planWindow(review, closesAtMs, nowMs);
      if (planned === null) return fail("invalid");
      const secret = random.secret();
      const inviteId = inviteIdSchema.parse(random.uuid());
      const stored: StoredInvite = {
        inviteId,
        reviewId: review.reviewId,
        name,
        role,
        secretHash: hashSecret(secret),
        ...planned,
        boundSessionId: null,
        revokedAtMs: null,
      };
      await stores.invites.add(stored, nowMs);
      return ok({ invite: { inviteId, name, role, ...planned, state: "issued" }, secret });
    },
    revoke: async (inviteId) => {
      const invite = await stores.invites.find(inviteId);
      if (invite === null || invite.revokedAtMs !== null) return;
      await stores.invites.revoke(inviteId, clock.nowMs());
      access.announce({ kind: "invite-revoked", inviteId, reviewId: invite.reviewId });
    },
    find: (secret) => stores.invites.findBySecretHash(hashSecret(secret)),
  };
}
