import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, it } from "vitest";
import { clipIdSchema, observationIdSchema, reviewIdSchema } from "#shared/domain/ids.ts";
import { newId } from "#tests/helpers/build-records.ts";
import { buildBoard, buildMoment } from "#tests/helpers/build-report.ts";
import { admitGuest, furnishReview } from "#tests/helpers/review-house.ts";
import { startTestServer } from "#tests/helpers/test-server.ts";
import type { TestServer } from "#tests/helpers/test-server.ts";
import { openReportHouse, signBoard } from "#tests/server/report/report-house.ts";
import type { ReportHouse } from "#tests/server/report/report-house.ts";

const canary = "only-mine-canary";
let server: TestServer;
let house: ReportHouse;
beforeEach(async () => {
  server = await startTestServer();
  house = await openReportHouse(server);
});
afterEach(() => server.close());

it("[JN34] the own place tells aims and notes to their writer, and to no guider or other practitioner", async () => {
  const { practitioner, guider, ofJourney } = house;
  const { reviewId } = house.review;
  await practitioner.want("keepMyNote", {
    params: { reviewId },
    body: { observationId: null, words: canary },
  });

  const cycles = await practitioner.want("readOwnCycles", ofJourney);
  const strangers = await furnishReview(server, guider);
  const stranger = (await admitGuest(server, strangers)).guest;
  const others = [
    await guider.ask("readOwnCycles", ofJourney),
    await guider.ask("readOwnHeld", ofJourney),
    await stranger.ask("readOwnCycles", ofJourney),
    await stranger.ask("readOwnHeld", ofJourney),
  ];

  expect(cycles[0]).toMatchObject({ number: 1, notes: [canary] });
  expect(others.map(({ status }) => status)).toEqual([403, 403, 404, 404]);
  for (const { text } of others) expect(text).not.toContain(canary);
});

it("[JN39] [T3] the moments the practitioner pinned stand in their place by clip and time, and no other moment", async () => {
  const { practitioner, ofJourney, guider, clipId, review } = house;
  const journey = await guider.want("readJourney", ofJourney);
  const inviteId = journey.cycles[0]?.reviews[0]?.invites[0]?.inviteId ?? "";
  const anchor = { clipId, clipRev: "a".repeat(64), frame: 2 };
  const pinned = buildMoment({ response: "I waited." }, { anchor, pinnedBy: [inviteId] });
  const gone = buildMoment({ meaning: "Look!" }, { pinnedBy: [inviteId] });
  const others = buildMoment({ response: canary }, { anchor, pinnedBy: [newId.participant()] });
  const before = await practitioner.want("readOwnCycles", ofJourney);

  const observations = [pinned, others, gone];
  await signBoard(server, review.reviewId, buildBoard({ observations }));
  const after = await practitioner.ask("readOwnCycles", ofJourney);

  expect(before[0]?.moments).toEqual([]);
  expect(after.json).toMatchObject([
    {
      moments: [
        {
          observationId: pinned.observationId,
          clipTitle: "Blocks",
          positionMs: expect.any(Number) as number,
          words: ["I waited."],
          hasStill: false,
        },
        { observationId: gone.observationId, clipTitle: "", positionMs: null, words: ["Look!"] },
      ],
    },
  ]);
  expect(after.text).not.toContain(canary);
});

it("[JN39] a moment has its picture there only while everybody in shot lets the practitioner keep it", async () => {
  const { practitioner, ofJourney, guider } = house;
  const reviewId = reviewIdSchema.parse(house.review.reviewId);
  const clipId = clipIdSchema.parse(house.clipId);
  const journey = await guider.want("readJourney", ofJourney);
  const inviteId = journey.cycles[0]?.reviews[0]?.invites[0]?.inviteId ?? "";
  const anchor = { clipId, clipRev: "a".repeat(64), frame: 2 };
  const moment = buildMoment({}, { anchor, pinnedBy: [inviteId] });
  await signBoard(server, reviewId, buildBoard({ observations: [moment] }));
  const still = {
    reviewId,
    clipId,
    observationId: observationIdSchema.parse(moment.observationId),
    frame: 2,
    width: 320,
    height: 180,
    bytes: 900,
    sha256: "5".repeat(64),
    file: { fileName: `${randomUUID()}.still`, wrappedKey: new Uint8Array(60).fill(7) },
  };
  await server.context.stores.stills.add(still, server.context.clock.nowMs());
  const hasStill = async () =>
    (await practitioner.want("readOwnCycles", ofJourney))[0]?.moments[0]?.hasStill;

  const allowed = await hasStill();
  await guider.want("recordPermission", {
    params: { personId: journey.people[0]?.personId ?? "" },
    body: { purpose: "practitionerKeepsStills", status: "withdrawn" },
  });

  expect([allowed, await hasStill()]).toEqual([true, false]);
});

it("[JN35] a practitioner takes an own permission back from there; it is in force at once, and nobody else's changes", async () => {
  const { practitioner, guider, ofJourney, journey } = house;

  const before = await practitioner.want("readOwnHeld", ofJourney);
  const after = await practitioner.want("withdrawOwn", {
    ...ofJourney,
    body: { purpose: "sharedReview" },
  });
  const { people } = await guider.want("readJourney", ofJourney);

  expect(before.people.map(({ permissions }) => permissions.sharedReview)).toEqual(["given"]);
  expect(after.people.map(({ permissions }) => permissions.sharedReview)).toEqual(["withdrawn"]);
  expect(people.map(({ relation, permissions }) => [relation, permissions.sharedReview])).toEqual(
    journey.people.map(({ relation }) => [
      relation,
      relation === "practitioner" ? "withdrawn" : "given",
    ]),
  );
});

it("[JN37] whoever is let in by another practitioner's link of the same review gets nothing of what is kept there", async () => {
  const { practitioner, ofJourney } = house;
  const { reviewId } = house.review;
  await practitioner.want("keepMyNote", {
    params: { reviewId },
    body: { observationId: null, words: canary },
  });

  const { guest: second } = await admitGuest(server, house);
  const answers = [
    await second.ask("readOwnCycles", ofJourney),
    await second.ask("readOwnCheckIns", ofJourney),
    await second.ask("readOwnReports", ofJourney),
    await second.ask("readSummary", ofJourney),
    await second.ask("readOwnHeld", ofJourney),
  ];

  expect((await second.ask("readRoom", { params: { reviewId } })).status).toBe(200);
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
  for (const { text } of answers) expect(text).not.toContain(canary);
  expect((await practitioner.want("readOwnCycles", ofJourney))[0]?.notes).toEqual([canary]);
});
