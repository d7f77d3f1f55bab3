import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { dayOf } from "#shared/domain/journey-state.ts";
import { reviewIdSchema } from "#shared/domain/ids.ts";
import type { Journey } from "#shared/domain/journey.ts";
import {
  admitGuest,
  furnishReview,
  heard,
  invite,
  openFirstGuider,
  openLink,
} from "#tests/helpers/review-house.ts";
import type { ReviewHouse } from "#tests/helpers/review-house.ts";
import { openTestBrowser } from "#tests/helpers/test-browser.ts";
import type { Reply, TestBrowser } from "#tests/helpers/test-browser.ts";
import { startTestServer } from "#tests/helpers/test-server.ts";
import type { TestServer } from "#tests/helpers/test-server.ts";

const dayMs = 86_400_000;
let server: TestServer;
let guider: TestBrowser;
let house: ReviewHouse;
beforeAll(async () => {
  server = await startTestServer();
  guider = await openFirstGuider(server);
  house = await furnishReview(server, guider);
});
beforeEach(() => server.context.stores.journeys.setEnd(house.journey.journeyId, null));
afterAll(async () => {
  guider.close();
  await server.close();
});

const ofJourney = () => ({ params: { journeyId: house.journey.journeyId } });
const wish = { reason: "Callum moved school", keeps: "Both keep the report.", deletesOn: null };
const dayIn = (days: number) => dayOf(server.context.clock.nowMs() + days * dayMs);
const end = (changes: Partial<Journey["end"]> = {}) =>
  guider.ask("endJourney", { ...ofJourney(), body: { ...wish, ...changes } });
const reasonOf = ({ json }: Reply) => (json as { reason?: string } | null)?.reason ?? "done";

it("[JN71] [F5.1] an end before the third cycle asks for a few words why, and then is an end like any other", async () => {
  const asked = await end({ reason: "" });
  const before = await guider.want("readJourney", ofJourney());

  await end();

  expect([asked.status, reasonOf(asked)]).toEqual([422, "end-reason"]);
  expect(before.end).toBeNull();
  const { end: kept } = await guider.want("readJourney", ofJourney());
  const { reason, keeps } = wish;
  expect(kept).toMatchObject({ reason, keeps, deletesOn: dayIn(60) });
});

it("[JN72] [F5.3] both and the people in the film read the same day, and the practitioner no reason", async () => {
  const { guest: practitioner } = await admitGuest(server, house);
  const { reviewId } = house.review;
  const live = await end();
  await guider.want("endReview", { params: { reviewId } });
  const going = await practitioner.want("readOwnEnd", ofJourney());
  const deletesOn = dayIn(14);
  await end({ deletesOn });

  const { end: own } = await practitioner.want("readOwnEnd", ofJourney());

  expect(reasonOf(live)).toBe("review-live");
  expect(going).toEqual({ end: null, clipsKeptDays: 60, wordsKeptMonths: 12 });
  expect(own).toMatchObject({ keeps: wish.keeps, deletesOn });
  expect(JSON.stringify(own)).not.toContain("moved school");
  expect((await guider.want("readJourney", ofJourney())).end?.deletesOn).toBe(deletesOn);
  const personId = house.journey.people.find((one) => one.relation === "practitioner")?.personId;
  const { secret } = await guider.want("issuePersonLink", {
    params: { personId: personId ?? "" },
    body: { closesAtMs: Math.floor(server.context.clock.nowMs()) + dayMs },
  });
  const { held } = await openTestBrowser(server).want("openHeld", { body: { secret } });
  expect(held.deletesOn).toBe(deletesOn);
  practitioner.close();
});

it("[JN72] a day past, and one later than the organisation keeps clips, is not taken", async () => {
  const days = [-1, 61].map((days) => end({ deletesOn: dayIn(days) }));

  expect((await Promise.all(days)).map(reasonOf)).toEqual(["end-day", "end-day"]);
  expect((await guider.want("readJourney", ofJourney())).end).toBeNull();
});

