import { readdir } from "node:fs/promises";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { clipFolder } from "#server/media/keys.ts";
import { stillFolder } from "#server/media/still-files.ts";
import { dayOf, lastMsOf } from "#shared/domain/journey-state.ts";
import { buildPng } from "#tests/helpers/png.ts";
import { admitGuest, furnishReview, openFirstGuider } from "#tests/helpers/review-house.ts";
import type { ReviewHouse } from "#tests/helpers/review-house.ts";
import type { TestBrowser } from "#tests/helpers/test-browser.ts";
import { startTestServer } from "#tests/helpers/test-server.ts";
import type { TestServer } from "#tests/helpers/test-server.ts";
import { holdMoment } from "#tests/server/stills/held-moment.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
let server: TestServer;
let guider: TestBrowser;
/** What the server does each hour, to be done at once. */
const hourly: (() => void)[] = [];
beforeAll(async () => {
  const { setInterval } = globalThis;
  const keeping = vi.spyOn(globalThis, "setInterval").mockImplementation((run, everyMs) => {
    if (everyMs === hourMs) hourly.push(run);
    return setInterval(run, everyMs);
  });
  server = await startTestServer();
  keeping.mockRestore();
  guider = await openFirstGuider(server);
});
afterAll(async () => {
  guider.close();
  await server.close();
});

const nowMs = () => server.context.clock.nowMs();

/** Lets time pass until that instant, and the server take its hourly turn. */
function passUntil(atMs: number): void {
  server.advance(atMs - nowMs());
  for (const turn of hourly) turn();
}

async function filesOnDisk(): Promise<string[]> {
  const { config } = server.context;
  return [
    ...(await readdir(clipFolder(config))).filter((name) => name.endsWith(".clip")),
    ...(await readdir(stillFolder(config))),
  ];
}

/** What lies on the disk becomes these files, in no order. */
async function untilDisk(files: readonly string[]): Promise<void> {
  await vi.waitUntil(async () => (await filesOnDisk()).length === files.length, { timeout: 9_000 });
  expect((await filesOnDisk()).toSorted()).toEqual(files.toSorted());
}

/** Does something and answers the files that came to the disk with it. */
async function filesOf<Value>(work: () => Promise<Value>) {
  const before = await filesOnDisk();
  const value = await work();
  return { value, files: (await filesOnDisk()).filter((name) => !before.includes(name)) };
}

/** A journey with a clip and, out of it, a kept picture; its review has been held. */
async function reviewed(): Promise<ReviewHouse> {
  const house = await furnishReview(server, guider);
  const { guest } = await admitGuest(server, house);
  const { reviewId } = house.review;
  const observationId = await holdMoment(guest, reviewId, 31);
  await guest.send("PUT", `/api/reviews/${reviewId}/observations/${observationId}/still`, {
    body: buildPng(),
    headers: { "content-type": "application/octet-stream" },
  });
  guest.close();
  await guider.want("endReview", { params: { reviewId } });
  return house;
}

it("[F5.3] [JN73] [JN74] clips and pictures are gone from the disk within a day after the agreed day, words months after the end", async () => {
  const later = await filesOf(reviewed);
  const sooner = await filesOf(reviewed);
  const going = await filesOf(() => furnishReview(server, guider));
  expect([later.files, sooner.files, going.files].map(({ length }) => length)).toEqual([2, 2, 1]);
  const beganAtMs = nowMs();
  const [soonerOn, laterOn] = [dayOf(beganAtMs + 9 * dayMs), dayOf(beganAtMs + 10 * dayMs)];
  for (const [{ value }, deletesOn] of [
    [later, laterOn],
    [sooner, soonerOn],
  ] as const) {
    const { journeyId } = value.journey;
    const body = { reason: "canary of a reason", keeps: "", deletesOn };
    await guider.want("endJourney", { params: { journeyId }, body });
  }

  passUntil(lastMsOf(soonerOn) + hourMs);
  await untilDisk([...later.files, ...going.files]);
  passUntil(lastMsOf(laterOn) + hourMs);
  await untilDisk(going.files);

  const { journeys, clips } = server.context.stores;
  expect(await journeys.read(later.value.journey.journeyId)).toMatchObject({
    cycles: [{ clips: [], reviews: [{ state: "ended" }] }],
  });
  passUntil(beganAtMs + 366 * dayMs);
  await untilDisk([]);
  await vi.waitUntil(async () => (await journeys.read(sooner.value.journey.journeyId)) === null);
  expect(await journeys.read(going.value.journey.journeyId)).not.toBeNull();
  const removed = sooner.value.clipId as Parameters<typeof clips.find>[0];
  expect(await clips.find(removed)).toBeNull();
  const logged = server.logged();
  for (const said of [removed, "agreed-day", "oldest-age", "words-kept"])
    expect(logged).toContain(said);
  for (const word of ["canary", "Blocks", "Ada"]) expect(logged).not.toContain(word);
});
