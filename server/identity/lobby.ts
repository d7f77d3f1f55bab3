import type { AppContext, Door } from "#server/context.ts";
import type { AccountId, InviteId } from "#shared/domain/ids.ts";
import { fail, ok } from "#shared/lib/result.ts";
import type { Result } from "#shared/lib/result.ts";
import type { Company } from "#shared/protocol/company.ts";
import type { Knock, KnockState } from "#shared/protocol/door-events.ts";
import type { Refusal } from "#shared/protocol/refusals.ts";
import { createPlaceFinder, isClosed } from "./door-state.ts";
import type { Place } from "./door-state.ts";
import { createGuiderPresence } from "./guider-presence.ts";
import type { GuiderPresence } from "./guider-presence.ts";
import { drawCode } from "./knock-code.ts";
import { createKnocks, shownKnock } from "./knocks.ts";
import type { WaitingKnock } from "./knocks.ts";
import { createGuestSeats } from "./seats.ts";

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
  /** The seat is given up, and the knock at the door too; the same device may knock again. */
  askOut(inviteId: InviteId, why?: "supervision-withdrawn"): Promise<void>;
  knocksOf(guiderId: AccountId): Knock[];
  listen(listener: (change: LobbyChange) => void): () => void;
  close(): void;
}

/** Knocks live in memory; a seat (which device a link is bound to) is stored. */
export function createLobby(
  context: Pick<AppContext, "clock" | "random" | "stores" | "access">,
): Lobby {
  const { clock, random, stores, access } = context;
  const findPlace = createPlaceFinder(context);
  const seats = createGuestSeats(context);
  const knocks = createKnocks();
  const turnedAway = new Set<string>();
  const listeners = new Set<(change: LobbyChange) => void>();
  const guiders = createGuiderPresence((guiderId) => {
    for (const { sessionId } of knocks.ofGuider(guiderId)) tell({ kind: "guest", sessionId });
  });
  let turn: Promise<unknown> = Promise.resolve();

  function tell(change: LobbyChange): void {
    for (const listener of listeners) listener(change);
  }

  function tellBoth({ sessionId, guiderId }: Pick<WaitingKnock, "sessionId" | "guiderId">): void {
    tell({ kind: "guest", sessionId });
    tell({ kind: "guider", guiderId });
  }

  function leave(knock: WaitingKnock): void {
    knocks.remove(knock.sessionId);
    tellBoth(knock);
  }

  function openState({ invite, review }: Place, sessionId: string): KnockState {
    if (invite.boundSessionId === sessionId) return { state: "let-in", reviewId: review.reviewId };
    const knock = knocks.of(sessionId);
    if (knock === null) return { state: turnedAway.has(sessionId) ? "not-now" : "not-asked" };
    return {
      state: "waiting",
      code: knock.code,
      guiderIsHere: guiders.isHere(knock.guiderId),
    };
  }

  async function stateOf({ sessionId, inviteId }: GuestDevice): Promise<KnockState> {
    const place = await findPlace(inviteId);
    return isClosed(place) ? place : openState(place, sessionId);
  }

  function putKnock({ invite, review }: Place, sessionId: string, company: Company): void {
    const { inviteId, name, role } = invite;
    const { reviewId, journeyId, guiderId } = review;
    turnedAway.delete(sessionId);
    knocks.put({
      knockId: random.uuid(),
      inviteId,
      reviewId,
      journeyId,
      guiderId,
      sessionId,
      name,
      role,
      company,
      device: seats.deviceOf(invite, sessionId),
      code: drawCode(random),
      askedAtMs: clock.nowMs(),
    });
  }

  async function ask(device: GuestDevice, company: Company): Promise<KnockState> {
    const { sessionId } = device;
    const place = await findPlace(device.inviteId);
    if (isClosed(place)) return place;
    if (place.invite.boundSessionId === sessionId) return openState(place, sessionId);
    if (knocks.of(sessionId) !== null) knocks.say(sessionId, company);
    else if (place.review.locked) return { state: "closed", reason: "room-locked" };
    else putKnock(place, sessionId, company);
    tellBoth({ sessionId, guiderId: place.review.guiderId });
    return openState(place, sessionId);
  }

  async function cancel(device: GuestDevice): Promise<KnockState> {
    turnedAway.delete(device.sessionId);
    const knock = knocks.of(device.sessionId);
    if (knock !== null) leave(knock);
    return await stateOf(device);
  }

  async function letIn(knock: WaitingKnock): Promise<Result<null, Refusal>> {
    const place = await findPlace(knock.inviteId);
    if (isClosed(place)) return fail(place.reason);
    await seats.give(place, knock);
    return ok(null);
  }

  async function answer(
    inviteId: InviteId,
    knockId: string,
    said: "let-in" | "not-now",
  ): Promise<Result<null, Refusal>> {
    const knock = knocks.find(inviteId, knockId);
    if (knock === null) return fail("already-done");
    if (said === "not-now") turnedAway.add(knock.sessionId);
    const outcome = said === "let-in" ? await letIn(knock) : ok(null);
    leave(knock);
    return outcome;
  }

  async function askOut(
    inviteId: InviteId,
    why: "asked-out" | "supervision-withdrawn" = "asked-out",
  ): Promise<void> {
    knocks.ofInvite(inviteId).forEach(leave);
    const invite = await stores.invites.find(inviteId);
    if (invite !== null) await seats.takeBack(invite, why);
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
    cancel,
    answer: (inviteId, knockId, said) => inTurn(() => answer(inviteId, knockId, said)),
    askOut: (inviteId, why) => inTurn(() => askOut(inviteId, why)),
    knocksOf: (guiderId) => knocks.ofGuider(guiderId).map(shownKnock),
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: stopListening,
  };
}