it("[JN70] nothing is begun or changed in an ended journey, until it is taken up again", async () => {
  const { cycleId, clipId, journey, review } = house;
  const params = { reviewId: review.reviewId };
  const peopleInShot = journey.people.map(({ personId }) => personId);
  const words = { title: "Song", initiative: "looked up", description: "", peopleInShot };
  const startsAtMs = Math.floor(server.context.clock.nowMs());
  const changes = async () => {
    const replies = [
      await guider.ask("startCycle", ofJourney()),
      await guider.ask("addClip", { params: { cycleId }, body: words }),
      await guider.ask("setClipOrder", { params: { cycleId }, body: { clipIds: [clipId] } }),
      await guider.ask("planReview", { params: { cycleId }, body: { startsAtMs } }),
      await guider.ask("issueInvite", { params, body: { name: "Callum", role: "practitioner" } }),
      await guider.ask("setGoals", { ...ofJourney(), body: [] }),
      await guider.ask("setHelpingQuestion", { ...ofJourney(), body: { helpingQuestion: "How?" } }),
      await guider.ask("readRoom", { params }),
    ];
    return replies.map(reasonOf);
  };
  await end();

  const refused = await changes();
  await guider.want("reopenJourney", ofJourney());
  const taken = await changes();

  expect(new Set(refused)).toEqual(new Set(["journey-ended"]));
  expect(taken.filter((reason) => reason === "journey-ended")).toEqual([]);
});

it("[JN70] nobody comes in at the door of an ended journey, by a link made before", async () => {
  const planned = await guider.want("planReview", {
    params: { cycleId: house.cycleId },
    body: { startsAtMs: Math.floor(server.context.clock.nowMs()) },
  });
  const { secret } = await invite({ guider, review: planned });
  const guest = await openLink(server, secret);
  const socket = guest.socket("/lobby");
  const opened = heard(socket, "knock:changed");
  socket.connect();
  await opened;
  await end();

  const answer: unknown = await socket.emitWithAck("knock:ask", { company: "just-me" });

  expect(answer).toMatchObject({ value: { state: "closed", reason: "review-ended" } });
  expect(await guest.want("readWayIn", {})).toMatchObject({ when: "ended" });
  guest.close();
});

it("[JN70] in an ended journey permissions, the log of stops, links and withdrawal go on", async () => {
  const { journey } = house;
  const person = journey.people[0]?.personId ?? "";
  const practitioner = journey.people[1]?.personId ?? "";
  const closesAtMs = Math.floor(server.context.clock.nowMs()) + dayMs;
  await end();

  await guider.want("recordPermission", {
    params: { personId: person },
    body: { purpose: "film", status: "withdrawn" },
  });
  await guider.want("addDissent", {
    ...ofJourney(),
    body: { happenedOn: dayIn(0), words: "turned away" },
  });
  const { secret } = await guider.want("issuePersonLink", {
    params: { personId: practitioner },
    body: { closesAtMs },
  });
  const withdrawal = { secret, personId: practitioner, purpose: "film" } as const;
  await openTestBrowser(server).want("withdrawHeld", { body: withdrawal });

  const { people } = await guider.want("readJourney", ofJourney());
  expect(people.map(({ permissions }) => permissions.film)).toEqual(["withdrawn", "withdrawn"]);
});

it("[JN72] it can be taken up again until its day has passed, and no longer", async () => {
  await end({ deletesOn: dayIn(0) });
  await guider.want("reopenJourney", ofJourney());
  const again = await guider.ask("reopenJourney", ofJourney());
  const past = { endedAtMs: 0, reason: "", keeps: "", deletesOn: dayIn(-1) };
  await server.context.stores.journeys.setEnd(house.journey.journeyId, past);

  const late = [await guider.ask("reopenJourney", ofJourney()), await end()];

  expect(reasonOf(again)).toBe("already-done");
  expect(late.map(reasonOf)).toEqual(["journey-ended", "journey-ended"]);
  const thing = { kind: "review", id: reviewIdSchema.parse(house.review.reviewId) } as const;
  expect((await server.context.stores.journeys.ownershipOf(thing))?.journeyEnded).toBe(true);
});
