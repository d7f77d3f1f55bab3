import { afterEach, beforeEach, expect, it } from "vitest";
import { hashSecret } from "#server/identity/tokens.ts";
import { admitGuest, heard, invite, openLink } from "#tests/helpers/review-house.ts";
import { openTestBrowser } from "#tests/helpers/test-browser.ts";
import type { TestBrowser } from "#tests/helpers/test-browser.ts";
import { startTestServer } from "#tests/helpers/test-server.ts";
import type { TestServer } from "#tests/helpers/test-server.ts";
import { openReportHouse } from "#tests/server/report/report-house.ts";
import type { ReportHouse } from "#tests/server/report/report-house.ts";

const canary = "only-mine-canary";
const minuteMs = 60_000;
let server: TestServer;
let house: ReportHouse;
beforeEach(async () => {
  server = await startTestServer();
  house = await openReportHouse(server);
});
afterEach(() => server.close());

const makeLink = (lasts: "now" | "wayBack" = "now") =>
  house.practitioner.want("makeOwnLink", { ...house.ofJourney, body: { lasts } });
const open = (browser: TestBrowser, secret: string) =>
  browser.ask("openOwnLink", { body: { secret } });

async function keepNote(): Promise<void> {
  await house.practitioner.want("keepMyNote", {
    params: { reviewId: house.review.reviewId },
    body: { observationId: null, words: canary },
  });
}

it("[JN38] a link opens the same own place in another browser, once, until its end, and is stored as a hash alone", async () => {
  const { ofJourney } = house;
  await keepNote();
  const { secret, closesAtMs } = await makeLink();
  const [other, third] = [openTestBrowser(server), openTestBrowser(server)];

  const looked = await other.send("GET", "/own/open"); // as whoever previews a link looks at it
  const opened = await open(other, secret);
  const again = await open(third, secret);

  expect(looked.headers.getSetCookie()).toEqual([]);
  expect(closesAtMs - server.context.clock.nowMs()).toBeLessThanOrEqual(15 * minuteMs);
  expect([opened.status, again.status]).toEqual([204, 403]);
  expect((await other.want("readOwnCycles", ofJourney))[0]?.notes).toEqual([canary]);
  expect((await third.ask("readOwnCycles", ofJourney)).status).toBe(401);
  const late = await makeLink();
  const { stores, clock } = server.context;
  const stored = await stores.ownLinks.find(hashSecret(late.secret), clock.nowMs());
  expect(JSON.stringify(stored)).not.toContain(late.secret);
  expect(server.logged()).not.toContain(late.secret);
  server.advance(15 * minuteMs);
  expect((await open(third, late.secret)).status).toBe(403);
});

it("[JN38] the place says where it opens, and another browser is closed from there at once", async () => {
  const { practitioner, ofJourney } = house;
  const other = openTestBrowser(server);
  await open(other, (await makeLink()).secret);
  const lobby = other.socket("/lobby");
  lobby.connect();
  await heard(lobby, "knock:changed");
  const isOut = new Promise((resolve) => lobby.once("disconnect", resolve));

  const { browsers, linkClosesAtMs } = await practitioner.want("readOwnDoors", ofJourney);
  const browserId = browsers.find(({ isThis }) => !isThis)?.browserId ?? "";
  const left = await practitioner.want("closeOwnDoor", { ...ofJourney, body: { browserId } });
  await isOut;

  expect([browsers.map(({ isThis }) => isThis), linkClosesAtMs]).toEqual([[true, false], null]);
  expect(left.browsers).toEqual([browsers[0]]);
  expect((await other.ask("readOwnCycles", ofJourney)).status).toBe(401);
  const own = browsers[0]?.browserId ?? "";
  await practitioner.want("closeOwnDoor", { ...ofJourney, body: { browserId: own } });
  expect((await practitioner.ask("readOwnDoors", ofJourney)).status).toBe(200);
});

it("[JN38] after a shared computer a way back opens within seven days, and nobody who is let in comes before it", async () => {
  const { practitioner, ofJourney } = house;
  const { secret, closesAtMs } = await makeLink("wayBack");
  const days = (closesAtMs - server.context.clock.nowMs()) / (24 * 60 * minuteMs);
  await practitioner.want("endSession", { body: { sharedComputer: true } });

  const { guest: other } = await admitGuest(server, house);
  expect(days).toBeGreaterThan(6.9);
  expect(days).toBeLessThanOrEqual(7);
  expect((await other.ask("readOwnDoors", ofJourney)).status).toBe(404);

  // The same browser that is in the room keeps its seat and has the place as well.
  expect((await open(other, secret)).status).toBe(204);
  const { browsers } = await other.want("readOwnDoors", ofJourney);
  expect(browsers.map(({ isThis }) => isThis)).toEqual([true]);
  expect((await other.ask("readRoom", house.ofReview)).status).toBe(200);
});

it("[JN38] a new link ends the one before, a waiting one can be ended, and a browser that has the place uses none up", async () => {
  const { practitioner, ofJourney } = house;
  const first = await makeLink();
  const second = await makeLink();

  expect((await open(openTestBrowser(server), first.secret)).status).toBe(403);
  expect((await open(practitioner, second.secret)).status).toBe(204);
  const { linkClosesAtMs } = await practitioner.want("readOwnDoors", ofJourney);
  expect(linkClosesAtMs).toBe(second.closesAtMs);
  expect((await practitioner.want("endOwnLink", ofJourney)).linkClosesAtMs).toBeNull();
  expect((await open(openTestBrowser(server), second.secret)).status).toBe(403);
});

it("[JN38] no guider makes, reads or opens such a link", async () => {
  const { guider, ofJourney } = house;
  const { secret } = await makeLink();

  const made = await guider.ask("makeOwnLink", { ...ofJourney, body: { lasts: "wayBack" } });
  const read = await guider.ask("readOwnDoors", ofJourney);
  const opened = await open(guider, secret);
  const journey = await guider.ask("readJourney", ofJourney);

  expect([made.status, read.status, opened.status]).toEqual([403, 403, 403]);
  expect(journey.text).not.toContain(secret);
  expect((await open(openTestBrowser(server), secret)).status).toBe(204);
});

it("[JN38] the next review's link in the same browser is still one place that opens in one browser", async () => {
  const { practitioner, ofJourney } = house;
  const before = await practitioner.want("readOwnDoors", ofJourney);

  const { secret } = await invite(house);
  await openLink(server, secret, practitioner);

  const after = await practitioner.want("readOwnDoors", ofJourney);
  expect(after.browsers.map(({ sinceMs }) => sinceMs)).toEqual(
    before.browsers.map(({ sinceMs }) => sinceMs),
  );
});
