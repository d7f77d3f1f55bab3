import type { AccessChange, AccessChanges } from "#server/access-changes.ts";
import type { Visitor } from "#server/context.ts";
import type { JourneyId } from "#shared/domain/ids.ts";

/** A clip on its way to one browser. */
export interface OpenResponse {
  readonly visitor: Visitor;
  /** Known once the clip has been found. */
  journeyId: JourneyId | null;
  /** Cuts it off in the middle. */
  readonly destroy: () => void;
  /** Whether it would still be begun now. */
  readonly isAllowed: () => Promise<boolean>;
}

/** Every clip response now under way, so that one whose access ends can be cut off. */
export interface OpenResponses {
  /** False when this session has as many open as it may. */
  add(response: OpenResponse): boolean;
  delete(response: OpenResponse): void;
  /** Cuts it off if it would not be begun now. */
  look(response: OpenResponse): Promise<void>;
  close(): void;
}

/** A browser fetches one clip at a time, and seeks; more than this is not watching. */
const mostPerSession = 8;

/** Knows every clip on its way out, and cuts off those a changed permission no longer allows. */
export function createOpenResponses(access: AccessChanges): OpenResponses {
  const open = new Set<OpenResponse>();
  const stop = access.listen((change) => {
    for (const response of open) {
      if (endsResponse(change, response.visitor)) response.destroy();
      else if (mayConcern(change, response)) void destroyUnlessAllowed(response);
    }
  });
  return {
    add: (response) => {
      const { sessionId } = response.visitor;
      const others = [...open].filter(({ visitor }) => visitor.sessionId === sessionId);
      if (others.length >= mostPerSession) return false;
      open.add(response);
      return true;
    },
    delete: (response) => open.delete(response),
    look: destroyUnlessAllowed,
    close: stop,
  };
}

function endsResponse(change: AccessChange, visitor: Visitor): boolean {
  switch (change.kind) {
    case "session-ended":
    case "seat-rebound":
      return visitor.sessionId === change.sessionId;
    case "invite-revoked":
      return visitor.inviteId === change.inviteId;
    case "asked-out":
    case "supervision-withdrawn":
      return visitor.participantId === change.participantId && isGuestOf(visitor, change.reviewId);
    case "review-ended":
      return isGuestOf(visitor, change.reviewId);
    case "notes-changed":
    case "practitioner-first":
    case "clips-changed":
    case "let-in":
    case "review-locked":
      return false;
  }
}

function isGuestOf({ principal }: Visitor, reviewId: string): boolean {
  return principal.kind === "guest" && principal.reviewId === reviewId;
}

function mayConcern(change: AccessChange, response: OpenResponse): boolean {
  if (change.kind !== "clips-changed") return false;
  return response.journeyId === null || response.journeyId === change.journeyId;
}

async function destroyUnlessAllowed(response: OpenResponse): Promise<void> {
  const allowed = await response.isAllowed().catch(() => false);
  if (!allowed) response.destroy();
}
