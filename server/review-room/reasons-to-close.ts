import type { AccessChange } from "#server/access-changes.ts";
import type { StandingNow } from "#server/realtime/standing.ts";
import type { ReviewId } from "#shared/domain/ids.ts";
import { assertNever } from "#shared/lib/result.ts";
import type { RoomCloseReason } from "#shared/protocol/close-reasons.ts";

/** Whose place in which room: a guest's participant id is the invite's id, under another brand. */
export interface Place {
  readonly reviewId: ReviewId;
  readonly tab: { readonly participantId: string; readonly sessionId: string };
}

/** What is said to those whose place a change of access ends; null where it ends none. */
const reasons = {
  "review-ended": "review-ended",
  "invite-revoked": "link-ended",
  "asked-out": "asked-out",
  "supervision-withdrawn": "permission-withdrawn",
  "session-ended": "signed-out",
  "seat-rebound": "seat-moved",
  "let-in": null,
  "review-locked": null,
  "practitioner-first": null,
  "notes-changed": null,
  "clips-changed": null,
} as const satisfies Record<AccessChange["kind"], RoomCloseReason | null>;

/** Why a change of access ends this place in a room; null when it does not. */
export function reasonToClose(change: AccessChange, place: Place): RoomCloseReason | null {
  return isAbout(change, place) ? reasons[change.kind] : null;
}

function isAbout(change: AccessChange, { reviewId, tab }: Place): boolean {
  switch (change.kind) {
    case "invite-revoked":
      return isSame(change.inviteId, tab.participantId);
    case "asked-out":
    case "supervision-withdrawn":
      return isSame(change.participantId, tab.participantId);
    case "session-ended":
    case "seat-rebound":
      return change.sessionId === tab.sessionId;
    case "clips-changed":
    case "notes-changed":
      return false;
    case "review-ended":
    case "review-locked":
    case "practitioner-first":
    case "let-in":
      return change.reviewId === reviewId;
    default:
      return assertNever(change);
  }
}

/** Why somebody who may not be in the room (any more) has to leave. */
export function reasonToRefuse({ visitor, thing }: StandingNow): RoomCloseReason {
  if (visitor.principal.kind === "none") return "signed-out";
  const ended = thing.kind === "owned" && thing.review?.state === "ended";
  return ended ? "review-ended" : "link-ended";
}

function isSame(id: string, other: string): boolean {
  return id === other;
}
