import { afterEach, beforeEach, expect, it } from "vitest";
import { agendaOf, agendaSteps } from "#shared/domain/agenda.ts";
import { admitGuest, furnishReview, openFirstGuider } from "#tests/helpers/review-house.ts";
import type { ReviewHouse } from "#tests/helpers/review-house.ts";
import { startTestServer } from "#tests/helpers/test-server.ts";
import type { TestServer } from "#tests/helpers/test-server.ts";
import { openRoomInTime } from "./room-in-time.ts";
import { enterTab } from "./room-tab.ts";
import { nadia } from "#tests/helpers/timelines.ts";

let server: TestServer;
let house: ReviewHouse;
beforeEach(async () => {
  server = await startTestServer();
  house = await furnishReview(server, await openFirstGuider(server));
});
afterEach(() => server.close());

it("[JN40] each kind of meeting has its steps; the first cycle has no last aims to come back to", () => {
  expect(agendaOf("review", 2)).toEqual(agendaSteps.review);
  expect(agendaOf("review", 1)).toEqual(agendaSteps.review.filter((step) => step !== "lastAims"));
  expect(agendaOf("focus", 1)).not.toContain("clips");
  expect(agendaOf("last", 3)).toEqual(expect.arrayContaining(["thenAndNow", "deletion"]));
});

it("[JN40] either says where the meeting is, the supervisor cannot, and whoever comes later is told; nothing else moves", async () => {
  const { reviewId } = house.review;
  const guider = await enterTab(house.guider, reviewId);
  const practitioner = await enterTab((await admitGuest(server, house)).guest, reviewId);
  const before = guider.timeline();

  const byGuider = await guider.ask("agenda:go", { step: "helpingQuestion" });
  await practitioner.until("agenda:changed", ({ step }) => step === "helpingQuestion");
  const byPractitioner = await practitioner.ask("agenda:go", { step: "clips" });
  await guider.until("agenda:changed", ({ step }) => step === "clips");
  const later = await enterTab((await admitGuest(server, house, "supervisor")).guest, reviewId);
  const found = await later.until("agenda:changed", ({ step }) => step !== null);
  const bySupervisor = await later.ask("agenda:go", { step: "aims" });

  expect([byGuider, byPractitioner]).toEqual([
    { ok: true, value: null },
    { ok: true, value: null },
  ]);
  expect(found.step).toBe("clips");
  expect(bySupervisor).toEqual({ ok: false, reason: "forbidden" });
  expect(guider.timeline()).toEqual(before);
});

it("[JN40] a room that opens again after a restart is where the meeting was", () => {
  const first = openRoomInTime();
  first.room.agenda.go("aims", nadia);

  const again = openRoomInTime({ stored: first.saved.at(-1) ?? null });

  expect(again.room.agenda.now).toEqual({ step: "aims", by: nadia });
});
