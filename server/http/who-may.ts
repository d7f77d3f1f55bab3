import type { RequestHandler, Response } from "express";
import type { Identity, Visitor } from "#server/context.ts";
import type { JourneyStore, ThingRef } from "#server/storage/stores.ts";
import {
  clipIdSchema,
  cycleIdSchema,
  inviteIdSchema,
  journeyIdSchema,
  personIdSchema,
  reviewIdSchema,
} from "#shared/domain/ids.ts";
import { can, isClosedByEnd, permissionTable, roleTowards } from "#shared/domain/permissions.ts";
import type { Action, Role, Rule, Thing } from "#shared/domain/permissions.ts";
import type { Route } from "#shared/protocol/http-route.ts";
import type { Refusal } from "#shared/protocol/refusals.ts";
import { refuse } from "./refused.ts";

/** Who asks and about what, left on the response for the handler. */
export interface Admission {
  readonly visitor: Visitor;
  readonly thing: Thing;
}

const admissions = new WeakMap<Response, Admission>();

/** What `whoMay` found out. */
export function admissionOf(response: Response): Admission {
  const admission = admissions.get(response);
  if (admission === undefined) throw new Error("a route was answered before asking who may");
  return admission;
}

/** Decides by the permission table, before anything of the body is read. */
export function whoMay(
  route: Pick<Route, "action">,
  { identity, journeys }: { identity: Identity; journeys: Pick<JourneyStore, "ownershipOf"> },
): RequestHandler {
  return async (request, response, next) => {
    const visitor = await identity.identify(request);
    const { principal } = visitor;
    const nothing: Thing = { kind: "nothing" };
    if (principal.kind === "none" && !can(principal, route.action, nothing)) {
      return refuse(response, "not-signed-in");
    }
    const thing = await findThing(request.params, journeys);
    if (thing === null) return refuse(response, "not-found");
    if (!can(principal, route.action, thing)) {
      return refuse(response, refusalOf(visitor, route.action, thing));
    }
    admissions.set(response, { visitor, thing });
    next();
  };
}

/** The one id in a path says what it is about; an id that is none belongs to nothing there is. */
const thingRefs: Record<string, (id: unknown) => ThingRef | null> = {
  journeyId: (id) => ref("journey", journeyIdSchema.safeParse(id)),
  cycleId: (id) => ref("cycle", cycleIdSchema.safeParse(id)),
  personId: (id) => ref("person", personIdSchema.safeParse(id)),
  clipId: (id) => ref("clip", clipIdSchema.safeParse(id)),
  reviewId: (id) => ref("review", reviewIdSchema.safeParse(id)),
  inviteId: (id) => ref("invite", inviteIdSchema.safeParse(id)),
};

function ref<Kind extends ThingRef["kind"], Id>(
  kind: Kind,
  parsed: { success: true; data: Id } | { success: false },
): { kind: Kind; id: Id } | null {
  return parsed.success ? { kind, id: parsed.data } : null;
}

async function findThing(
  params: Record<string, unknown>,
  journeys: Pick<JourneyStore, "ownershipOf">,
): Promise<Thing | null> {
  const [given] = Object.entries(params);
  if (given === undefined) return { kind: "nothing" };
  const [name, id] = given;
  const thingRef = thingRefs[name]?.(id) ?? null;
  const owner = thingRef === null ? null : await journeys.ownershipOf(thingRef);
  return owner === null ? null : { kind: "owned", ...owner };
}

/** Roles that stand inside a journey or review; to all others a thing that is not theirs is not there. */
const insiders: readonly Role[] = [
  "guider",
  "practitioner",
  "practitionerAtHome",
  "supervisor",
  "lobbyGuest",
  "linkOnly",
];

const isEmployers = (role: Role) => role === "orgAdmin" || role === "safeguardingLead";

function refusalOf({ principal }: Visitor, action: Action, thing: Thing): Refusal {
  const role = roleTowards(principal, thing);
  // Whoever administers is told plainly that a check-in is none of theirs, whichever journey it is of.
  if (isEmployers(role) && action.startsWith("check-in:")) return "forbidden";
  if (action === "way-in:open" && principal.kind === "account") return "signed-in-as-guider";
  if (thing.kind === "nothing") return "forbidden";
  if (!insiders.includes(role)) return "not-found";
  const rules: Partial<Record<Role, Rule>> = permissionTable[action];
  if (rules[role] !== undefined && isClosedByEnd(action, thing)) return "journey-ended";
  const isOver = rules[role] !== undefined && thing.review?.state === "ended";
  return isOver ? "review-ended" : "forbidden";
}
