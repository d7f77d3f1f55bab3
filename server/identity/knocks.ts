import type { AccountId, InviteId, ReviewId } from "#shared/domain/ids.ts";
import type { Company } from "#shared/protocol/company.ts";
import type { Knock } from "#shared/protocol/door-events.ts";

/** Somebody waiting at the door, with what the guider does not see of it. */
export interface WaitingKnock extends Knock {
  readonly sessionId: string;
  readonly guiderId: AccountId;
}

/** Who waits, by session: one knock for each device. Memory only; nothing is written. */
export interface Knocks {
  of(sessionId: string): WaitingKnock | null;
  find(inviteId: InviteId, knockId: string): WaitingKnock | null;
  ofGuider(guiderId: AccountId): WaitingKnock[];
  ofInvite(inviteId: InviteId): WaitingKnock[];
  ofReview(reviewId: ReviewId): WaitingKnock[];
  put(knock: WaitingKnock): void;
  say(sessionId: string, company: Company): void;
  remove(sessionId: string): WaitingKnock | null;
}

/** An empty doorstep. */
export function createKnocks(): Knocks {
  const waiting = new Map<string, WaitingKnock>();
  const where = (fits: (knock: WaitingKnock) => boolean) => [...waiting.values()].filter(fits);

  return {
    of: (sessionId) => waiting.get(sessionId) ?? null,
    find: (inviteId, knockId) =>
      where((knock) => knock.inviteId === inviteId && knock.knockId === knockId)[0] ?? null,
    ofGuider: (guiderId) => where((knock) => knock.guiderId === guiderId),
    ofInvite: (inviteId) => where((knock) => knock.inviteId === inviteId),
    ofReview: (reviewId) => where((knock) => knock.reviewId === reviewId),
    put: (knock) => void waiting.set(knock.sessionId, knock),
    say: (sessionId, company) => {
      const knock = waiting.get(sessionId);
      if (knock !== undefined) waiting.set(sessionId, { ...knock, company });
    },
    remove: (sessionId) => {
      const knock = waiting.get(sessionId) ?? null;
      waiting.delete(sessionId);
      return knock;
    },
  };
}

/** A knock as its guider's page is told of it. */
export function shownKnock({
  sessionId: _session,
  guiderId: _guider,
  ...knock
}: WaitingKnock): Knock {
  return knock;
}
