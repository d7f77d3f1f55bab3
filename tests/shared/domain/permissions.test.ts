import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { journeyIdSchema, reviewIdSchema } from "#shared/domain/ids.ts";
import {
  can,
  permissionTable,
  reviewStates,
  roles,
  roleTowards,
} from "#shared/domain/permissions.ts";
import type { Action, Principal, ReviewState, Role, Thing } from "#shared/domain/permissions.ts";

const everybody = `guider otherGuider practitioner practitionerAtHome supervisor orgAdmin safeguardingLead parentCarer
  lobbyGuest linkOnly none`;

/**
 * SAFETY.md 3.3 written out once more: who may at any time, while the review has not ended, and only
 * while it is live. Whoever is not named may not.
 */
const expected: Record<Action, { always?: string; untilEnded?: string; live?: string }> = {
  "session:read": { always: everybody },
  "session:end": { always: everybody },
  "account:set-up": { always: "none" },
  "account:sign-in": { always: "none linkOnly guider orgAdmin safeguardingLead" },
  "account:invite": { always: "guider orgAdmin" },
  "account:close": { always: "guider orgAdmin" },
  "account:join": { always: "none linkOnly" },
  "organisation:read": { always: "guider orgAdmin safeguardingLead" },
  "organisation:edit": { always: "guider orgAdmin" },
  "journey:list": { always: "guider otherGuider" },
  "journey:create": { always: "guider otherGuider" },
  "journey:read": { always: "guider" },
  "journey:edit": { always: "guider" },
  "journey:end": { always: "guider" },
  "journey:own-end": { always: "practitionerAtHome" },
  "people:edit": { always: "guider" },
  "framework:read": { always: "guider otherGuider orgAdmin" },
  "framework:edit": { always: "guider otherGuider orgAdmin" },
  "check-in:own": { always: "practitionerAtHome" },
  "own:read": { always: "practitionerAtHome" },
  "own:withdraw": { always: "practitionerAtHome" },
  "own:doors": { always: "practitionerAtHome" },
  "own:open": { always: "none linkOnly lobbyGuest practitioner practitionerAtHome" },
  "check-in:read-shared": { always: "guider" },
  "clip:add": { always: "guider" },
  "clip:edit": { always: "guider" },
  "clip:remove": { always: "guider" },
  "clip:stream": { always: "guider practitionerAtHome", live: "practitioner supervisor" },
  "rewatch:open": { always: "guider" },
  "growth:read": { always: "guider" },
  "growth:own": { always: "practitionerAtHome" },
  "review:plan": { always: "guider" },
  "review:end": { untilEnded: "guider" },
  "review:lock": { untilEnded: "guider" },
  "review:rehearse": { untilEnded: "guider" },
  "review:edit": { untilEnded: "guider" },
  "invite:issue": { untilEnded: "guider" },
  "invite:revoke": { always: "guider" },
  "guest:answer": { untilEnded: "guider" },
  "guest:ask-out": { untilEnded: "guider" },
  "desk:open": { always: "guider otherGuider" },
  "way-in:open": {
    always: "none linkOnly lobbyGuest practitioner practitionerAtHome supervisor",
  },
  "way-in:read": { always: "linkOnly lobbyGuest practitioner practitionerAtHome supervisor" },
  "way-in:knock": {
    untilEnded: "linkOnly lobbyGuest practitioner practitionerAtHome supervisor",
  },
  "room:enter": { untilEnded: "guider", live: "practitioner supervisor" },
  "call:join": { live: "guider practitioner supervisor" },
  "room:report": { live: "guider practitioner supervisor" },
  "company:say": { live: "practitioner supervisor" },
  "playback:command": { live: "guider practitioner" },
  "cover:use": { live: "guider practitioner supervisor" },
  "moment:hold": { live: "guider practitioner" },
  "aim:remove": { live: "guider practitioner" },
  "goal:change": { live: "guider practitioner" },
  "moment:pin": { live: "guider practitioner" },
  "aim:add": { live: "guider practitioner" },
  "still:keep": { live: "guider practitioner" },
  "still:read": { always: "guider practitionerAtHome", live: "practitioner supervisor" },
  "agenda:go": { live: "guider practitioner" },
  "film:plan": { live: "guider practitioner" },
  "end:plan": { live: "guider practitioner" },
  "prompt:show": { live: "guider" },
  "board:read": { always: "guider", live: "practitioner supervisor" },
  "board:write": { live: "guider practitioner" },
  "ending:open": { live: "guider" },
  "ending:close": { live: "guider practitioner" },
  "board:agree": { live: "guider practitioner" },
  "notes:pass": { live: "practitioner" },
  "notes:reveal": { live: "guider" },
  "note:own": { live: "practitioner" },
  "board:read-signed": { always: "guider", live: "practitioner" },
  "report:keep": { always: "guider" },
  "report:export": { always: "guider" },
  "report:own": { always: "practitionerAtHome" },
  "summary:own": { always: "practitionerAtHome" },
  "trainee-log:own": { always: "guider otherGuider" },
  "working-point:own": { always: "guider" },
  "pauses:own": { always: "guider" },
  "person-link:issue": { always: "guider" },
  "person-link:revoke": { always: "guider" },
  "held:open": { always: everybody },
  "held:withdraw": { always: everybody },
};
const actions = Object.keys(permissionTable) as Action[]; // the table's own names

