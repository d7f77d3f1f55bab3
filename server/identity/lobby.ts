import type { AppContext, Door } from "#server/context.ts";
import type { StoredInvite, StoredReview } from "#server/storage/stores.ts";
import type { AccountId, InviteId } from "#shared/domain/ids.ts";
import { participantIdSchema } from "#shared/domain/ids.ts";
import { fail, ok } from "#shared/lib/result.ts";
import type { Result } from "#shared/lib/result.ts";
import type { Company } from "#shared/protocol/company.ts";
import type { Knock, KnockState } from "#shared/protocol/door-events.ts";
import type { Refusal } from "#shared/protocol/refusals.ts";
import { createGuiderPresence } from "./guider-presence.ts";
import type { GuiderPresence } from "./guider-presence.ts";
import { standingOf } from "./invite-window.ts";
import { drawCode } from "./knock-code.ts";
import { createKnocks, shownKnock } from "./knocks.ts";
import type { WaitingKnock } from "./knocks.ts";

/** The device of a guest: a session that has opened this link. */
export interface GuestDevice {
  readonly sessionId: string;
  readonly inviteId: InviteId;
}

/** Somebody whose screen has to be told something new. */
export type LobbyChange =
  | { readonly kind: "guest"; readonly sessionId: string }
  | { readonly kind: "guider"; readonly guiderId: AccountId };

/** The door of every review: knocking, letting in, not now, asking out. */
export interface Lobby extends Door {
  readonly guiders: GuiderPresence;
  stateOf(device: GuestDevice): Promise<KnockState>;
  ask(device: GuestDevice, company: Company): Promise<KnockState>;
  cancel(device: GuestDevice): Promise<KnockState>;
  answer(
    inviteId: InviteId,
    knockId: string,
    answer: "let-in" | "not-now",
  ): Promise<Result<null, Refusal>>;
  /** The seat is given up; the same device may knock again. */
  askOut(inviteId: InviteId): Promise<void>;
  knocksOf(guiderId: AccountId): Knock[];
  listen(listener: (change: LobbyChange) => void): () => void;
  close(): void;
}

interface Place {
  readonly invite: StoredInvite;
  readonly review: StoredReview;
}

