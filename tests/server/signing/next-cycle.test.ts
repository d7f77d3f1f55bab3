import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createHash, randomUUID } from "node:crypto";
import { readAims, readEarlierAims } from "#shared/board/read-board.ts";
import { canonicalJson } from "#shared/board/board-content.ts";
import { readBoardContent } from "#shared/board/read-board-content.ts";
import { clipIdSchema, reviewIdSchema } from "#shared/domain/ids.ts";
import { admitGuest, furnishReview, openFirstGuider } from "#tests/helpers/review-house.ts";
import type { ReviewHouse } from "#tests/helpers/review-house.ts";
import type { TestBrowser } from "#tests/helpers/test-browser.ts";
import { startTestServer } from "#tests/helpers/test-server.ts";
import type { TestServer } from "#tests/helpers/test-server.ts";
import { joinBoard, waiting } from "#tests/server/board/join-board.ts";
import { enterTab } from "#tests/server/review-room/room-tab.ts";

let server: TestServer;
let house: ReviewHouse;
beforeEach(async () => {
  server = await startTestServer();
  house = await furnishReview(server, await openFirstGuider(server));
});
afterEach(() => server.close());

/** This browser at the board of a review, with what is on it. */
async function join(browser: TestBrowser, id: string) {
  const reviewId = reviewIdSchema.parse(id);
  const at = { port: server.port, house: { reviewId } };
  const joined = joinBoard(at, { cookie: browser.cookie() }, { origin: server.origin });
  await joined.synced();
  return joined;
}

const readAimsKept = async () =>
  (
    await house.guider.want("readJourney", { params: { journeyId: house.journey.journeyId } })
  ).cycles.map(({ aims }) => aims);

it("[BD58] [BD28] [F4.10] [A20] a cycle's aims are kept with where and when, begin the next board, and hear how they went", async () => {
  const { guider, review, journey } = house;
  const first = await enterTab(guider, review.reviewId);
  await first.ask("aim:add", { commandId: randomUUID(), fromObservationId: null });
  const board = await join(guider, review.reviewId);
  const [aim] = readAims(board.doc);
  aim?.text.insert(0, " Hum back what he hums. ");
  aim?.whereWhen.insert(0, "carpet time");
  await board.sendFence().answered();
  await guider.want("endReview", { params: { reviewId: review.reviewId } });

  const cycle = await guider.want("startCycle", { params: { journeyId: journey.journeyId } });
  const startsAtMs = Math.floor(server.context.clock.nowMs());
  const next = await guider.want("planReview", {
    params: { cycleId: cycle.cycleId },
    body: { startsAtMs },
  });
  await enterTab(guider, next.reviewId);
  const nextBoard = await join(guider, next.reviewId);
  const [earlier] = readEarlierAims(nextBoard.doc);
  earlier?.howDidItGo.insert(0, "He fills it now.");
  await nextBoard.sendFence().answered();
  await guider.want("endReview", { params: { reviewId: next.reviewId } });

  expect(earlier).toMatchObject({ text: "Hum back what he hums.", whereWhen: "carpet time" });
  const kept = { text: "Hum back what he hums.", whereWhen: "carpet time" };
  expect(await readAimsKept()).toEqual([[{ ...kept, howDidItGo: "He fills it now." }], []]);
});

it("[BD63] a second review of a cycle comes back to the first one's aims, and adds to them", async () => {
  const { guider, review, cycleId } = house;
  const write = async (reviewId: string, words: string) => {
    const tab = await enterTab(guider, reviewId);
    await tab.ask("aim:add", { commandId: randomUUID(), fromObservationId: null });
    const board = await join(guider, reviewId);
    const [earlier] = readEarlierAims(board.doc);
    earlier?.howDidItGo.insert(0, "He fills it now.");
    readAims(board.doc)[0]?.text.insert(0, words);
    await board.sendFence().answered();
    await guider.want("endReview", { params: { reviewId } });
    return earlier?.text;
  };
  await write(review.reviewId, "Hum back.");
  const startsAtMs = Math.floor(server.context.clock.nowMs());
  const second = await guider.want("planReview", {
    params: { cycleId },
    body: { startsAtMs, kind: "last" },
  });

  expect(await write(second.reviewId, "Show the team.")).toBe("Hum back.");
  expect(await readAimsKept()).toEqual([
    [
      { text: "Hum back.", whereWhen: "", howDidItGo: "He fills it now." },
      { text: "Show the team.", whereWhen: "", howDidItGo: "" },
    ],
  ]);
});

