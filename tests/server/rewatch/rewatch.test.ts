import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { rewatchLimits } from "#shared/domain/growth.ts";
import { admitGuest, furnishReview, openFirstGuider } from "#tests/helpers/review-house.ts";
import type { ReviewHouse } from "#tests/helpers/review-house.ts";
import { addHeavyClip, isCutOff, openSlowly } from "#tests/helpers/slow-stream.ts";
import type { TestBrowser } from "#tests/helpers/test-browser.ts";
import { startTestServer } from "#tests/helpers/test-server.ts";
import type { TestServer } from "#tests/helpers/test-server.ts";

const hourMs = 3_600_000;

let server: TestServer;
let guider: TestBrowser;
let house: ReviewHouse;
let guest: TestBrowser;
beforeAll(async () => {
  server = await startTestServer();
  guider = await openFirstGuider(server);
});
afterAll(() => server.close());
beforeEach(async () => {
  house = await furnishReview(server, guider);
  ({ guest } = await admitGuest(server, house));
  await guider.want("endReview", { params: { reviewId: house.review.reviewId } });
});

const nowMs = () => Math.floor(server.context.clock.nowMs());
const ofClip = (clipId = house.clipId) => ({ params: { clipId } });
const ofJourney = () => ({ params: { journeyId: house.journey.journeyId } });

const open = (clipId = house.clipId, closesAtMs = nowMs() + rewatchLimits.usualMs) =>
  guider.want("openRewatch", { ...ofClip(clipId), body: { closesAtMs } });

async function addressOf(who: TestBrowser, clipId = house.clipId): Promise<string> {
  return `/m/${(await who.want("readClipAddress", ofClip(clipId))).mediaId}`;
}

async function statusOf(who: TestBrowser, path: string): Promise<number> {
  return (await who.send("GET", path, { headers: { range: "bytes=0-9" } })).status;
}

async function addressStatus(who: TestBrowser, clipId = house.clipId): Promise<number> {
  return (await who.ask("readClipAddress", ofClip(clipId))).status;
}

const record = (purpose: "film" | "sharedReview", status: "given" | "withdrawn") =>
  guider.want("recordPermission", {
    params: { personId: house.journey.people[0]?.personId ?? "" },
    body: { purpose, status },
  });

it("[JN54] a practitioner at home gets a clip only while it is open for them, and nothing is stored", async () => {
  expect(await addressStatus(guest)).toBe(404);
  await open();
  const path = await addressOf(guest);

  const part = await guest.send("GET", path, { headers: { range: "bytes=0-9" } });
  await guider.want("closeRewatch", ofClip());

  expect(part.status).toBe(206);
  expect(part.headers.get("cache-control")).toBe("private, no-store");
  expect([await statusOf(guest, path), await addressStatus(guest)]).toEqual([404, 404]);
});

it("[JN54] what is open closes by itself on its day", async () => {
  await open(house.clipId, nowMs() + hourMs);
  const path = await addressOf(guest);
  expect(await statusOf(guest, path)).toBe(206);

  server.advance(hourMs);

  expect([await statusOf(guest, path), await addressStatus(guest)]).toEqual([404, 404]);
  expect(await guider.want("readRewatches", ofJourney())).toEqual([]);
});

it("[JN54] everybody's permission counts as ever: none is opened without, and one withdrawn closes it", async () => {
  await record("film", "withdrawn");
  const without = await guider.ask("openRewatch", {
    ...ofClip(),
    body: { closesAtMs: nowMs() + hourMs },
  });
  await record("film", "given");
  await open();
  const path = await addressOf(guest);

  await record("sharedReview", "withdrawn");

  expect(without).toMatchObject({ status: 403, json: { reason: "permissions-missing" } });
  expect(await statusOf(guest, path)).toBe(403);
});

it("[JN54] another journey's practitioner gets nothing of it, nor does somebody else with the address", async () => {
  const other = await furnishReview(server, guider, { childName: "Bo" });
  const { guest: stranger } = await admitGuest(server, other);
  await open();
  const path = await addressOf(guest);

  expect([await addressStatus(stranger), await statusOf(stranger, path)]).toEqual([404, 404]);
  expect((await stranger.ask("readOwnGrowth", ofJourney())).status).toBe(404);
});

it("[JN54] in another live room of the own journey an open clip still plays, a closed one does not", async () => {
  const cycle = await guider.want("startCycle", ofJourney());
  const review = await guider.want("planReview", {
    params: { cycleId: cycle.cycleId },
    body: { startsAtMs: nowMs() },
  });
  await guider.want("readRoom", { params: { reviewId: review.reviewId } });
  const next = { guider, review };
  const { guest: inRoom } = await admitGuest(server, next, "practitioner", guest);
  expect(await addressStatus(inRoom)).toBe(404);

  await open();

  expect(await statusOf(inRoom, await addressOf(inRoom))).toBe(206);
});

it("[JN54] is opened for a future day, not for ever, and by the journey's guider alone", async () => {
  const ask = (who: TestBrowser, closesAtMs: number) =>
    who.ask("openRewatch", { ...ofClip(), body: { closesAtMs } });

  const late = await ask(guider, nowMs() + rewatchLimits.mostMs + hourMs);
  const past = await ask(guider, nowMs() - 1);
  const practitioner = await ask(guest, nowMs() + hourMs);

  expect([late.status, past.status, practitioner.status]).toEqual([400, 400, 403]);
});

it("[JN55] closing it stops it in the middle, and so do a withdrawn permission and the end of its time", async () => {
  const clipId = await addHeavyClip(house);
  await open(clipId, nowMs() + hourMs);
  const path = await addressOf(guest, clipId);
  const slowly = () => openSlowly(server, guest, path);

  const closed = await slowly();
  await guider.want("closeRewatch", ofClip(clipId));
  expect(await isCutOff(closed)).toBe(true);

  await open(clipId, nowMs() + hourMs);
  const withdrawn = await slowly();
  await record("film", "withdrawn");
  expect(await isCutOff(withdrawn)).toBe(true);

  await record("film", "given");
  const [over, guiders] = [
    await slowly(),
    await openSlowly(server, guider, await addressOf(guider, clipId)),
  ];
  const looked = vi.spyOn(server.context.stores.rewatches, "find");
  server.advance(hourMs);
  await vi.waitFor(() => expect(looked).toHaveBeenCalled()); // nobody asks but the server itself
  expect(await isCutOff(over)).toBe(true);
  expect(await isCutOff(guiders)).toBe(false);
});
