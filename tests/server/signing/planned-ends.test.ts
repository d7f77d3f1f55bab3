import { afterEach, beforeEach, expect, it } from "vitest";
import { dayOf } from "#shared/domain/journey-state.ts";
import { admitGuest, furnishReview, openFirstGuider } from "#tests/helpers/review-house.ts";
import type { ReviewHouse } from "#tests/helpers/review-house.ts";
import { startTestServer } from "#tests/helpers/test-server.ts";
import type { TestServer } from "#tests/helpers/test-server.ts";
import { enterTab } from "#tests/server/review-room/room-tab.ts";

const dayMs = 86_400_000;
let server: TestServer;
let house: ReviewHouse;
beforeEach(async () => {
  server = await startTestServer();
  house = await furnishReview(server, await openFirstGuider(server));
});
afterEach(() => server.close());

const dayIn = (days: number) => dayOf(server.context.clock.nowMs() + days * dayMs);

it("[JN86] either notes what is kept and until when, the other and whoever comes later is told, and the journey's end begins with it", async () => {
  const { reviewId } = house.review;
  const guider = await enterTab(house.guider, reviewId);
  const practitioner = await enterTab((await admitGuest(server, house)).guest, reviewId);
  const planned = { keeps: "Both keep the report.", deletesOn: dayIn(10) };

  const answer = await practitioner.ask("end:plan", planned);
  await guider.until("end:planned", ({ keeps }) => keeps !== "");
  const later = await enterTab((await admitGuest(server, house, "supervisor")).guest, reviewId);
  const found = await later.until("end:planned");
  const refused = await later.ask("end:plan", planned);
  const { journeyId } = house.journey;
  const journey = await house.guider.want("readJourney", { params: { journeyId } });

  expect(answer).toEqual({ ok: true, value: null });
  expect(found).toEqual({ ...planned, latest: dayIn(60) });
  expect(refused).toEqual({ ok: false, reason: "forbidden" });
  expect(journey).toMatchObject({ plannedEnd: planned, end: null });
});

it("[JN86] no day is noted on which clips cannot go, and what was noted stays", async () => {
  const guider = await enterTab(house.guider, house.review.reviewId);
  const before = await guider.until("end:planned");

  for (const deletesOn of [dayIn(-1), dayIn(61)]) {
    expect(await guider.ask("end:plan", { keeps: "", deletesOn })).toEqual({
      ok: false,
      reason: "end-day",
    });
  }

  expect(await guider.ask("end:plan", { keeps: "", deletesOn: before.latest })).toMatchObject({
    ok: true,
  });
});
