import { afterEach, beforeEach, expect, it } from "vitest";
import { admitGuest, furnishReview, openFirstGuider } from "#tests/helpers/review-house.ts";
import type { ReviewHouse } from "#tests/helpers/review-house.ts";
import { startTestServer } from "#tests/helpers/test-server.ts";
import type { TestServer } from "#tests/helpers/test-server.ts";
import { enterTab } from "./room-tab.ts";

let server: TestServer;
let house: ReviewHouse;
beforeEach(async () => {
  server = await startTestServer();
  house = await furnishReview(server, await openFirstGuider(server));
});
afterEach(() => server.close());

it("[JN41] either notes the next film, the other and whoever comes later is told, and it stands on the journey's page", async () => {
  const { reviewId } = house.review;
  const guider = await enterTab(house.guider, reviewId);
  const practitioner = await enterTab((await admitGuest(server, house)).guest, reviewId);
  const film = { nextOn: "2026-12-01", nextWhat: "Snack" };

  const answer = await practitioner.ask("film:plan", film);
  await guider.until("film:planned", ({ nextWhat }) => nextWhat === "Snack");
  const later = await enterTab((await admitGuest(server, house, "supervisor")).guest, reviewId);
  const found = await later.until("film:planned");
  const refused = await later.ask("film:plan", film);
  const { journeyId } = house.journey;
  const journey = await house.guider.want("readJourney", { params: { journeyId } });

  expect(answer).toEqual({ ok: true, value: null });
  expect(found).toEqual(film);
  expect(refused).toEqual({ ok: false, reason: "forbidden" });
  expect(journey.cycles[0]?.reviews[0]).toMatchObject(film);
});