/** Knocks live in memory; a seat (which device a link is bound to) is stored. */
export function createLobby(
  context: Pick<AppContext, "clock" | "random" | "stores" | "access">,
): Lobby {
  const { clock, random, stores, access } = context;
  const knocks = createKnocks();
  const turnedAway = new Set<string>();
  /** The device a link was last let in on, so that somebody asked out is known at the door again. */
  const lastSeats = new Map<InviteId, string>();
  const listeners = new Set<(change: LobbyChange) => void>();
  const tell = (change: LobbyChange) => listeners.forEach((listener) => listener(change));
  const guiders = createGuiderPresence((guiderId) => {
    for (const knock of knocks.ofGuider(guiderId)) tellGuest(knock.sessionId);
  });
  let turn: Promise<unknown> = Promise.resolve();

  function tellGuest(sessionId: string): void {
    tell({ kind: "guest", sessionId });
  }

  function leave(knock: WaitingKnock): void {
    knocks.remove(knock.sessionId);
    tellGuest(knock.sessionId);
    tell({ kind: "guider", guiderId: knock.guiderId });
  }

  async function placeOf(inviteId: InviteId): Promise<Place | null> {
    const invite = await stores.invites.find(inviteId);
    const review = invite === null ? null : await stores.reviews.find(invite.reviewId);
    return invite === null || review === null ? null : { invite, review };
  }

  function closedBecause(place: Place | null): Extract<KnockState, { state: "closed" }> | null {
    const standing =
      place === null ? "revoked" : standingOf(place.invite, place.review, clock.nowMs());
    switch (standing) {
      case "open":
        return null;
      case "early":
        return { state: "closed", reason: "link-early" };
      case "ended":
        return { state: "closed", reason: "review-ended" };
      case "late":
      case "revoked":
        return { state: "closed", reason: "link-ended" };
    }
  }

  function openState({ invite, review }: Place, sessionId: string): KnockState {
    if (invite.boundSessionId === sessionId) return { state: "let-in", reviewId: review.reviewId };
    const knock = knocks.of(sessionId);
    if (knock !== null) {
      const guiderIsHere = guiders.isHere(knock.guiderId);
      return { state: "waiting", code: knock.code, guiderIsHere };
    }
    return { state: turnedAway.has(sessionId) ? "not-now" : "not-asked" };
  }

  async function stateOf({ sessionId, inviteId }: GuestDevice): Promise<KnockState> {
    const place = await placeOf(inviteId);
    const closed = closedBecause(place);
    if (closed !== null || place === null) return closed ?? { state: "not-asked" };
    return openState(place, sessionId);
  }

  function deviceOf(invite: StoredInvite, sessionId: string): Knock["device"] {
    const lastSeat = invite.boundSessionId ?? lastSeats.get(invite.inviteId);
    if (lastSeat === undefined) return "new";
    return lastSeat === sessionId ? "known" : "other";
  }

  function putKnock({ invite, review }: Place, sessionId: string, company: Company): void {
    turnedAway.delete(sessionId);
    knocks.put({
      knockId: random.uuid(),
      inviteId: invite.inviteId,
      reviewId: review.reviewId,
      journeyId: review.journeyId,
      guiderId: review.guiderId,
      sessionId,
      name: invite.name,
      role: invite.role,
      company,
      device: deviceOf(invite, sessionId),
      code: drawCode(random),
      askedAtMs: clock.nowMs(),
    });
  }

  async function ask(device: GuestDevice, company: Company): Promise<KnockState> {
    const place = await placeOf(device.inviteId);
    const closed = closedBecause(place);
    if (closed !== null || place === null) return closed ?? { state: "not-asked" };
    const { sessionId } = device;
    if (place.invite.boundSessionId !== sessionId) {
      if (knocks.of(sessionId) !== null) knocks.say(sessionId, company);
      else if (place.review.locked) return { state: "closed", reason: "room-locked" };
      else putKnock(place, sessionId, company);
      tellGuest(sessionId);
      tell({ kind: "guider", guiderId: place.review.guiderId });
    }
    return openState(place, sessionId);
  }

  async function letIn(knock: WaitingKnock): Promise<Result<null, Refusal>> {
    const place = await placeOf(knock.inviteId);
    const closed = closedBecause(place);
    if (closed !== null || place === null) return fail(closed?.reason ?? "link-ended");
    const { invite, review } = place;
    const { reviewId } = review;
    await stores.invites.bind(invite.inviteId, knock.sessionId);
    if (review.state === "planned") await stores.reviews.setState(reviewId, "live", clock.nowMs());
    lastSeats.set(invite.inviteId, knock.sessionId);
    const oldSeat = invite.boundSessionId;
    if (oldSeat !== null && oldSeat !== knock.sessionId) {
      access.announce({ kind: "seat-rebound", sessionId: oldSeat, reviewId });
    }
    const participantId = participantIdSchema.parse(invite.inviteId);
    access.announce({ kind: "let-in", participantId, reviewId, company: knock.company });
    return ok(null);
  }

  async function answer(
    inviteId: InviteId,
    knockId: string,
    said: "let-in" | "not-now",
  ): Promise<Result<null, Refusal>> {
    const knock = knocks.find(inviteId, knockId);
    if (knock === null) return fail("already-done");
    const outcome = said === "let-in" ? await letIn(knock) : ok(null);
    if (said === "not-now") turnedAway.add(knock.sessionId);
    leave(knock);
    return outcome;
  }

  /** One answer at a time, so that of two devices let in at once the second takes the seat from the first. */
  function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const next = turn.then(work, work);
    turn = next.catch(() => {});
    return next;
  }

  const stopListening = access.listen((change) => {
    if (change.kind === "invite-revoked") knocks.ofInvite(change.inviteId).forEach(leave);
    if (change.kind === "review-ended") knocks.ofReview(change.reviewId).forEach(leave);
    if (change.kind === "session-ended") {
      turnedAway.delete(change.sessionId);
      const knock = knocks.of(change.sessionId);
      if (knock !== null) leave(knock);
    }
  });

  return {
    guiders,
    isKnocking: (sessionId) => knocks.of(sessionId) !== null,
    stateOf,
    ask,
    cancel: async (device) => {
      turnedAway.delete(device.sessionId);
      const knock = knocks.of(device.sessionId);
      if (knock !== null) leave(knock);
      return await stateOf(device);
    },
    answer: (inviteId, knockId, said) => inTurn(() => answer(inviteId, knockId, said)),
    askOut: (inviteId) =>
      inTurn(async () => {
        const invite = await stores.invites.find(inviteId);
        if (invite === null) return;
        knocks.ofInvite(inviteId).forEach(leave);
        if (invite.boundSessionId === null) return;
        lastSeats.set(inviteId, invite.boundSessionId);
        await stores.invites.bind(inviteId, null);
        const participantId = participantIdSchema.parse(inviteId);
        access.announce({ kind: "asked-out", participantId, reviewId: invite.reviewId });
      }),
    knocksOf: (guiderId) => knocks.ofGuider(guiderId).map(shownKnock),
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: stopListening,
  };
}
