import type { AppContext } from "#server/context.ts";
import type { StoredInvite } from "#server/storage/stores.ts";
import { participantIdSchema } from "#shared/domain/ids.ts";
import type { InviteId, JourneyId } from "#shared/domain/ids.ts";
import type { Knock } from "#shared/protocol/door-events.ts";
import { ownPlaceMs } from "./sessions.ts";
import type { Place } from "./door-state.ts";
import type { WaitingKnock } from "./knocks.ts";

/** Which device has a link's seat, and had it last. */
export interface GuestSeats {
  /** Gives the seat to the device that knocked; a device that had it loses it. */
  give(place: Place, knock: WaitingKnock): Promise<void>;
  /** Takes the seat away, and says why; the device stays known. */
  takeBack(invite: StoredInvite, why: "asked-out" | "supervision-withdrawn"): Promise<void>;
  /** How a device at the door is to be shown. */
  deviceOf(invite: StoredInvite, sessionId: string): Knock["device"];
}

/** Seats are stored; the device a link was let in on before is remembered in memory. */
export function createGuestSeats({
  clock,
  stores,
  access,
}: Pick<AppContext, "clock" | "stores" | "access">): GuestSeats {
  const lastSeats = new Map<InviteId, string>();

  async function openOwnPlace(sessionId: string, journeyId: JourneyId): Promise<void> {
    const nowMs = clock.nowMs();
    const isOwn = await stores.personalSessions.addFirst(sessionId, journeyId, nowMs);
    if (isOwn) await stores.sessions.prolong(sessionId, nowMs + ownPlaceMs);
  }

  return {
    give: async ({ invite, review: { reviewId, journeyId, state } }, { sessionId, company }) => {
      const { inviteId, boundSessionId, role } = invite;
      await stores.invites.bind(inviteId, sessionId);
      if (role === "practitioner") {
        await openOwnPlace(sessionId, journeyId);
      }
      if (state === "planned") await stores.reviews.setState(reviewId, "live", clock.nowMs());
      lastSeats.set(inviteId, sessionId);
      if (boundSessionId !== null && boundSessionId !== sessionId) {
        access.announce({ kind: "seat-rebound", sessionId: boundSessionId, reviewId });
      }
      const participantId = participantIdSchema.parse(inviteId);
      access.announce({ kind: "let-in", participantId, reviewId, company });
    },

    takeBack: async ({ inviteId, boundSessionId, reviewId }, kind) => {
      if (boundSessionId === null) return;
      lastSeats.set(inviteId, boundSessionId);
      await stores.invites.bind(inviteId, null);
      const participantId = participantIdSchema.parse(inviteId);
      access.announce({ kind, participantId, reviewId });
    },

    deviceOf: ({ inviteId, boundSessionId }, sessionId) => {
      const lastSeat = boundSessionId ?? lastSeats.get(inviteId);
      if (lastSeat === undefined) return "new";
      return lastSeat === sessionId ? "known" : "other";
    },
  };
}
