import { dirname } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { noAnswers } from "#shared/domain/check-in.ts";
import type { CheckInPlace } from "#shared/domain/check-in.ts";
import { reviewIdSchema } from "#shared/domain/ids.ts";
import { httpApi } from "#shared/protocol/http-api.ts";
import type { RouteName } from "#shared/protocol/http-api.ts";
import { filesWith } from "#tests/helpers/files-with.ts";
import { admitGuest, furnishReview } from "#tests/helpers/review-house.ts";
import { startTestServer } from "#tests/helpers/test-server.ts";
import type { TestServer } from "#tests/helpers/test-server.ts";
import { openReportHouse } from "#tests/server/report/report-house.ts";
import type { ReportHouse } from "#tests/server/report/report-house.ts";

const canary = "frazzled-canary";
let server: TestServer;
let house: ReportHouse;
let before: CheckInPlace;
beforeEach(async () => {
  server = await startTestServer();
  house = await openReportHouse(server);
  before = { moment: "before", reviewId: reviewIdSchema.parse(house.review.reviewId) };
});
afterEach(() => server.close());

const answers = { confidence: 1, growth: 2, restoration: null, readiness: 0, word: canary };
const keep = (place: CheckInPlace = before) =>
  house.practitioner.want("keepCheckIn", { ...house.ofJourney, body: { place, answers } });
const share = (isShared: boolean) =>
  house.practitioner.want("shareCheckIn", {
    ...house.ofJourney,
    body: { place: before, isShared },
  });
const guiders = () => house.guider.want("readSharedCheckIns", house.ofJourney);

it("[T1] [JN30] what a practitioner checks in with is their own: a skipped element stays nothing, and no 0", async () => {
  const [kept] = await keep();

  expect(kept).toMatchObject({ ...before, cycleNumber: 1, answers, isShared: false });
  expect(kept?.answers.restoration).toBeNull();
  expect(await house.practitioner.want("readOwnCheckIns", house.ofJourney)).toEqual([kept]);
});

it("[T1] [JN31] the guider gets not a word of it before it is shared, and none once it is not any more", async () => {
  await keep();

  const hidden = await guiders();
  await share(true);
  const shown = await guiders();
  const [again] = await keep();
  await share(false);
  const hiddenAgain = await guiders();

  expect([hidden, shown, hiddenAgain].map(([one]) => one?.answers)).toEqual([null, answers, null]);
  expect(again?.isShared).toBe(true); // other words at the same moment stay shared
});

it("[T1] [JN31] no route a guider may ask tells a word that is not shared", async () => {
  await keep();
  const journeyId = house.journey.journeyId;
  const ids = { journeyId, reviewId: house.review.reviewId, clipId: house.clipId };

  const told = [];
  for (const [name, route] of Object.entries(httpApi)) {
    const [param] = Object.keys(route.params.shape);
    const isAsked = route.method === "GET" && (param === undefined || param in ids);
    if (!isAsked) continue;
    const reply = await house.guider.ask(name as RouteName, { params: ids } as never); // each takes what it needs
    told.push(JSON.stringify(reply.json ?? ""));
  }

  expect(told.length).toBeGreaterThan(12);
  expect(told.filter((words) => words.includes(canary))).toEqual([]);
});

it("[T1] [JN32] it lies sealed on the disk, and its words are in no log", async () => {
  await keep();
  await share(true);

  const folder = dirname(server.context.config.DATA_DIR); // where a test's database lies
  expect(await filesWith(folder, "Zara")).toBeGreaterThan(0);
  expect(await filesWith(folder, canary)).toBe(0);
  expect(server.logged()).not.toContain(canary);
});

it("[JN30] [JN43] a review of another journey is not there, and a follow-up before any review was held is told to be early", async () => {
  const other = await furnishReview(server, house.guider, { childName: "Ben" });
  const { guest } = await admitGuest(server, other);
  const tried = [
    { moment: "after", reviewId: reviewIdSchema.parse(other.review.reviewId) },
    { moment: "followUp", reviewId: null },
  ] satisfies CheckInPlace[];

  for (const place of tried) {
    const body = { place, answers: noAnswers };
    const reply = await house.practitioner.ask("keepCheckIn", { ...house.ofJourney, body });
    const reason = place.moment === "followUp" ? "check-in-early" : "not-found";
    expect(reply.json).toEqual({ reason });
  }

  expect((await guest.ask("readOwnCheckIns", house.ofJourney)).status).toBe(404);
  const { reviewId } = await house.guider.want("planReview", {
    params: { cycleId: house.cycleId },
    body: { startsAtMs: Math.floor(server.context.clock.nowMs()) + 3_600_000 },
  });
  const body = { place: { moment: "after" as const, reviewId }, answers: noAnswers };
  const early = await house.practitioner.ask("keepCheckIn", { ...house.ofJourney, body });
  expect(early.json).toEqual({ reason: "check-in-early" });
  await house.guider.want("endReview", house.ofReview);
  expect(await keep({ moment: "followUp", reviewId: null })).toMatchObject([
    { moment: "followUp", cycleNumber: null },
  ]);
});

it("[T1] [T3] [JN33] nothing adds the elements up: no answer of any route has a total, a mean or a count of them", () => {
  const shapes = JSON.stringify(
    Object.values(httpApi).map(({ answer }) =>
      answer === null ? null : answer.toJSONSchema({ unrepresentable: "any" }),
    ),
  );

  expect(shapes).toContain('"restoration"');
  expect(shapes.match(/"(total|sum|mean|average|score|wellbeing\w*(Total|Score))"/gi)).toBeNull();
});
