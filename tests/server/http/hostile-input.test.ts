import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { can } from "#shared/domain/permissions.ts";
import { httpApi } from "#shared/protocol/http-api.ts";
import type { RouteName } from "#shared/protocol/http-api.ts";
import type { Route } from "#shared/protocol/http-route.ts";
import { hostileBodies, hostileIds, megabyte } from "#tests/helpers/hostile-input.ts";
import { openMatrixHouse, visitors } from "#tests/helpers/matrix-house.ts";
import type { MatrixHouse } from "#tests/helpers/matrix-house.ts";
import { fillPath } from "#tests/helpers/test-browser.ts";
import type { Reply } from "#tests/helpers/test-browser.ts";
import { startTestServer } from "#tests/helpers/test-server.ts";
import type { TestServer } from "#tests/helpers/test-server.ts";

let server: TestServer;
let house: MatrixHouse;
beforeAll(async () => {
  server = await startTestServer();
  house = await openMatrixHouse(server, "live");
});
afterEach(async () => {
  const alive = await house.browser("guider").ask("readSession", {});
  if (alive.status !== 200) throw new Error("the server no longer answers");
  if (server.logged().includes("request broke")) throw new Error("a handler broke");
});
afterAll(async () => {
  house.close();
  await server.close();
});

const routes = Object.entries(httpApi) as [RouteName, Route][];
const withBody = routes.filter(([, { body }]) => body !== null);
const withoutBody = routes.filter(
  ([, { body, method, file }]) => body === null && method !== "GET" && file !== "body",
);
const withId = routes.filter(([, { path }]) => path.includes(":"));
const json = { "content-type": "application/json" };

/** Somebody the table lets in, so that it is the input and not the visitor that is refused. */
function allowedVisitor(route: Route) {
  const param = Object.keys(route.params.shape)[0] ?? "none";
  const kind = visitors.find((one) => can(house.principal(one), route.action, house.thing(param)));
  if (kind === undefined) throw new Error(`nobody may ${route.action}`);
  return house.browser(kind);
}

function expectRefusal(reply: Reply, allowed: readonly string[]): void {
  expect(reply.status).toBeGreaterThanOrEqual(400);
  expect(reply.status).toBeLessThan(500);
  expect(Object.keys(reply.json as object)).toEqual(["reason"]);
  expect(allowed).toContain((reply.json as { reason: string }).reason);
}

it.each(withBody)("[DR16] %s refuses every hostile body by name", async (_name, route) => {
  const browser = allowedVisitor(route);
  const path = fillPath(route.path, house.ids);

  for (const [, body] of hostileBodies) {
    expectRefusal(await browser.send(route.method, path, { body, headers: json }), ["invalid"]);
  }
});

it.each(withBody)("[DR16] %s refuses a body of a megabyte", async (_name, route) => {
  const browser = allowedVisitor(route);
  const body = JSON.stringify({ name: megabyte });

  const reply = await browser.send(route.method, fillPath(route.path, house.ids), {
    body,
    headers: json,
  });

  expectRefusal(reply, ["too-large"]);
});

it.each(withBody)(
  "[DR16] %s takes JSON only: a form of another site cannot send any",
  async (_name, route) => {
    const browser = allowedVisitor(route);
    const path = fillPath(route.path, house.ids);

    for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"]) {
      const headers = { "content-type": type };
      expectRefusal(await browser.send(route.method, path, { body: "{}", headers }), ["invalid"]);
    }
  },
);

it.each(withoutBody)("[DR16] %s takes no body", async (_name, route) => {
  const browser = allowedVisitor(route);

  const reply = await browser.send(route.method, fillPath(route.path, house.ids), {
    body: "{}",
    headers: json,
  });

  expectRefusal(reply, ["invalid"]);
});

it.each(withId)("[DR16] %s finds nothing behind an id that is none", async (_name, route) => {
  const browser = house.browser("guider");

  for (const id of hostileIds) {
    const path = route.path.replace(/:\w+/, id);
    const body = route.body === null && route.file !== "body" ? {} : { body: "{}", headers: json };
    expectRefusal(await browser.send(route.method, path, body), ["not-found", "invalid"]);
  }
});

it("[DR16] a clip's file is refused by a reason, whatever it is", async () => {
  const path = `/api/clips/${house.ids["clipId"]}/file`;
  const browser = house.browser("guider");
  const type = { "content-type": "application/octet-stream" };

  const asJson = await browser.send("PUT", path, { body: "{}", headers: json });
  const empty = await browser.send("PUT", path, { headers: type });
  const rubbish = await browser.send("PUT", path, { body: megabyte, headers: type });

  expectRefusal(asJson, ["invalid"]);
  expectRefusal(empty, ["invalid"]);
  expect(rubbish.status).toBe(403); // nobody in shot has given permission
});

it("[DR16] an unknown address or method is not there, and says no more", async () => {
  const browser = house.browser("guider");

  const unknown = await browser.send("GET", "/api/unheard-of");
  const otherMethod = await browser.send("DELETE", "/api/journeys");
  const dotted = await browser.send("GET", "/api/../../etc/passwd");

  expect([unknown.json, otherMethod.json]).toEqual([
    { reason: "not-found" },
    { reason: "not-found" },
  ]);
  expect(dotted.text).not.toContain("root:");
});
