import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { AccountRole } from "#shared/domain/organisation.ts";
import { guiderPassword as password, openFirstGuider } from "#tests/helpers/review-house.ts";
import { openTestBrowser } from "#tests/helpers/test-browser.ts";
import type { TestBrowser } from "#tests/helpers/test-browser.ts";
import { startTestServer } from "#tests/helpers/test-server.ts";
import type { TestServer } from "#tests/helpers/test-server.ts";

let server: TestServer;
let nadia: TestBrowser;
beforeEach(async () => {
  server = await startTestServer();
  nadia = await openFirstGuider(server);
});
afterEach(() => server.close());

/** A colleague who was asked in and has signed in. */
async function joined(name: string, role: AccountRole) {
  const { secret } = await nadia.want("inviteColleague", { body: { name, role } });
  const browser = openTestBrowser(server);
  const session = await browser.want("join", { body: { secret, name, password } });
  return { browser, accountId: "accountId" in session ? session.accountId : "nobody" };
}

const close = (by: TestBrowser, accountId: string, isClosed = true) =>
  by.ask("closeAccount", { body: { accountId, isClosed } });

it("[JN93] a closed account is signed out everywhere at once, signs nobody in, and can be opened again", async () => {
  const { browser, accountId } = await joined("Sam", "guider");
  const desk = browser.socket("/desk");
  await new Promise((resolve) => desk.once("knocks:changed", resolve).connect());
  const gone = new Promise((resolve) => desk.once("disconnect", resolve));
  const signIn = () => openTestBrowser(server).ask("signIn", { body: { name: "Sam", password } });

  expect((await close(nadia, accountId)).status).toBe(200);

  await gone;
  const { colleagues } = await nadia.want("readColleagues", {});
  expect(colleagues.map(({ name, isClosed }) => [name, isClosed])).toEqual([
    ["Nadia", false],
    ["Sam", true],
  ]);
  expect((await browser.ask("listJourneys", {})).status).toBe(401);
  expect((await signIn()).json).toEqual({ reason: "wrong-name-or-password" });
  await close(nadia, accountId, false);
  expect((await signIn()).status).toBe(200);
});

it("[JN93] nobody closes their own account, a guider only where there is no admin, nor asks another admin in then, and nobody one of another house", async () => {
  const own = await nadia.want("readSession", {});
  const ownId = "accountId" in own ? own.accountId : "nobody";
  const { accountId } = await joined("Sam", "guider");
  const admin = await joined("Priya", "orgAdmin");
  const forbidden = { reason: "forbidden" };

  const second = { body: { name: "Robin", role: "orgAdmin" } } as const;
  expect((await nadia.ask("inviteColleague", second)).json).toEqual(forbidden);
  expect((await admin.browser.ask("inviteColleague", second)).status).toBe(200);
  expect((await close(nadia, ownId)).json).toEqual(forbidden);
  expect((await close(nadia, accountId)).json).toEqual(forbidden);
  expect((await close(nadia, admin.accountId)).json).toEqual(forbidden);
  expect((await close(admin.browser, admin.accountId)).json).toEqual(forbidden);
  expect((await close(admin.browser, randomUUID())).json).toEqual({ reason: "not-found" });
  expect((await close(admin.browser, accountId)).status).toBe(200);
});

it("[JN93] whoever is closed does not come back by a link for a colleague that they made before", async () => {
  const { browser, accountId } = await joined("Sam", "guider");
  const { secret } = await browser.want("inviteColleague", {
    body: { name: "Robin", role: "orgAdmin" },
  });

  await close(nadia, accountId);

  const back = openTestBrowser(server);
  const answer = await back.ask("join", { body: { secret, name: "Robin", password } });
  expect(answer.json).toEqual({ reason: "link-ended" });
});
