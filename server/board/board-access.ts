import type { AccessChange } from "#server/access-changes.ts";
import type { Identity, Visitor } from "#server/context.ts";
import type { BoardSeat } from "./board-member.ts";
import type { ParticipantId, ReviewId } from "#shared/domain/ids.ts";
import { can, roleTowards } from "#shared/domain/permissions.ts";
import type { ReviewState, Role, Thing } from "#shared/domain/permissions.ts";
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
  const identified = readIdentified(visitor);
  if (identified === null) return { kind: "out", code: boardCloseCodes.revoked };
  const thing = await identity.reviewThing(reviewId);
  if (thing === null || thing.kind === "nothing") return out(null);
  const { principal } = identified;
  const role = roleTowards(principal, thing);
  if (!isBoardRole(role) || !can(principal, "board:read", thing)) return out(thing);
  const { journeyId, guiderId } = thing;
  const seat = { ...identified, reviewId, tabId, role, journeyId, guiderId };
  return { kind: "in", seat, canWrite: can(principal, "board:write", thing) };
}

function readIdentified(visitor: Visitor) {
  const { principal, participantId, sessionId, tokenHash, name } = visitor;
  if (participantId === null || sessionId === null || tokenHash === null || name === null) {
    return null;
  }
  return { principal, participantId, sessionId, tokenHash, name };
}

function isBoardRole(role: Role): role is BoardSeat["role"] {
  return role === "guider" || role === "practitioner" || role === "supervisor";
}

function out(thing: Thing | null): BoardAccess {
  const isEnded = thing?.kind === "owned" && thing.review?.state === "ended";
  return { kind: "out", code: isEnded ? boardCloseCodes.ended : boardCloseCodes.forbidden };
}

/** Whether a change takes this seat away from the one who has it. */
export function takesSeatAway(change: AccessChange, seat: BoardSeat): boolean {
  if ("reviewId" in change && change.reviewId !== seat.reviewId) return false;
  if (change.kind === "invite-revoked") return isSame(change.inviteId, seat.participantId);
  if (change.kind === "asked-out" || change.kind === "supervision-withdrawn")
    return change.participantId === seat.participantId;
  return "sessionId" in change && change.sessionId === seat.sessionId;
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