const journeyId = journeyIdSchema.parse(randomUUID());
const reviewId = reviewIdSchema.parse(randomUUID());
const guiderId = randomUUID();
const nothing: Thing = { kind: "nothing" };
const inJourney: Thing = {
  kind: "owned",
  journeyId,
  guiderId,
  journeyEnded: false,
  review: null,
};
const inReview = (state: ReviewState): Thing => ({ ...inJourney, review: { id: reviewId, state } });

const guest = (role: "practitioner" | "supervisor", seat: "link" | "lobby" | "admitted") =>
  ({ kind: "guest", reviewId, role, seat, ownJourneyId: null }) as const;
const account = (accountId: string, role: "guider" | "orgAdmin" | "safeguardingLead") =>
  ({ kind: "account", accountId, role }) as const;

/** Somebody who stands to the review as each role says; nobody can be a parent or carer yet. */
const principals: Record<Exclude<Role, "parentCarer">, Principal> = {
  practitionerAtHome: { ...guest("practitioner", "link"), ownJourneyId: journeyId },
  guider: account(guiderId, "guider"),
  otherGuider: account(randomUUID(), "guider"),
  practitioner: guest("practitioner", "admitted"),
  supervisor: guest("supervisor", "admitted"),
  orgAdmin: account(randomUUID(), "orgAdmin"),
  safeguardingLead: account(randomUUID(), "safeguardingLead"),
  lobbyGuest: guest("practitioner", "lobby"),
  linkOnly: guest("supervisor", "link"),
  none: { kind: "none" },
};
const people = Object.entries(principals) as [keyof typeof principals, Principal][]; // every role that there is

const names = (list = "") => list.split(/\s+/).filter((name) => name !== "");
function isExpected(action: Action, role: Role, state: ReviewState): boolean {
  const { always, untilEnded, live } = expected[action];
  return (
    names(always).includes(role) ||
    (names(untilEnded).includes(role) && state !== "ended") ||
    (names(live).includes(role) && state === "live")
  );
}

