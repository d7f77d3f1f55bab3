import { afterAll, beforeAll, expect, it } from "vitest";
import type { Report } from "#shared/report/report.ts";
import { openTestBrowser } from "#tests/helpers/test-browser.ts";
import { startTestServer } from "#tests/helpers/test-server.ts";
import type { TestServer } from "#tests/helpers/test-server.ts";
import { buildAim, buildBoard, buildMoment } from "#tests/helpers/build-report.ts";
import { buildPng } from "#tests/helpers/png.ts";
import { admitGuest, furnishReview } from "#tests/helpers/review-house.ts";
import { holdMoment } from "#tests/server/stills/held-moment.ts";
import { openReportHouse, signBoard } from "./report-house.ts";
import type { ReportHouse } from "./report-house.ts";

let server: TestServer;
let house: ReportHouse;
beforeAll(async () => {
  server = await startTestServer();
  house = await openReportHouse(server);
});
afterAll(() => server.close());

const choices = { guiderWords: "Thank you, Callum.", usesInitials: false, withStills: true };
const board = buildBoard({
  observations: [buildMoment({ response: "I waited.", followedBy: "Zara laughed." })],
  aims: [buildAim("Wait for Zara")],
});

/** The practitioner's one report. */
async function ownReport() {
  const [report] = await house.practitioner.want("readOwnReports", house.ofJourney);
  if (report === undefined) throw new Error("there is no report yet");
  return report;
}

async function write(words: string, wellbeing = "") {
  const body = { reviewId: house.review.reviewId, words, wellbeing };
  return await house.practitioner.want("writeInReport", { ...house.ofJourney, body });
}

async function agree(sha256: string, isAgreed = true) {
  const body = { reviewId: house.review.reviewId, sha256, isAgreed };
  return await house.practitioner.ask("agreeToReport", { ...house.ofJourney, body });
}

const exportIt = () => house.guider.ask("exportReport", house.ofReview);
const notAgreed = { status: 409, json: { reason: "report-not-agreed" } };

it("[JN60] is too early while the review goes on unsigned, and then told by the signed board", async () => {
  const early = await house.guider.want("readReport", house.ofReview);
  const refused = await house.guider.ask("keepReport", { ...house.ofReview, body: choices });
  await signBoard(server, house.review.reviewId, board);

  const unmade = await house.guider.want("readReport", house.ofReview);

  expect(early).toMatchObject({ state: "early", report: null });
  expect(refused.json).toEqual({ reason: "report-early" });
  expect(unmade).toMatchObject({ state: "unmade", report: { isSigned: true, cycleNumber: 1 } });
  expect(unmade.report?.moments).toMatchObject([{ response: "I waited.", hasStill: false }]);
  expect(await house.practitioner.want("readOwnReports", house.ofJourney)).toEqual([]);
  expect(await exportIt()).toMatchObject(notAgreed);
});

it("[JN61] is refused to the guider until the practitioner agrees to exactly its words", async () => {
  const made = await house.guider.want("keepReport", { ...house.ofReview, body: choices });
  const { sha256, report } = await ownReport();

  const other = await agree("0".repeat(64));
  const before = await exportIt();
  await agree(sha256);
  const after = await exportIt();

  expect(made).toMatchObject({ state: "waiting", isBehind: false, choices });
  expect(other).toMatchObject({ status: 409, json: { reason: "report-changed" } });
  expect(before).toMatchObject(notAgreed);
  expect(after.json).toMatchObject({ report, sha256 });
});

it("[JN61] any change takes the agreement back, whoever makes it; the same words again do not", async () => {
  await house.guider.want("keepReport", { ...house.ofReview, body: choices });
  expect((await exportIt()).status).toBe(200);

  await house.guider.want("keepReport", {
    ...house.ofReview,
    body: { ...choices, guiderWords: "Other words." },
  });
  const byGuider = await exportIt();
  await house.guider.want("keepReport", { ...house.ofReview, body: choices });
  const back = await exportIt();
  const { sha256 } = await ownReport();
  await agree(sha256);
  const again = await exportIt();
  await write("I was heard.");
  const byPractitioner = await exportIt();
  await agree((await ownReport()).sha256);
  const agreedAgain = await exportIt();
  await agree((await ownReport()).sha256, false);

  expect([byGuider, back, byPractitioner, await exportIt()].map(({ json }) => json)).toEqual(
    Array.from({ length: 4 }, () => notAgreed.json),
  );
  expect([again.status, agreedAgain.status]).toEqual([200, 200]);
});

it("[JN62] what the practitioner puts in reaches the guider with the agreement and not before", async () => {
  const [words, wellbeing] = ["Canary: I was heard.", "Canary: lighter than before."];
  const own = await write(words, wellbeing);
  const before = (await house.guider.ask("readReport", house.ofReview)).text;
  const made = await house.guider.ask("keepReport", { ...house.ofReview, body: choices });

  await agree(own.sha256);
  const after = await house.guider.want("readReport", house.ofReview);

  expect(before + made.text).not.toContain("Canary");
  expect(after).toMatchObject({
    state: "agreed",
    report: { practitionerWords: words, wellbeing },
  });
  expect(server.logged()).not.toContain("Canary");
});

