import type { Company } from "#shared/protocol/company.ts";
import type { InviteId, JourneyId, ParticipantId, ReviewId } from "#shared/domain/ids.ts";

/**
 * A changed permission closes what is open. Whoever changes one announces it here; whoever holds a
 * connection, a room or an open response listens and ends what is no longer allowed, within a second.
 */
export type AccessChange =
  | { readonly kind: "invite-revoked"; readonly inviteId: InviteId; readonly reviewId: ReviewId }
  | {
      readonly kind: "asked-out";
      readonly participantId: ParticipantId;
      readonly reviewId: ReviewId;
    }
  /** Somebody no longer agrees that the guider's supervisor looks on: the supervisor's seat is given up. */
  | {
      readonly kind: "supervision-withdrawn";
      readonly participantId: ParticipantId;
      readonly reviewId: ReviewId;
    }
  /** The guider let somebody in: from then on the review is live. Announced by the door. */
  | {
      readonly kind: "let-in";
      readonly participantId: ParticipantId;
      readonly reviewId: ReviewId;
      readonly company: Company;
    }
  | { readonly kind: "session-ended"; readonly sessionId: string }
  /** The link's seat moved to another device: the old session is closed. */
  | { readonly kind: "seat-rebound"; readonly sessionId: string; readonly reviewId: ReviewId }
  | { readonly kind: "review-ended"; readonly reviewId: ReviewId }
  | { readonly kind: "review-locked"; readonly reviewId: ReviewId; readonly locked: boolean }
  /** Whether the guider's prepared notes wait for the practitioner's words. */
  | {
      readonly kind: "practitioner-first";
      readonly reviewId: ReviewId;
      readonly practitionerFirst: boolean;
    }
  /** The guider has prepared other notes. */
  | { readonly kind: "notes-changed"; readonly journeyId: JourneyId }
  /** A clip was added or removed, or a permission changed: what may play has to be looked at again. */
  | { readonly kind: "clips-changed"; readonly journeyId: JourneyId };

/** The one place where a changed permission is told, and heard. */
export interface AccessChanges {
  announce(change: AccessChange): void;
  /** Returns how to stop listening. */
  listen(listener: (change: AccessChange) => void): () => void;
}

/**
 * One in-process bus; listeners are called in the order they came, before `announce` returns. One that
 * breaks keeps the change from nobody else; what broke is thrown afterwards.
 */
export function createAccessChanges(): AccessChanges {
  const listeners = new Set<(change: AccessChange) => void>();
  return {
    announce: (change) => {
      const broken: unknown[] = [];
      for (const listener of listeners) {
        try {
          listener(change);
        } catch (error) {
          broken.push(error);
        }
      }
      if (broken.length > 0)
        throw new AggregateError(broken, `${change.kind} was not heard by all`);
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
