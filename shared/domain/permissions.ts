import type { JourneyId, ReviewId } from "./ids.ts";
import { whenEnded } from "./ended-journey.ts";
import type { AccountRole } from "./organisation.ts";

/**
 * The one table of who may do what. It is data: the server decides by it, the screen hides by it, and
 * the matrix test walks it. What is not written here is refused.
 */

/**
 * Who somebody is towards one thing. `otherGuider` is a guider whose journey it is not.
 * `practitionerAtHome` is the practitioner outside the room, in a browser that was once let in: towards
 * everything of the own journey, whichever review it belongs to.
 */
export const roles = [
  "guider",
  "otherGuider",
  "practitioner",
  "practitionerAtHome",
  "supervisor",
  "orgAdmin",
  "safeguardingLead",
  "parentCarer",
  "lobbyGuest",
  "linkOnly",
  "none",
] as const;
export type Role = (typeof roles)[number];

/** A review is planned until its guider opens the room, and live until the guider finishes it. */
export const reviewStates = ["planned", "live", "ended"] as const;
export type ReviewState = (typeof reviewStates)[number];

/** When a role may: at any time, until the review has ended, or only while it is live. */
export type Rule = "always" | "untilEnded" | "live";

const everybody = Object.fromEntries(roles.map((role) => [role, "always"])) as Record<Role, Rule>; // one entry per role by construction
const guiderOnly = { guider: "always" } as const;
const practitionerOnly = { practitionerAtHome: "always" } as const;
const guiderUntilEnded = { guider: "untilEnded" } as const;
const bothInRoom = { guider: "live", practitioner: "live" } as const;
const allInRoom = { ...bothInRoom, supervisor: "live" } as const;

/** Who may do what: a row for each action, deny by default. */
export const permissionTable = {
  "session:read": everybody,
  "session:end": everybody,
  "account:set-up": { none: "always" },
  "account:sign-in": {
    none: "always",
    linkOnly: "always",
    guider: "always",
    orgAdmin: "always",
    safeguardingLead: "always",
  },
  "account:invite": { guider: "always", orgAdmin: "always" },
  "account:close": { guider: "always", orgAdmin: "always" },
  "account:join": { none: "always", linkOnly: "always" },
  "organisation:read": { guider: "always", orgAdmin: "always", safeguardingLead: "always" },
  "organisation:edit": { guider: "always", orgAdmin: "always" },
  "journey:list": { guider: "always", otherGuider: "always" },
  "journey:create": { guider: "always", otherGuider: "always" },
  "journey:read": guiderOnly,
  "journey:edit": guiderOnly,
  "journey:end": guiderOnly,
  "journey:own-end": practitionerOnly,
  "people:edit": guiderOnly,
  "framework:read": { guider: "always", otherGuider: "always", orgAdmin: "always" },
  "framework:edit": { guider: "always", otherGuider: "always", orgAdmin: "always" },
  "check-in:own": { practitionerAtHome: "always" },
  "own:read": practitionerOnly,
  "own:withdraw": practitionerOnly,
  "own:doors": practitionerOnly,
  /** By whoever has a link to it; nobody who is signed in with an account. */
  "own:open": {
    none: "always",
    linkOnly: "always",
    lobbyGuest: "always",
    practitioner: "always",
    practitionerAtHome: "always",
  },
  "check-in:read-shared": guiderOnly,
  "clip:add": guiderOnly,
  "clip:edit": guiderOnly,
  "clip:remove": guiderOnly,
  /** At home only what the guider has opened: `mayStream` looks at that for each request. */
  "clip:stream": {
    guider: "always",
    practitioner: "live",
    practitionerAtHome: "always",
    supervisor: "live",
  },
  "rewatch:open": guiderOnly,
  "growth:read": guiderOnly,
  "growth:own": practitionerOnly,
  "review:plan": guiderOnly,
  "review:end": guiderUntilEnded,
  "review:lock": guiderUntilEnded,
  "review:edit": guiderUntilEnded,
  "review:rehearse": guiderUntilEnded,
  "invite:issue": guiderUntilEnded,
  "invite:revoke": guiderOnly,
  "guest:answer": guiderUntilEnded,
  "guest:ask-out": guiderUntilEnded,
  "desk:open": { guider: "always", otherGuider: "always" },
  "way-in:open": {
    none: "always",
    linkOnly: "always",
    lobbyGuest: "always",
    practitioner: "always",
    practitionerAtHome: "always",
    supervisor: "always",
  },
  "way-in:read": {
    linkOnly: "always",
    lobbyGuest: "always",
    practitioner: "always",
    practitionerAtHome: "always",
    supervisor: "always",
  },
  "way-in:knock": {
    linkOnly: "untilEnded",
    lobbyGuest: "untilEnded",
    practitioner: "untilEnded",
    practitionerAtHome: "untilEnded",
    supervisor: "untilEnded",
  },
  "room:enter": { guider: "untilEnded", practitioner: "live", supervisor: "live" },
  "room:report": allInRoom,
  "call:join": allInRoom,
  "company:say": { practitioner: "live", supervisor: "live" },
  "playback:command": bothInRoom,
  "cover:use": allInRoom,
  "moment:hold": bothInRoom,
  "moment:pin": bothInRoom,
  "notes:pass": { practitioner: "live" },
  "notes:reveal": { guider: "live" },
  "note:own": { practitioner: "live" },
  "aim:add": bothInRoom,
  "still:keep": bothInRoom,
  "still:read": {
    guider: "always",
    practitioner: "live",
    practitionerAtHome: "always",
    supervisor: "live",
  },
  "aim:remove": bothInRoom,
  "goal:change": bothInRoom,
  "agenda:go": bothInRoom,
  "film:plan": bothInRoom,
  "end:plan": bothInRoom,
  "prompt:show": { guider: "live" },
  "board:read": { guider: "always", practitioner: "live", supervisor: "live" },
  "board:write": bothInRoom,
  "ending:open": { guider: "live" },
  "ending:close": bothInRoom,
  "board:agree": bothInRoom,
  "board:read-signed": { guider: "always", practitioner: "live" },
  "report:keep": guiderOnly,
  "report:export": guiderOnly,
  "report:own": practitionerOnly,
  "summary:own": practitionerOnly,
  /** A guider's own training, of no journey. */
  "trainee-log:own": { guider: "always", otherGuider: "always" },
  "working-point:own": guiderOnly,
  "pauses:own": guiderOnly,
  "person-link:issue": guiderOnly,
  "person-link:revoke": guiderOnly,
  "held:open": everybody,
  "held:withdraw": everybody,
} as const satisfies Record<string, Partial<Record<Role, Rule>>>;

