import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { InviteId, ReviewId } from "#shared/domain/ids.ts";
import type { Principal, ReviewState, Thing } from "#shared/domain/permissions.ts";
import {
  agreeToSupervisor,
  buildAccount,
  buildInvite,
  newId,
  storeClip,
  storeJourney,
} from "#tests/helpers/build-records.ts";
import type { StoredJourney } from "#tests/helpers/build-records.ts";
import { heard } from "#tests/helpers/review-house.ts";
import { openTestBrowser } from "#tests/helpers/test-browser.ts";
import type { TestBrowser } from "#tests/helpers/test-browser.ts";
import type { TestServer } from "#tests/helpers/test-server.ts";

/** Everybody there is, as they stand towards the house they belong to. */
export const visitors = [
  "nobody",
  "guider",
  "otherGuider",
  "orgAdmin",
  "safeguardingLead",
  "guestWithLink",
  "guestAtDoor",
  "practitioner",
  "practitionerAtHome",
  "supervisor",
] as const;
export type VisitorKind = (typeof visitors)[number];

/** The states a review can be in; in `revoked` it is live and every link has been revoked. */
export const situations = ["planned", "live", "ended", "revoked"] as const;
export type Situation = (typeof situations)[number];

/** A journey with a review in one situation and somebody of every kind, each with a real session. */
export interface MatrixHouse {
  readonly journey: StoredJourney;
  readonly reviewId: ReviewId;
  /** An id for each name that can stand in a path. */
  readonly ids: Record<string, string>;
  /** The thing behind a name in a path; `none`: the route has no id. */
  readonly thing: (param: string) => Thing;
  /** The review once its guider has opened the room. */
  readonly liveThing: () => Thing;
  readonly browser: (kind: VisitorKind) => TestBrowser;
  /** Who the server has to take this visitor for. */
  readonly principal: (kind: VisitorKind) => Principal;
  /** Sets the review back, for a guider who reads a planned room opens it. */
  readonly restore: () => Promise<void>;
  readonly close: () => void;
}

const guests = {
  guestWithLink: "practitioner",
  guestAtDoor: "practitioner",
  practitioner: "practitioner",
  practitionerAtHome: "practitioner",
  supervisor: "supervisor",
} as const;
type GuestKind = keyof typeof guests;

/** Stores a house in this situation; the guest at the door has knocked before it came about. */
export async function openMatrixHouse(
  server: TestServer,
  situation: Situation,
): Promise<MatrixHouse> {
  const { stores, clock, access } = server.context;
  const nowMs = Math.floor(clock.nowMs());
  const journey = await storeJourney(stores, { atMs: nowMs });
  const clipId = await storeClip(stores, journey);
  await agreeToSupervisor(stores, journey);
  // Open to be watched alone, for only then its practitioner has an address of it at home.
  await stores.rewatches.open({ clipId, closesAtMs: nowMs + 3_600_000 }, nowMs);
  const reviewId = newId.review();
  await stores.reviews.add({ reviewId, cycleId: journey.cycleId, startsAtMs: nowMs }, nowMs);
  const accounts = await storeAccounts(server, journey);
  const browsers = new Map<VisitorKind, TestBrowser>([["nobody", openTestBrowser(server)]]);
  for (const [kind, accountId] of Object.entries(accounts) as [
    keyof typeof accounts,
    (typeof accounts)["guider"],
  ][]) {
    browsers.set(kind, (await openSession(server, { kind: "account", accountId })).browser);
  }
  const invites = await inviteGuests(server, { reviewId, ...journey }, browsers);
  const state: ReviewState = situation === "revoked" ? "live" : situation;
  await stores.reviews.setState(reviewId, state, nowMs);
  if (situation === "ended") access.announce({ kind: "review-ended", reviewId });
  if (situation === "revoked") {
    for (const inviteId of invites.values()) {
      await stores.invites.revoke(inviteId, nowMs);
      access.announce({ kind: "invite-revoked", inviteId, reviewId });
    }
  }

  const owned = (review: { id: ReviewId; state: ReviewState } | null): Thing => ({
    kind: "owned",
    journeyId: journey.journeyId,
    guiderId: journey.guiderId,
    journeyEnded: false,
    review,
  });
  return {
    journey,
    reviewId,
    ids: {
      journeyId: journey.journeyId,
      cycleId: journey.cycleId,
      personId: journey.childPersonId,
      clipId,
      reviewId,
      inviteId: invites.get("guestWithLink") ?? "",
      observationId: randomUUID(),
    },
    thing: (param) => {
      if (param === "none") return { kind: "nothing" };
      return owned(param === "reviewId" || param === "inviteId" ? { id: reviewId, state } : null);
    },
    liveThing: () => owned({ id: reviewId, state: "live" }),
    browser: (kind) => browsers.get(kind) ?? openTestBrowser(server),
    principal: (kind) => {
      const principal = principalOf(kind, reviewId, situation, accounts);
      if (kind !== "practitionerAtHome" || principal.kind !== "guest") return principal;
      return { ...principal, ownJourneyId: journey.journeyId };
    },
    restore: () => stores.reviews.setState(reviewId, state, nowMs),
    close: () => browsers.forEach((browser) => browser.close()),
  };
}

