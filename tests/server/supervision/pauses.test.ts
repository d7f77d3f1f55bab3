import { afterAll, beforeAll, expect, it } from "vitest";
import { clipIdSchema } from "#shared/domain/ids.ts";
import { admitGuest } from "#tests/helpers/review-house.ts";
import type { TestBrowser } from "#tests/helpers/test-browser.ts";
import { startTestServer } from "#tests/helpers/test-server.ts";
import type { TestServer } from "#tests/helpers/test-server.ts";
import { openPeopleHouse } from "#tests/server/people/people-house.ts";
import type { PeopleHouse } from "#tests/server/people/people-house.ts";
import { enterTab } from "#tests/server/review-room/room-tab.ts";
import type { RoomTab } from "#tests/server/review-room/room-tab.ts";

let server: TestServer;
let house: PeopleHouse;
let callum: TestBrowser;
let tabs: { nadia: RoomTab; callum: RoomTab };
beforeAll(async () => {
  server = await startTestServer();
  house = await openPeopleHouse(server);
  callum = (await admitGuest(server, house)).guest;
  const { reviewId } = house.review;
  tabs = {
    nadia: await enterTab(house.guider, reviewId),
    callum: await enterTab(callum, reviewId),
  };
});
afterAll(() => server.close());

/** Plays the clip, and stops it on this page in this way; both have heard of it then. */
async function stopBy(tab: RoomTab, stop: (revision: number) => Promise<unknown>) {
  const played = await tab.command({ kind: "play" });
  const revision = played.ok ? (played.value.timeline?.revision ?? 0) : 0;
  expect(await stop(revision)).toMatchObject({ ok: true });
  for (const each of Object.values(tabs))
    await each.until("playback:changed", (told) => (told.timeline?.revision ?? 0) > revision);
}

it("[JN48] who stopped the film how often is counted once switched on, told to the guider alone after the review, and gone with the journey", async () => {
  const clipId = clipIdSchema.parse(house.clipId);
  const pause = (tab: RoomTab) => () => tab.command({ kind: "pause", clipId, frame: 3 });
  const { secret } = await house.link(house.people.practitioner);
  const parents = await house.link(house.people.parent);
  expect((await house.read(secret)).held.countsPauses).toBe(false);
  await stopBy(tabs.callum, pause(tabs.callum)); // not counted: it is off
  const body = { countsPauses: true };
  await house.guider.want("setCountsPauses", { ...house.ofJourney, body });

  await stopBy(tabs.callum, pause(tabs.callum));
  await tabs.nadia.command({ kind: "pause", clipId, frame: 3 }); // at rest already
  await stopBy(tabs.nadia, pause(tabs.nadia));
  await stopBy(tabs.callum, (revision) =>
    tabs.callum.ask("moment:hold", {
      commandId: crypto.randomUUID(),
      epoch: tabs.callum.timeline()?.epoch,
      clipId,
      frame: 3,
      revision,
    }),
  );

  expect(await house.guider.want("readPauses", house.ofJourney)).toEqual([]); // the review goes on
  await house.guider.want("endReview", { params: { reviewId: house.review.reviewId } });
  const { reviewId } = house.review;
  expect(await house.guider.want("readPauses", house.ofJourney)).toEqual([
    { reviewId, guider: 1, practitioner: 2 },
  ]);
  expect((await callum.ask("readPauses", house.ofJourney)).status).toBe(403);
  expect(JSON.stringify(tabs.callum.told("room:welcomed"))).not.toMatch(/pauses/i);
  expect((await house.read(secret)).held.countsPauses).toBe(true);
  expect((await house.read(parents.secret)).held.countsPauses).toBe(false);

  const wish = { reason: "Callum moved school", keeps: "", deletesOn: null };
  await house.guider.want("endJourney", { ...house.ofJourney, body: wish });
  expect(await house.guider.want("readPauses", house.ofJourney)).toEqual([]);
  expect((await house.read(secret)).held.countsPauses).toBe(false);
});

it("[JN46] [S1] a guider's log and working points are read by that guider alone, and lie sealed", async () => {
  const params = { reviewId: house.review.reviewId };
  const words = "canary: I could wait longer before I ask";
  await house.guider.want("keepWorkingPoint", { params, body: { words } });
  await house.guider.want("setStage", { body: { stage: "1" } });
  await house.guider.want("addSupervision", {
    body: { heldOn: "2026-11-20", withWhom: "Canary Helen" },
  });

  const log = await house.guider.want("readTraineeLog", {});

  expect(log).toMatchObject({ stage: "1", supervisions: [{ withWhom: "Canary Helen" }] });
  expect(log.reviews).toMatchObject([{ ...params, cycleNumber: 1, workingPoint: words }]);
  expect(await house.guider.want("readWorkingPoints", house.ofJourney)).toEqual([
    { ...params, words },
  ]);
  const theirs = [
    await callum.ask("readWorkingPoints", house.ofJourney),
    await callum.ask("readTraineeLog", {}),
    await callum.ask("readSession", {}),
    await callum.ask("readWayIn", {}),
    await house.open((await house.link(house.people.practitioner)).secret),
  ];
  expect(theirs.slice(0, 2).map(({ status }) => status)).toEqual([403, 403]);
  for (const { text } of theirs) expect(text).not.toMatch(/canary/i);
  const stored = await server.context.stores.traineeLogs.workingPointsOf(house.journey.journeyId);
  expect(stored).toHaveLength(1);
  expect(Buffer.from(stored[0]?.sealed ?? []).toString("latin1")).not.toContain("canary");
  expect(server.logged()).not.toMatch(/canary/i);

  const { supervisionId } = log.supervisions[0] ?? { supervisionId: "" };
  await house.guider.want("keepWorkingPoint", { params, body: { words: "" } });
  const emptied = await house.guider.want("removeSupervision", { body: { supervisionId } });
  expect(emptied.supervisions).toEqual([]);
  expect(emptied.reviews).toMatchObject([{ workingPoint: "" }]);
});
