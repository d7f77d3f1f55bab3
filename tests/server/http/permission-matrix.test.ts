import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { can, permissionTable, roleTowards } from "#shared/domain/permissions.ts";
import type { Action, Principal, Role, Rule, Thing } from "#shared/domain/permissions.ts";
import { httpApi } from "#shared/protocol/http-api.ts";
import type { RouteName } from "#shared/protocol/http-api.ts";
import type { Route } from "#shared/protocol/http-route.ts";
import { openMatrixHouse, situations, visitors } from "#tests/helpers/matrix-house.ts";
import type { MatrixHouse, VisitorKind } from "#tests/helpers/matrix-house.ts";
import { fillPath } from "#tests/helpers/test-browser.ts";
import type { Reply } from "#tests/helpers/test-browser.ts";
import { startTestServer } from "#tests/helpers/test-server.ts";
import type { TestServer } from "#tests/helpers/test-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const routes = Object.entries(httpApi) as [RouteName, Route][];
const paramOf = (route: Route): string => Object.keys(route.params.shape)[0] ?? "none";

/** What a refused visitor is told: no session, not yours (so not there), over, or not for you. */
function refusalFor(principal: Principal, action: Action, thing: Thing): string {
  if (principal.kind === "none") return "not-signed-in";
  if (action === "way-in:open" && principal.kind === "account") return "signed-in-as-guider";
  if (thing.kind === "nothing") return "forbidden";
  const role = roleTowards(principal, thing);
  const isEmployers = role === "orgAdmin" || role === "safeguardingLead";
  if (isEmployers && action.startsWith("check-in:")) return "forbidden"; // [T1] always
  const insiders = "guider practitioner practitionerAtHome supervisor lobbyGuest linkOnly";
  const isInside = insiders.split(" ").includes(role);
  if (!isInside) return "not-found";
  const rules: Partial<Record<Role, Rule>> = permissionTable[action];
  return rules[role] !== undefined && thing.review?.state === "ended"
    ? "review-ended"
    : "forbidden";
}

/**
 * Asks a route with a body no schema accepts, so that an allowed visitor is told `invalid` and nothing is
 * changed; a route that is only read is read.
 */
async function tryRoute(
  house: MatrixHouse,
  kind: VisitorKind,
  route: Route,
  ids: MatrixHouse["ids"],
): Promise<Reply> {
  const path = fillPath(route.path, ids);
  if (route.method === "GET") return await house.browser(kind).send("GET", path);
  const headers = { "content-type": "application/json" };
  return await house.browser(kind).send(route.method, path, { headers, body: '{"unheard":"of"}' });
}

function verdictOf({ status, json }: Reply): string {
  if (status === 200 || status === 204) return "allowed";
  const reason = (json as { reason?: string } | null)?.reason ?? "no reason"; // a refusal has one
  return reason === "invalid" ? "allowed" : reason;
}

describe.each(situations)("with a review that is %s", (situation) => {
  let own: MatrixHouse;
  let foreign: MatrixHouse;
  beforeAll(async () => {
    own = await openMatrixHouse(server, situation);
    foreign = await openMatrixHouse(server, situation);
  });
  afterAll(() => {
    own.close();
    foreign.close();
  });

  it.each(visitors)(
    "[DR15] [A15] every route decides by the table for %s, towards own and foreign things",
    async (kind) => {
      const principal = own.principal(kind);
      const wrong: string[] = [];
      let cells = 0;

      for (const [name, route] of routes) {
        expect(Object.hasOwn(permissionTable, route.action)).toBe(true);
        for (const target of [own, foreign]) {
          const thing = target.thing(paramOf(route));
          const wanted = can(principal, route.action, thing)
            ? "allowed"
            : refusalFor(principal, route.action, thing);
          const got = verdictOf(await tryRoute(own, kind, route, target.ids));
          await target.restore();
          cells += 1;
          if (got !== wanted)
            wrong.push(`${name} ${target === own ? "own" : "foreign"}: ${got}, not ${wanted}`);
        }
      }

      expect(wrong).toEqual([]);
      expect(cells).toBe(Object.keys(httpApi).length * 2);
    },
  );
});

describe("the table itself", () => {
  it("[DR15] names every id that can stand in a path, so that no route is left out of the matrix", async () => {
    const house = await openMatrixHouse(server, "live");

    const unnamed = routes
      .map(([, route]) => paramOf(route))
      .filter((param) => param !== "none" && !(param in house.ids));

    expect(routes.length).toBeGreaterThan(20);
    expect(unnamed).toEqual([]);
    house.close();
  });
});