it("[JN60] what is planned after an agreement changes nothing that was agreed", async () => {
  await agree((await ownReport()).sha256);
  await house.guider.want("planReview", {
    params: { cycleId: house.cycleId },
    body: { startsAtMs: house.review.startsAtMs + 604_800_000 },
  });

  const agreed = await house.guider.want("readReport", house.ofReview);
  await agree((await ownReport()).sha256, false);
  const open = await house.guider.want("readReport", house.ofReview);

  expect([agreed, open].map(({ state, isBehind }) => [state, isBehind])).toEqual([
    ["agreed", false],
    ["waiting", true],
  ]);
});

it("[JN60] says when the board was signed anew, and takes it in when the guider makes it again", async () => {
  const aims = [buildAim("Wait for Zara, and hum")];
  await signBoard(server, house.review.reviewId, { ...board, aims });

  const behind = await house.guider.want("readReport", house.ofReview);
  const made = await house.guider.want("keepReport", { ...house.ofReview, body: choices });

  expect(behind).toMatchObject({ isBehind: true, report: { aims: [{ text: "Wait for Zara" }] } });
  expect(made).toMatchObject({
    isBehind: false,
    state: "waiting",
    report: { aims: [{ text: "Wait for Zara, and hum" }] },
  });
});

it("[A21] [JN63] with initials no name leaves, by either door, and what was written is not lost", async () => {
  await write("Zara and I");
  const body = { ...choices, usesInitials: true };
  const made = await house.guider.want("keepReport", { ...house.ofReview, body });
  const own = await ownReport();
  await agree(own.sha256);

  const taken = await exportIt();

  expect(taken.status).toBe(200);
  expect(own.report.practitionerWords).toBe("Z. and I");
  expect(own.own.words).toBe("Zara and I");
  expect(JSON.stringify(made.report)).not.toMatch(/zara|nadia|callum/i);
  expect(taken.text).not.toMatch(/zara|nadia|callum/i);
});

it("[JN61] a report of another journey is not there, nor for a guest who has only a link", async () => {
  const other = await furnishReview(server, house.guider, { childName: "Ben" });
  await house.guider.want("readRoom", { params: { reviewId: other.review.reviewId } });
  const stranger = (await admitGuest(server, other)).guest;
  const { sha256 } = await ownReport();

  const theirs = await stranger.ask("readOwnReports", house.ofJourney);
  const crossed = await stranger.ask("agreeToReport", {
    params: { journeyId: other.journey.journeyId },
    body: { reviewId: house.review.reviewId, sha256, isAgreed: true },
  });
  const nobody = await openTestBrowser(server).ask("readOwnReports", house.ofJourney);

  expect([theirs.status, crossed.status, nobody.status]).toEqual([404, 404, 401]);
});

it("[JN60] a board that was never signed is told as it was when the review ended", async () => {
  const house2 = await furnishReview(server, house.guider, { childName: "Ben" });
  const ofReview = { params: { reviewId: house2.review.reviewId } };
  await house.guider.want("readRoom", ofReview);
  await house.guider.want("endReview", ofReview);

  const { state, report } = await house.guider.want("readReport", ofReview);

  expect(state).toBe("unmade");
  expect(report).toMatchObject({ isSigned: false, moments: [], aims: [] });
});

it("[JN63] a picture is in a report where that was chosen and while everybody in it lets it be kept", async () => {
  const other = await furnishReview(server, house.guider, { childName: "Ben" });
  const { reviewId } = other.review;
  const ofReview = { params: { reviewId } };
  await house.guider.want("readRoom", ofReview);
  const { guest } = await admitGuest(server, other);
  const observationId = await holdMoment(guest, reviewId, 31);
  await guest.send("PUT", `/api/reviews/${reviewId}/observations/${observationId}/still`, {
    body: buildPng(),
    headers: { "content-type": "application/octet-stream" },
  });
  const observations = [buildMoment({ response: "I waited." }, { observationId })];
  await signBoard(server, reviewId, buildBoard({ observations }));
  const isShown = (report: Report | null) => report?.moments[0]?.hasStill;
  const read = async () => isShown((await house.guider.want("readReport", ofReview)).report);
  const make = async (withStills: boolean) => {
    const body = { ...choices, withStills };
    return isShown((await house.guider.want("keepReport", { ...ofReview, body })).report);
  };
  const personId = other.journey.people[0]?.personId ?? "";

  const shown = [await read(), await make(false), await make(true)];
  await house.guider.want("recordPermission", {
    params: { personId },
    body: { purpose: "practitionerKeepsStills", status: "refused" },
  });

  expect([...shown, await read(), await make(true)]).toEqual([false, false, true, false, false]);
});