export type Action = keyof typeof permissionTable;

/** Who is asking, as the server's one resolver found out from the cookie; never from the request. */
export type Principal =
  | { readonly kind: "none" }
  | {
      readonly kind: "account";
      readonly accountId: string;
      readonly role: AccountRole;
    }
  | {
      readonly kind: "guest";
      readonly reviewId: ReviewId;
      readonly role: "practitioner" | "supervisor";
      /** `link`: has opened a link. `lobby`: has asked to come in. `admitted`: was let in on this device. */
      readonly seat: "link" | "lobby" | "admitted";
      /** The journey whose practitioner this browser was once let in as; null for everybody else. */
      readonly ownJourneyId: JourneyId | null;
    };

/** What is asked for: the journey that owns it and, inside a review, which one and in what state. */
export type Thing =
  | { readonly kind: "nothing" }
  | {
      readonly kind: "owned";
      readonly journeyId: JourneyId;
      readonly guiderId: string;
      /** An ended journey is read; of the rest it takes what `whenEnded` says. */
      readonly journeyEnded: boolean;
      readonly review: { readonly id: ReviewId; readonly state: ReviewState } | null;
    };

/** The role of somebody towards a thing: a guest's in the review of the invite, and in the own journey. */
export function roleTowards(principal: Principal, thing: Thing): Role {
  switch (principal.kind) {
    case "none":
      return "none";
    case "account":
      if (principal.role !== "guider") return principal.role;
      return thing.kind === "nothing" || thing.guiderId === principal.accountId
        ? "guider"
        : "otherGuider";
    case "guest":
      return guestRole(principal, thing);
  }
}

function guestRole(guest: Extract<Principal, { kind: "guest" }>, thing: Thing): Role {
  const isHere = thing.kind === "nothing" || thing.review?.id === guest.reviewId;
  if (isHere && guest.seat === "admitted") return guest.role;
  if (thing.kind === "owned" && thing.journeyId === guest.ownJourneyId) return "practitionerAtHome";
  if (!isHere) return "none";
  return guest.seat === "lobby" ? "lobbyGuest" : "linkOnly";
}

/** Whether the table lets this person do this to this thing now. Deny by default. */
export function can(principal: Principal, action: Action, thing: Thing): boolean {
  if (isClosedByEnd(action, thing)) return false;
  const rule = ruleFor(action, roleTowards(principal, thing));
  if (rule === "always") return true;
  if (thing.kind === "nothing" || thing.review === null) return false;
  if (rule === "live") return thing.review.state === "live";
  return rule === "untilEnded" && thing.review.state !== "ended";
}

/** Whether it is the journey's end that closes this. */
export function isClosedByEnd(action: Action, thing: Thing): boolean {
  return thing.kind === "owned" && thing.journeyEnded && whenEnded[action] === "closed";
}

/** Only what is written in the table itself counts, never what every object has (`constructor`). */
function ruleFor(action: Action, role: Role): Rule | null {
  const rules: Partial<Record<Role, Rule>> = Object.hasOwn(permissionTable, action)
    ? permissionTable[action]
    : {};
  return Object.hasOwn(rules, role) ? (rules[role] ?? null) : null;
}