type AccountKind = "guider" | "otherGuider" | "orgAdmin" | "safeguardingLead";
const accountRoles = {
  guider: "guider",
  otherGuider: "guider",
  orgAdmin: "orgAdmin",
  safeguardingLead: "safeguardingLead",
} as const;
const guestSeats = {
  guestWithLink: "link",
  guestAtDoor: "lobby",
  practitioner: "admitted",
  practitionerAtHome: "link",
  supervisor: "admitted",
} as const;

/** Which seat the rules give a guest: only an open link that is bound, or knocks, is more than a link. */
function principalOf(
  kind: VisitorKind,
  reviewId: ReviewId,
  situation: Situation,
  accounts: Record<AccountKind, string>,
): Principal {
  if (kind === "nobody") return { kind: "none" };
  if (kind in accountRoles) {
    const account = kind as AccountKind; // its name is one of the accounts'
    return { kind: "account", accountId: accounts[account], role: accountRoles[account] };
  }
  const guest = kind as GuestKind; // neither nobody nor an account
  const isOver = situation === "ended" || situation === "revoked";
  const seat = isOver ? "link" : guestSeats[guest];
  return { kind: "guest", reviewId, role: guests[guest], seat, ownJourneyId: null };
}

/** A link for every kind of guest, opened, and bound or knocked with where the kind says so. */
async function inviteGuests(
  server: TestServer,
  { reviewId, journeyId }: { readonly reviewId: ReviewId } & StoredJourney,
  browsers: Map<VisitorKind, TestBrowser>,
): Promise<Map<GuestKind, InviteId>> {
  const { stores, clock } = server.context;
  const nowMs = Math.floor(clock.nowMs());
  const invites = new Map<GuestKind, InviteId>();
  for (const [kind, role] of Object.entries(guests) as [GuestKind, (typeof guests)[GuestKind]][]) {
    const invite = buildInvite(reviewId, {
      role,
      opensAtMs: nowMs - 1,
      closesAtMs: nowMs + 3_600_000,
    });
    await stores.invites.add(invite, nowMs);
    invites.set(kind, invite.inviteId);
    const { browser, sessionId } = await openSession(server, {
      kind: "invite",
      inviteId: invite.inviteId,
    });
    browsers.set(kind, browser);
    if (kind === "practitioner" || kind === "supervisor")
      await stores.invites.bind(invite.inviteId, sessionId);
    if (kind === "practitionerAtHome")
      await stores.personalSessions.add(sessionId, journeyId, nowMs);
    if (kind === "guestAtDoor") await knockAndStay(browser);
  }
  return invites;
}

async function storeAccounts(server: TestServer, { guiderId }: StoredJourney) {
  const { stores, clock } = server.context;
  const other = {
    otherGuider: "guider",
    orgAdmin: "orgAdmin",
    safeguardingLead: "safeguardingLead",
  } as const;
  const made = {
    guider: guiderId,
    otherGuider: guiderId,
    orgAdmin: guiderId,
    safeguardingLead: guiderId,
  };
  for (const [kind, role] of Object.entries(other) as [
    keyof typeof other,
    (typeof other)["orgAdmin"],
  ][]) {
    const account = buildAccount({ role });
    await stores.accounts.add(account, Math.floor(clock.nowMs()));
    made[kind] = account.accountId;
  }
  return made;
}

async function openSession(
  server: TestServer,
  holder: Parameters<TestServer["context"]["stores"]["sessions"]["add"]>[0]["holder"],
): Promise<{ browser: TestBrowser; sessionId: string }> {
  const { stores, clock } = server.context;
  const token = randomBytes(32).toString("base64url");
  const tokenHash = createHash("sha256").update(token).digest("hex");
  const sessionId = randomUUID();
  const nowMs = Math.floor(clock.nowMs());
  await stores.sessions.add(
    { tokenHash, sessionId, holder, expiresAtMs: nowMs + 3_600_000 },
    nowMs,
  );
  const browser = openTestBrowser(server);
  browser.setCookie(`sid=${token}`);
  return { browser, sessionId };
}

async function knockAndStay(browser: TestBrowser): Promise<void> {
  const socket = browser.socket("/lobby");
  const first = heard(socket, "knock:changed");
  socket.connect();
  await first;
  await socket.emitWithAck("knock:ask", { company: "just-me" });
}
