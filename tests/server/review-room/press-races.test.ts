import { afterEach, beforeEach, expect, it } from "vitest";
import { clipIdSchema } from "#shared/domain/ids.ts";
import type { TimelineCommand } from "#shared/playback/timeline.ts";
import { enterTab } from "./room-tab.ts";
import type { RoomTab } from "./room-tab.ts";
import { admitGuest, furnishReview, openFirstGuider } from "#tests/helpers/review-house.ts";
import type { TestBrowser } from "#tests/helpers/test-browser.ts";
import { startTestServer } from "#tests/helpers/test-server.ts";
import type { TestServer } from "#tests/helpers/test-server.ts";

const races = 1_000;

let server: TestServer;
let browsers: TestBrowser[];

beforeEach(async () => {
  server = await startTestServer();
  browsers = [];
});
afterEach(async () => {
  for (const browser of browsers) browser.close();
  await server.close();
});

type Dice = (below: number) => number;
type ClipId = ReturnType<typeof clipIdSchema.parse>;

/** Numbers below `below`, the same each run. */
function createDice(seed: number): Dice {
  let state = seed;
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

function report(tab: RoomTab, picture: "ready" | "loading") {
  const message = {
    picture,
    frame: null,
    roundTripMs: 200,
    startLatencyMs: 40,
    beatAtServerMs: null,
  };
  return tab.ask("member:report", message);
}

const anyPress: readonly ((dice: Dice, clipId: ClipId) => TimelineCommand)[] = [
  () => ({ kind: "play" }),
  (dice, clipId) => ({ kind: "seek", clipId, frame: dice(60) }),
  (dice, clipId) => ({ kind: "step", clipId, frames: dice(9) - 4 }),
  (dice) => ({ kind: "rate", rate: dice(2) === 0 ? 0.5 : 1 }),
  (dice) => ({ kind: "repeat", repeat: dice(2) === 0 }),
  (dice, clipId) => ({
    kind: "loop",
    clipId,
    loop: { firstFrame: dice(20), lastFrame: 32 + dice(20) },
  }),
  (_dice, clipId) => ({ kind: "loop", clipId, loop: null }),
  (dice, clipId) => ({ kind: "again", clipId, frame: dice(60) }),
];

/** Waits until each page has heard what was told before. */
async function settle(tabs: readonly RoomTab[]): Promise<void> {
  for (const tab of tabs) await tab.ask("clock:ping", {});
}

it(`[F4.3] [PB30] [PB3] in ${races} races a pause wins over whatever the other presses, both are told the same and no press is lost`, async () => {
  const guider = await openFirstGuider(server);
  const house = await furnishReview(server, guider);
  const { guest } = await admitGuest(server, house);
  browsers.push(guider, guest);
  const clipId = clipIdSchema.parse(house.clipId);
  const nadia = await enterTab(guider, house.review.reviewId);
  const callum = await enterTab(guest, house.review.reviewId);
  const both = [nadia, callum];
  await report(nadia, "ready");
  const dice = createDice(11);
  const answers = [];

  for (let race = 0; race < races; race += 1) {
    const [pauser, presser] = dice(2) === 0 ? [nadia, callum] : [callum, nadia];
    const from = dice(3); // 0: at rest, 1: playing, 2: a play waits for Callum
    server.advance(1_000);
    await report(callum, from === 2 ? "loading" : "ready");
    if (from > 0) await nadia.command({ kind: "play" });
    await settle(both);
    const before = nadia.timeline()?.motion.kind;
    const isFirst = dice(2) === 0;

    const press = () => {
      const choose = anyPress[dice(anyPress.length)] ?? (() => ({ kind: "play" }));
      return presser.command(choose(dice, clipId));
    };
    const early = isFirst ? press() : null;
    const paused = pauser.command({ kind: "pause", clipId, frame: dice(60) });
    const opened = report(callum, "ready");
    answers.push(await (early ?? press()));
    await Promise.all([paused, opened]);
    await settle(both);

    expect(before).toBe(from === 1 ? "playing" : "paused");
    expect(await paused).toMatchObject({ ok: true });
    expect(nadia.timeline()).toEqual(callum.timeline());
    expect([race, nadia.timeline()?.motion.kind]).toEqual([race, "paused"]);
    expect(nadia.told("gate:changed").at(-1)?.gate ?? null).toBeNull();
  }

  const refusals = answers.flatMap((answer) => (answer.ok ? [] : [answer.reason]));
  expect([...new Set(refusals)].toSorted()).toEqual(["playing-now", "stale-revision"]);
  for (const tab of both) {
    const revisions = tab.told("playback:changed").map(({ timeline }) => timeline?.revision ?? -1);
    const [first = -1] = revisions;
    expect(revisions).toEqual(revisions.map((_, n) => first + n));
  }
}, 180_000);