describe("the permission table", () => {
  it("[DR15] has exactly the rows that are written down here", () => {
    expect(actions.toSorted()).toEqual(Object.keys(expected).toSorted());
  });

  it.each(actions)("[DR15] %s is for those it is for, in every state of a review", (action) => {
    const wrong = people.flatMap(([role, principal]) =>
      reviewStates
        .filter(
          (state) => can(principal, action, inReview(state)) !== isExpected(action, role, state),
        )
        .map((state) => `${role} ${state}`),
    );

    expect(wrong).toEqual([]);
  });

  it.each(actions)("[DR15] %s names no role and no rule that there is not", (action) => {
    const rules = Object.entries(permissionTable[action]);

    expect(rules.every(([role]) => (roles as readonly string[]).includes(role))).toBe(true);
    expect(rules.every(([, rule]) => ["always", "untilEnded", "live"].includes(rule))).toBe(true);
  });

  it("[DR15] what needs a review is refused where there is none", () => {
    const needy = actions.filter((action) => expected[action].always === undefined);

    const allowed = needy.flatMap((action) =>
      people.filter(([, who]) => can(who, action, nothing) || can(who, action, inJourney)),
    );

    expect(needy.length).toBeGreaterThan(10);
    expect(allowed).toEqual([]);
  });

  it("[DR15] no action, role or seat that it does not know is ever allowed", () => {
    const strange = ["", "*", "always", "guider ", "GUIDER", "board:erase"];
    const inherited = Object.getOwnPropertyNames(Object.prototype); // constructor, __proto__, toString ...
    const things = [nothing, inJourney, ...reviewStates.map(inReview)];

    const allowed = [...strange, ...inherited].flatMap((name) => [
      ...people.filter(([, who]) => things.some((thing) => can(who, name as Action, thing))),
      ...actions
        .filter((action) => names(expected[action].always).length < names(everybody).length)
        .filter((action) => {
          const role = name as "guider"; // as a broken row of the database would have it
          return things.some((thing) => can(account(guiderId, role), action, thing));
        }),
      ...actions
        .filter((action) => !isExpected(action, "linkOnly", "live"))
        .filter((action) => {
          const seat = name as "link"; // likewise
          return reviewStates.some((state) =>
            can(guest("practitioner", seat), action, inReview(state)),
          );
        }),
    ]);

    expect(inherited).toContain("constructor");
    expect(allowed).toEqual([]);
  });
});

describe("the role of somebody", () => {
  it.each(people)("[DR15] towards a review is found: %s", (role, principal) => {
    expect(roleTowards(principal, inReview("live"))).toBe(role);
  });

  it("[DR15] a guest of another review is nobody here, whatever the seat", () => {
    const other: Thing = {
      ...inJourney,
      review: { id: reviewIdSchema.parse(randomUUID()), state: "live" },
    };
    const guests = people.filter(([, { kind }]) => kind === "guest");

    expect(guests).toHaveLength(5);
    for (const [role, who] of guests) {
      const expected = role === "practitionerAtHome" ? role : "none";
      expect([roleTowards(who, other), roleTowards(who, inJourney)]).toEqual([expected, expected]);
    }
  });

  it("[JN4] a practitioner at home is one in every review of the own journey, and in no other journey", () => {
    const { practitionerAtHome, practitioner } = principals;
    const both = { ...practitioner, ownJourneyId: journeyId } as Principal; // a guest, as above
    const elsewhere: Thing = { ...inJourney, journeyId: journeyIdSchema.parse(randomUUID()) };

    expect(roleTowards(practitionerAtHome, inReview("ended"))).toBe("practitionerAtHome");
    expect(roleTowards(both, inReview("live"))).toBe("practitioner");
    expect(roleTowards(both, inJourney)).toBe("practitionerAtHome");
    expect(roleTowards(practitionerAtHome, elsewhere)).toBe("none");
    expect(roleTowards(practitionerAtHome, nothing)).toBe("linkOnly");
  });

  it("[DR15] another guider's journey is another's, and a guider without a thing is a guider", () => {
    const other = account(randomUUID(), "guider");

    expect(roleTowards(other, inJourney)).toBe("otherGuider");
    expect(roleTowards(other, nothing)).toBe("guider");
  });
});