it("[BD55] [BD57] signed by the two in the room; read by the guider afterwards too, by the practitioner while it is live, by no supervisor", async () => {
  const { guest: practitioner } = await admitGuest(server, house);
  const { guest: supervisor } = await admitGuest(server, house, "supervisor");
  const { guider, review } = house;
  const params = { reviewId: review.reviewId };
  const tabs = [
    await enterTab(guider, review.reviewId),
    await enterTab(practitioner, review.reviewId),
  ];
  const watching = await enterTab(supervisor, review.reviewId);
  const board = await join(guider, review.reviewId);
  const hash = createHash("sha256").update(canonicalJson(readBoardContent(board.doc)));
  const agreement = { isAgreed: true, contentHash: hash.digest("hex") };

  expect(await guider.want("readSignedBoard", { params })).toEqual({
    signed: null,
    goalIds: [],
    places: [],
  });
  expect(await watching.ask("board:agree", agreement)).toMatchObject({ reason: "forbidden" });
  for (const tab of tabs)
    expect(await tab.ask("board:agree", agreement)).toMatchObject({ ok: true });

  await watching.until("ending:changed", ({ signed }) => signed?.version === 1);
  const live = await practitioner.want("readSignedBoard", { params });
  expect(live.signed).toMatchObject({ version: 1, sha256: agreement.contentHash });
  expect((await supervisor.ask("readSignedBoard", { params })).status).toBe(403);
  await guider.want("endReview", { params });
  expect((await practitioner.ask("readSignedBoard", { params })).status).toBe(403);
  expect(await guider.want("readSignedBoard", { params })).toEqual(live);
  await vi.waitFor(() => expect(server.logged()).toContain("board signed"), waiting);
});

it("[BD64] the signed copy is read with its goals in their order, and each moment by its clip and time", async () => {
  const { guest: practitioner } = await admitGuest(server, house);
  const { guider, review, clipId } = house;
  const params = { reviewId: review.reviewId };
  const tabs = [
    await enterTab(guider, review.reviewId),
    await enterTab(practitioner, review.reviewId),
  ] as const;
  const goals: string[] = [];
  for (const text of ["Three turns", "His pace", "More songs"]) {
    const added = await tabs[0].ask("goal:add", { commandId: randomUUID(), text });
    if (added.ok) goals.push(added.value.goalId);
  }
  await tabs[0].command({ kind: "visit", clipId: clipIdSchema.parse(clipId), frame: 30 });
  const { epoch, revision } = tabs[0].timeline() ?? {};
  const held = { commandId: randomUUID(), epoch, revision, clipId, frame: 30 };
  expect(await tabs[0].ask("moment:hold", held)).toMatchObject({ ok: true });
  const board = await join(guider, review.reviewId);
  const hash = createHash("sha256").update(canonicalJson(readBoardContent(board.doc)));
  const agreement = { isAgreed: true, contentHash: hash.digest("hex") };
  for (const tab of tabs) await tab.ask("board:agree", agreement);

  const read = await guider.want("readSignedBoard", { params });
  const [moment] = read.signed?.content.observations ?? [];
  expect(read.goalIds).toEqual(goals);
  expect(read.places).toEqual([
    { observationId: moment?.observationId, clipTitle: "Blocks", positionMs: 1_200 },
  ]);
});
