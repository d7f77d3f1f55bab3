import { afterAll, beforeAll, beforeEach, expect, it, onTestFinished } from "vitest";
import { furnishReview, openFirstGuider } from "#tests/helpers/review-house.ts";
import type { ReviewHouse } from "#tests/helpers/review-house.ts";
import type { TestBrowser } from "#tests/helpers/test-browser.ts";
import { startTestServer } from "#tests/helpers/test-server.ts";
import type { TestServer } from "#tests/helpers/test-server.ts";
import { enter, everyAnswer, openNotesRoom, prepared } from "./notes-house.ts";

/** A house takes a while on a busy machine. */
const setUpMs = 60_000;

let server: TestServer;
let guider: TestBrowser;
let furnished: ReviewHouse;
let house: Awaited<ReturnType<typeof openNotesRoom>>;
beforeAll(async () => {
  server = await startTestServer();
  guider = await openFirstGuider(server);
  furnished = await furnishReview(server, guider);
}, setUpMs);
afterAll(async () => {
  guider.close();
  await server.close();
});
beforeEach(async () => {
  house = await openNotesRoom(server, furnished);
  const { close } = house;
  onTestFinished(close);
}, setUpMs);

const openNotes = (openedBy: string) => ({
  openedBy,
  notes: [{ clipId: house.clipId, words: prepared }],
});

it("[BD46] [N3] [F3.5] not a byte of the prepared notes reaches anybody else before the practitioner has written", async () => {
  const { tabs, received, practitioner, supervisor, reviewId } = house;
  const observationId = await house.hold();
  const ids = { ...house, journeyId: house.journey.journeyId, observationId, reviewId };
  const paths = Object.fromEntries(
    Object.entries(ids).flatMap(([name, id]) => (typeof id === "string" ? [[name, id]] : [])),
  );
  await house.write(guider, "The guider writes first, which nobody stops. ");
  const answers = [await everyAnswer(practitioner, paths), await everyAnswer(supervisor, paths)];
  const before = [...answers, ...received.callum, ...received.helen].join("\n");
  const doc = await house.write(practitioner, "Ada looked up. ");
  await tabs.callum.until("notes:changed", ({ openedBy }) => openedBy !== null);
  await tabs.helen.until("notes:changed", ({ openedBy }) => openedBy !== null);

  expect(before).toContain(reviewId);
  expect(before).not.toContain("Canary");
  expect(JSON.stringify(doc.toJSON())).not.toContain("Canary");
  expect(tabs.nadia.told("notes:changed")[0]).toEqual({ ...openNotes(""), openedBy: null });
  expect(tabs.callum.told("notes:changed").at(-1)).toEqual(openNotes("written"));
  expect(tabs.helen.told("notes:changed").at(-1)).toEqual(openNotes("written"));
  expect(server.logged()).toMatch(/"waitMs":\d+.*the practitioner's first words/);
  expect(server.logged()).not.toMatch(/Canary|Ada looked/);
});

it("[BD46] the practitioner may pass and the guider may reveal, not the other way round; who comes later has them", async () => {
  const { tabs, reviewId, supervisor } = house;

  const notTheirs = [
    await tabs.nadia.ask("notes:pass", {}),
    await tabs.callum.ask("notes:reveal", {}),
    await tabs.helen.ask("notes:reveal", {}),
    await tabs.helen.ask("clip:watched", { clipId: house.clipId }),
  ];
  const passed = await tabs.callum.ask("notes:pass", {});
  await tabs.callum.until("notes:changed", ({ openedBy }) => openedBy === "passed");
  const late = await enter(supervisor, reviewId);

  expect(notTheirs).toMatchObject(notTheirs.map(() => ({ ok: false, reason: "forbidden" })));
  expect(passed).toEqual({ ok: true, value: null });
  expect(late.tab.told("notes:changed").at(-1)).toEqual(openNotes("passed"));
});

it("[BD47] [F4.8] the guider switches it off and on in the middle of a review, and what was prepared can change", async () => {
  const { tabs, reviewId, clipId } = house;
  const set = (practitionerFirst: boolean) =>
    guider.want("setPractitionerFirst", { params: { reviewId }, body: { practitionerFirst } });

  await set(false);
  await tabs.callum.until("notes:changed", ({ openedBy }) => openedBy === "off");
  const off = tabs.callum.told("notes:changed").at(-1);
  await set(true);
  await tabs.callum.until("notes:changed", ({ openedBy }) => openedBy === null);
  await guider.want("setPreparation", { params: { clipId }, body: { preparation: "Other" } });
  const own = await tabs.nadia.until("notes:changed", ({ notes }) => notes[0]?.words === "Other");
  const journey = await guider.want("readJourney", {
    params: { journeyId: house.journey.journeyId },
  });

  expect(off).toEqual(openNotes("off"));
  expect(tabs.callum.told("notes:changed").at(-1)).toEqual({ openedBy: null, notes: [] });
  expect(own.openedBy).toBeNull();
  expect(journey.cycles[0]?.clips[0]?.preparation).toBe("Other");
  expect(journey.cycles[0]?.reviews[0]?.practitionerFirst).toBe(true);
});

it("[BD49] whoever comes in is told which clips have been watched once", async () => {
  const { tabs, reviewId, clipId, supervisor } = house;

  await tabs.callum.ask("clip:watched", { clipId });
  const told = await tabs.nadia.until("first:changed", (now) => now.watchedClipIds.length === 1);
  const late = await enter(supervisor, reviewId);

  expect(told).toEqual({ isOn: true, watchedClipIds: [clipId] });
  expect(late.tab.told("first:changed").at(-1)).toEqual(told);
});

it("[BD47] a supervisor who may not see a clip gets none of its notes, open or not", async () => {
  const { tabs, journey } = house;
  const child = journey.people.find(({ relation }) => relation === "child");

  await guider.want("recordPermission", {
    params: { personId: child?.personId ?? "" },
    body: { purpose: "supervisorSeesClips", status: "withdrawn" },
  });
  await tabs.nadia.ask("notes:reveal", {});
  await tabs.callum.until("notes:changed", ({ notes }) => notes.length === 1);
  await tabs.helen.until("room:closed");

  expect(tabs.helen.told("notes:changed").flatMap(({ notes }) => notes)).toEqual([]);
});
