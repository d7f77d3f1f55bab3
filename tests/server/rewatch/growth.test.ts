import { afterAll, beforeAll, expect, it } from "vitest";
import { buildAim, buildBoard, buildMoment } from "#tests/helpers/build-report.ts";
import { startTestServer } from "#tests/helpers/test-server.ts";
import type { TestServer } from "#tests/helpers/test-server.ts";
import { openReportHouse, signBoard } from "#tests/server/report/report-house.ts";
import type { ReportHouse } from "#tests/server/report/report-house.ts";

let server: TestServer;
let house: ReportHouse;
beforeAll(async () => {
  server = await startTestServer();
  house = await openReportHouse(server);
  const journey = await house.guider.want("readJourney", house.ofJourney);
  const inviteId = journey.cycles[0]?.reviews[0]?.invites[0]?.inviteId ?? "";
  const anchor = { clipId: house.clipId, clipRev: "a".repeat(64), frame: 0 };
  const observations = [
    buildMoment({ response: "I leaned in." }, { anchor }),
    buildMoment({ response: "I waited." }, { anchor, pinnedBy: [inviteId] }),
  ];
  const aims = [buildAim("Wait for Zara")];
  await signBoard(server, house.review.reviewId, buildBoard({ observations, aims }));
});
afterAll(() => server.close());

const own = () => house.practitioner.want("readOwnGrowth", house.ofJourney);
const guiders = () => house.guider.want("readGrowth", house.ofJourney);

it("[F5.2] [N12] [JN50] both read the same strip: the moment the practitioner pinned, in its words", async () => {
  const { strip } = await own();

  expect(strip).toMatchObject([
    { cycleNumber: 1, moment: { isPinned: true, words: ["I waited."], still: "none" } },
  ]);
  expect((await guiders()).strip).toEqual(strip);
});

it("[F5.2] [JN54] the guider has every clip side by side, the practitioner those opened for them", async () => {
  const closed = [await guiders(), await own()];
  const closesAtMs = Math.floor(server.context.clock.nowMs()) + 3_600_000;
  const params = { clipId: house.clipId };
  await house.guider.want("openRewatch", { params, body: { closesAtMs } });

  const open = [await guiders(), await own()];
  await house.guider.want("closeRewatch", { params });

  const untilOf = (growths: typeof open) =>
    growths.map(({ clips }) => clips.map(({ openUntilMs }) => openUntilMs));
  expect(untilOf(closed)).toEqual([[null], []]);
  expect(untilOf(open)).toEqual([[closesAtMs], [closesAtMs]]);
  expect(open[1]?.clips[0]).not.toHaveProperty("why");
  expect((await own()).strip[0]?.moment?.seenAgain).toBe("opened");
});

it("[JN54] nobody reads the other's page of it", async () => {
  const asked = [
    await house.guider.ask("readOwnGrowth", house.ofJourney),
    await house.practitioner.ask("readGrowth", house.ofJourney),
    await house.practitioner.ask("readRewatches", house.ofJourney),
  ];

  expect(asked.map(({ status }) => status)).toEqual([403, 403, 403]);
});
