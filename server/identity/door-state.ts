import type { AppContext } from "#server/context.ts";
import type { StoredReview } from "#server/storage/review-store.ts";
import type { StoredInvite } from "#server/storage/stores.ts";
import type { InviteId } from "#shared/domain/ids.ts";
import type { KnockState } from "#shared/protocol/door-events.ts";
import { maySit } from "#server/supervision/may-sit.ts";
import { standingOf } from "./invite-window.ts";

/** A link with the review it leads to. */
export interface Place {
  readonly invite: StoredInvite;
  readonly review: StoredReview;
}

/** Why somebody cannot even knock. */
export type Closed = Extract<KnockState, { state: "closed" }>;

/** Finds where a link leads: the place, or why it is closed now. */
export function createPlaceFinder({
  stores,
  clock,
}: Pick<AppContext, "stores" | "clock">): (inviteId: InviteId) => Promise<Place | Closed> {
  return async (inviteId) => {
    const invite = await stores.invites.find(inviteId);
    const review = invite === null ? null : await stores.reviews.find(invite.reviewId);
    if (invite === null || review === null) return { state: "closed", reason: "link-ended" };
    switch (standingOf(invite, review, clock.nowMs())) {
      case "open":
        return (await maySit(stores, invite, review))
          ? { invite, review }
          : { state: "closed", reason: "supervisor-not-agreed" };
      case "early":
        return { state: "closed", reason: "link-early" };
      case "ended":
        return { state: "closed", reason: "review-ended" };
      case "late":
      case "revoked":
        return { state: "closed", reason: "link-ended" };
    }
  };
}

/** Whether the way leads nowhere now. */
export function isClosed(found: Place | Closed): found is Closed {
  return "state" in found;
}
