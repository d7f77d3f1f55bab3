import { once } from "node:events";
import { readdir } from "node:fs/promises";
import { request } from "node:http";
import type { IncomingMessage } from "node:http";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { stillFolder } from "#server/media/still-files.ts";
import { readObservations } from "#shared/board/read-board.ts";
import { reviewIdSchema } from "#shared/domain/ids.ts";
import { stillLimits } from "#shared/protocol/still-routes.ts";
import { buildNoise, buildPng, openPng } from "#tests/helpers/png.ts";
import { admitGuest, furnishReview, openFirstGuider } from "#tests/helpers/review-house.ts";
import type { ReviewHouse } from "#tests/helpers/review-house.ts";
import { openTestBrowser } from "#tests/helpers/test-browser.ts";
import type { Reply, TestBrowser } from "#tests/helpers/test-browser.ts";
import { startTestServer } from "#tests/helpers/test-server.ts";
import type { TestServer } from "#tests/helpers/test-server.ts";
import { joinBoard } from "#tests/server/board/join-board.ts";
import { holdMoment } from "./held-moment.ts";

let server: TestServer;
let guider: TestBrowser;
let filesBefore: string[];
let house: ReviewHouse;
let guest: TestBrowser;
let inviteId: string;
let observationId: string;
beforeAll(async () => {
  server = await startTestServer();
  guider = await openFirstGuider(server);
});
beforeEach(async () => {
  filesBefore = await readdir(stillFolder(server.context.config));
  house = await furnishReview(server, guider);
  ({ guest, inviteId } = await admitGuest(server, house));
  observationId = await holdMoment(guest, house.review.reviewId, 31);
});
afterAll(() => server.close());

const pathOf = (id = observationId) =>
  `/api/reviews/${house.review.reviewId}/observations/${id}/still`;
const asFile = { "content-type": "application/octet-stream" };
const keep = (browser: TestBrowser, png = buildPng(), path = pathOf()): Promise<Reply> =>
  browser.send("PUT", path, { body: png, headers: asFile });
const read = (browser: TestBrowser, path = pathOf()) => browser.send("GET", path);
/** What has come to the disk since the test began. */
const storedFiles = async () =>
  (await readdir(stillFolder(server.context.config))).filter((name) => !filesBefore.includes(name));
const reasonOf = ({ json }: Reply) => (json as { reason: string } | null)?.reason;

/** The picture a browser gets, its bytes as they came. */
async function readBytes(browser: TestBrowser): Promise<Buffer> {
  const headers = { cookie: browser.cookie(), "sec-fetch-site": "same-origin" };
  const response = await fetch(server.origin + pathOf(), { headers });
  return Buffer.from(await response.arrayBuffer());
}

/** The card's still, as a browser at the board sees it. */
async function stillOnBoard() {
  const reviewId = reviewIdSchema.parse(house.review.reviewId);
  const seat = { port: server.port, house: { reviewId } };
  const joined = joinBoard(seat, { cookie: guest.cookie() });
  await joined.synced();
  const still = readObservations(joined.doc)[0]?.still;
  joined.provider.destroy();
  return still;
}

/** Takes back, refuses or gives a permission of the first person in shot. */
async function record(purpose: string, status: string): Promise<void> {
  const { journey } = house;
  const path = `/api/people/${journey.people[0]?.personId}/permission`;
  const body = JSON.stringify({ purpose, status });
  await guider.send("PUT", path, { body, headers: { "content-type": "application/json" } });
}

it("[BD41] [A7] a kept picture stands on its card and comes back pixel for pixel, stored by nobody", async () => {
  const png = buildPng(320, 180, 99);
  expect((await read(guider)).status).toBe(204);

  const kept = await keep(guest, png);

  expect([kept.status, kept.text]).toEqual([204, ""]);
  const reply = await read(guider);
  expect(openPng(await readBytes(guider)).rows.equals(openPng(png).rows)).toBe(true);
  expect(reply.headers.get("content-type")).toBe("image/png");
  expect(reply.headers.get("cache-control")).toBe("private, no-store");
  expect(reply.headers.get("cross-origin-resource-policy")).toBe("same-origin");
  expect(reply.headers.get("x-content-type-options")).toBe("nosniff");
  expect(await stillOnBoard()).toMatchObject({ width: 320, height: 180 });
});

