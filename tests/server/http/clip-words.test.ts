import { afterAll, beforeAll, expect, it } from "vitest";
import type { Clip } from "#shared/domain/clip.ts";
import { buildClipWords } from "#tests/helpers/build-records.ts";
import { admitGuest, furnishReview, openFirstGuider } from "#tests/helpers/review-house.ts";
import type { ReviewHouse } from "#tests/helpers/review-house.ts";
import type { TestBrowser } from "#tests/helpers/test-browser.ts";
import { startTestServer } from "#tests/helpers/test-server.ts";
import type { TestServer } from "#tests/helpers/test-server.ts";
import { enter, everyAnswer } from "#tests/server/notes/notes-house.ts";
import { enterTab } from "#tests/server/review-room/room-tab.ts";

const why = "Canary: the first time Callum waited.";
const seen = {
  captions: "WEBVTT\n\n00:00.000 --> 00:01.000\nHello Ada\n",
  marks: [{ atMs: 500, text: "Ada looks towards the blocks" }],
};

let server: TestServer;
let guider: TestBrowser;
beforeAll(async () => {
  server = await startTestServer();
  guider = await openFirstGuider(server);
});
afterAll(() => server.close());

const peopleOf = ({ journey }: ReviewHouse) => journey.people.map(({ personId }) => personId);
const roomOf = ({ review }: ReviewHouse) => ({ params: { reviewId: review.reviewId } });

async function addClip(house: ReviewHouse, title: string): Promise<Clip> {
  const { cycleId } = house;
  const words = { title, initiative: "looked", description: "", peopleInShot: peopleOf(house) };
  return guider.want("addClip", { params: { cycleId }, body: words });
}

it("[CP61] [F3.5] why a moment was chosen and what was prepared reach nobody but the guider; captions and marks reach all", async () => {
  const house = await furnishReview(server, guider);
  const { clipId } = house;
  const { reviewId } = house.review;
  const { guest } = await admitGuest(server, house);
  const supervisor = (await admitGuest(server, house, "supervisor")).guest;
  const others = [
    { browser: guest, ...(await enter(guest, reviewId)) },
    { browser: supervisor, ...(await enter(supervisor, reviewId)) },
  ];

  const clip = await guider.want("setClipWords", {
    params: { clipId },
    body: { ...buildClipWords([]), peopleInShot: peopleOf(house), modality: "gaze", why, ...seen },
  });
  for (const { tab } of others) await tab.until("clips:changed");

  expect(clip).toMatchObject({ clipId, why, modality: "gaze", ...seen });
  const ids = { journeyId: house.journey.journeyId, cycleId: house.cycleId, clipId, reviewId };
  for (const { browser, received } of others) {
    const told = (await everyAnswer(browser, ids)) + received.join("\n");
    expect(told).toContain("Ada looks towards the blocks");
    expect(told).not.toContain(why);
    expect((await browser.want("readRoom", roomOf(house))).clips[0]).toMatchObject(seen);
  }
});

it("[CP62] a clip that somebody in shot has not permitted leaves its room at once, and comes back with the permission", async () => {
  const house = await furnishReview(server, guider);
  const { clipId } = house;
  const tab = await enterTab(guider, house.review.reviewId);
  const ben = await guider.want("addPerson", {
    params: { journeyId: house.journey.journeyId },
    body: { name: "Ben", relation: "inShot" },
  });

  await guider.want("setClipWords", {
    params: { clipId },
    body: { ...buildClipWords([]), peopleInShot: [...peopleOf(house), ben.personId] },
  });
  await tab.until("playback:changed", ({ timeline }) => timeline === null);
  const without = await guider.want("readRoom", roomOf(house));
  for (const purpose of ["film", "sharedReview"] as const) {
    await guider.want("recordPermission", {
      params: { personId: ben.personId },
      body: { purpose, status: "given" },
    });
  }

  expect(without.clips).toEqual([]);
  expect((await guider.want("readRoom", roomOf(house))).clips).toHaveLength(1);
});

it("[CP59] [F3.3] words without an initiative, or of people of another journey, change nothing", async () => {
  const house = await furnishReview(server, guider);
  const stranger = peopleOf(await furnishReview(server, guider));
  const params = { clipId: house.clipId };
  const words = { ...buildClipWords([]), peopleInShot: peopleOf(house), title: "Other" };
  const before = await guider.want("readRoom", roomOf(house));

  for (const body of [
    { ...words, initiative: " " },
    { ...words, peopleInShot: [...peopleOf(house), ...stranger] },
    { ...words, peopleInShot: [] },
  ]) {
    const { status, json } = await guider.ask("setClipWords", { params, body });
    expect([status, json]).toEqual([400, { reason: "invalid" }]);
  }

  expect((await guider.want("readRoom", roomOf(house))).clips[0]?.title).toBe(
    before.clips[0]?.title,
  );
});

it("[CP60] a cycle's clips are looked at in the order the guider gives them; half an order is refused", async () => {
  const house = await furnishReview(server, guider);
  const { cycleId } = house;
  const { clipId: second } = await addClip(house, "Second");
  const { clipId: third } = await addClip(house, "Third");
  const clipIds = [third, house.clipId, second];
  const order = async () =>
    (
      await guider.want("readJourney", { params: { journeyId: house.journey.journeyId } })
    ).cycles[0]?.clips.map((clip) => clip.clipId);

  await guider.want("setClipOrder", { params: { cycleId }, body: { clipIds } });
  const half = await guider.ask("setClipOrder", {
    params: { cycleId },
    body: { clipIds: [second, third] },
  });

  expect(half.status).toBe(400);
  expect(await order()).toEqual(clipIds);
});

it("[CP65] a clip's address gives its guider the film of it, and nobody else anything", async () => {
  const house = await furnishReview(server, guider);
  const { guest } = await admitGuest(server, house);
  const params = { clipId: house.clipId };

  const { mediaId } = await guider.want("readClipAddress", { params });
  const range = { headers: { range: "bytes=0-99" } };

  expect((await guider.send("GET", `/m/${mediaId}`, range)).status).toBe(206);
  expect((await guest.send("GET", `/m/${mediaId}`, range)).status).toBe(404);
  expect((await guest.ask("readClipAddress", { params })).status).toBe(404);
});

it("[CP59] words as long as they may be are kept whole, also where each character takes three bytes", async () => {
  const house = await furnishReview(server, guider);
  const head = "WEBVTT\n\n00:00.000 --> 00:01.000\n";
  const words = buildClipWords(peopleOf(house), {
    description: "水".repeat(1_000),
    captions: head + "水".repeat(40_000 - head.length - 1) + "\n",
    marks: Array.from({ length: 60 }, (_, n) => ({ atMs: n * 50, text: "杯".repeat(200) })),
  });

  const kept = await guider.want("setClipWords", { params: { clipId: house.clipId }, body: words });

  expect(kept.captions).toBe(words.captions);
  expect(kept.marks).toEqual(words.marks);
});
