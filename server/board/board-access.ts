import type { AccessChange } from "#server/access-changes.ts";
import type { Identity, Visitor } from "#server/context.ts";
import type { BoardSeat } from "./board-member.ts";
import type { ParticipantId, ReviewId } from "#shared/domain/ids.ts";
import { can, roleTowards } from "#shared/domain/permissions.ts";
import type { ReviewState, Thing } from "#shared/domain/permissions.ts";
import { boardCloseCodes } from "#shared/protocol/close-reasons.ts";

/** Whether somebody may be at a board now, and if not, the code that tells the browser why. */
export type BoardAccess =
  | { readonly kind: "in"; readonly seat: BoardSeat; readonly canWrite: boolean }
  | { readonly kind: "out"; readonly code: number };

/** Looks somebody's access up afresh. */
export async function findBoardAccess(
  identity: Identity,
  visitor: Visitor,
  reviewId: ReviewId,
  tabId: string,
): Promise<BoardAccess> {
  const { principal, participantId, sessionId, tokenHash, name } = visitor;
  if (participantId === null || sessionId === null || tokenHash === null || name === null) {
    return { kind: "out", code: boardCloseCodes.revoked };
  }
  const thing = await identity.reviewThing(reviewId);
  if (thing === null || thing.kind === "nothing") return out(null);
  const role = roleTowards(principal, thing);
  if (role !== "guider" && role !== "practitioner" && role !== "supervisor") return out(thing);
  if (!can(principal, "board:read", thing)) return out(thing);
  const { journeyId, guiderId } = thing;
  const seat = { reviewId, participantId, sessionId, tokenHash, tabId, name, role, principal };
  const canWrite = can(principal, "board:write", thing);
  return { kind: "in", seat: { ...seat, journeyId, guiderId }, canWrite };
}

function out(thing: Thing | null): BoardAccess {
  const isEnded = thing?.kind === "owned" && thing.review?.state === "ended";
  return { kind: "out", code: isEnded ? boardCloseCodes.ended : boardCloseCodes.forbidden };
}

/** Whether a change takes this seat away from the one who has it. */
export function takesSeatAway(change: AccessChange, seat: BoardSeat): boolean {
  switch (change.kind) {
    case "invite-revoked":
      return change.reviewId === seat.reviewId && isSame(change.inviteId, seat.participantId);
    case "asked-out":
      return change.reviewId === seat.reviewId && change.participantId === seat.participantId;
    case "session-ended":
    case "seat-rebound":
      return change.sessionId === seat.sessionId;
    case "let-in":
    case "review-ended":
    case "review-locked":
    case "clips-changed":
      return false;
  }
}

/** A guest's participant id is the id of the invite. */
function isSame(inviteId: string, participantId: ParticipantId): boolean {
  return inviteId === participantId;
}

/** The state a change puts the review into, or null when it changes none. */
export function stateAfter(
  change: AccessChange,
): { reviewId: ReviewId; state: ReviewState } | null {
  if (change.kind === "review-ended") return { reviewId: change.reviewId, state: "ended" };
  if (change.kind === "let-in") return { reviewId: change.reviewId, state: "live" };
  return null;
}