it("[BD42] of two pictures of one moment the first one stays, also when they come at once", async () => {
  const both = [keep(guest, buildPng(32, 18, 10)), keep(guider, buildPng(64, 36, 20))];
  const answers = await Promise.all(both);
  const first = await stillOnBoard();

  const later = await keep(guider, buildPng(96, 54, 30));

  expect([...answers, later].map(({ status }) => status)).toEqual([204, 204, 204]);
  expect([32, 64]).toContain(first?.width);
  expect(await stillOnBoard()).toEqual(first);
  expect(await storedFiles()).toHaveLength(1);
});

it("[BD43] a picture is refused by a reason when it is none, too large, or of no moment there is", async () => {
  const none = await keep(guest, Buffer.from("not a picture"));
  const large = await keep(guest, Buffer.alloc(stillLimits.bytes + 1));
  const nowhere = await keep(guest, buildPng(), pathOf(crypto.randomUUID()));
  const asText = await guest.send("PUT", pathOf(), {
    body: "{}",
    headers: { "content-type": "application/json" },
  });

  expect([none, large, nowhere, asText].map(reasonOf)).toEqual([
    "invalid",
    "too-large",
    "not-found",
    "invalid",
  ]);
  expect(await storedFiles()).toEqual([]);
  expect((await keep(guest)).status).toBe(204);
});

it("[BD43] somebody who sends many at once is asked to slow down, and the first ones are taken", async () => {
  const many = await Promise.all(Array.from({ length: 12 }, () => keep(guest)));

  const reasons = many.filter(({ status }) => status !== 204).map(reasonOf);
  expect(many.some(({ status }) => status === 204)).toBe(true);
  expect(new Set(reasons)).toEqual(new Set(["too-many-requests"]));
  expect((await keep(guest)).status).toBe(204);
});

it("[BD44] a picture is shown to whoever may see its clip now, to its practitioner at home while everybody lets them keep it, and to nobody else", async () => {
  const { guest: supervisor } = await admitGuest(server, house, "supervisor");
  await keep(guest);
  const statuses = async (...browsers: TestBrowser[]) =>
    Promise.all(browsers.map(async (browser) => (await read(browser)).status));
  expect(await statuses(guider, guest, supervisor)).toEqual([200, 200, 200]);
  expect(await statuses(openTestBrowser(server))).toEqual([401]);
  expect(reasonOf(await keep(supervisor))).toBe("forbidden");

  await record("supervisorSeesClips", "refused");
  expect(await statuses(guest, supervisor)).toEqual([200, 403]);
  await record("sharedReview", "withdrawn");
  expect(await statuses(guider, guest)).toEqual([403, 403]);
  expect(reasonOf(await keep(guest))).toBe("permissions-missing");
  await record("sharedReview", "given");
  expect(await statuses(guest)).toEqual([200]);

  await guider.want("endReview", { params: { reviewId: house.review.reviewId } });
  expect(await statuses(guider, guest)).toEqual([200, 200]);
  await record("practitionerKeepsStills", "refused");
  expect(await statuses(guider, guest)).toEqual([200, 403]);
});

it("[BD44] a picture on its way is cut off when its reader's link is revoked", async () => {
  expect((await keep(guest, buildNoise(stillLimits.sidePx))).status).toBe(204);
  const headers = { cookie: guest.cookie(), "sec-fetch-site": "same-origin" };
  const { port } = server;
  const asked = request({ host: "127.0.0.1", port, path: pathOf(), headers, agent: false });
  asked.end();
  const [response] = (await once(asked, "response")) as [IncomingMessage]; // the only argument of the event
  response.on("error", () => undefined);

  await guider.want("revokeInvite", { params: { inviteId } });

  response.resume();
  if (!response.closed) await new Promise((resolve) => response.once("close", resolve));
  expect(response.complete).toBe(false);
  expect([401, 403, 404]).toContain((await read(guest)).status);
});

it("[BD42] with its clip a picture is gone from the disk, and its card keeps its words", async () => {
  await keep(guest);
  expect(await storedFiles()).toHaveLength(1);

  await guider.want("removeClip", { params: { clipId: house.clipId } });

  expect(await storedFiles()).toEqual([]);
  expect((await read(guider)).status).toBe(204);
  expect(reasonOf(await keep(guest))).toBe("unknown-clip");
  expect(await stillOnBoard()).toMatchObject({ width: 32 });
});
