import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { clipIdSchema } from "#shared/domain/ids.ts";
import { enterTab, holdBack, showFrame } from "./room-tab.ts";
import { furnishReview, openFirstGuider } from "#tests/helpers/review-house.ts";
import type { ReviewHouse } from "#tests/helpers/review-house.ts";
import { noLimits, startTestServer } from "#tests/helpers/test-server.ts";
import type { TestServer } from "#tests/helpers/test-server.ts";

let server: TestServer;
let house: ReviewHouse;
beforeEach(async () => {
  server = await startTestServer({ limits: { http: noLimits.http ?? {} } });
  house = await furnishReview(server, await openFirstGuider(server));
});
afterEach(async () => {
  house.guider.close();
  await server.close();
});

it("[PB11] twenty quick pings, as after each connect, are all answered with the limits of every day", async () => {
  const tab = await enterTab(house.guider, house.review.reviewId);

  const answers = await Promise.all(Array.from({ length: 20 }, () => tab.ask("clock:ping", {})));

  expect(answers.filter(({ ok }) => ok)).toHaveLength(20);
});

it("[PB5] an arrow key held for twenty seconds is never refused, nor the pause after it", async () => {
  const tab = await enterTab(house.guider, house.review.reviewId);
  const clipId = clipIdSchema.parse(house.clipId);
  const betweenMovesMs = 80;

  const answers = [];
  for (let ms = 0; ms < 20_000; ms += betweenMovesMs) {
    const frames = (ms / betweenMovesMs) % 2 === 0 ? 1 : -1;
    answers.push(await tab.command({ kind: "step", clipId, frames }));
    await tab.until("playback:changed");
    answers.push(await showFrame(tab));
    if (ms % 1_000 < betweenMovesMs) {
      const report = {
        picture: "ready",
        frame: null,
        roundTripMs: 40,
        startLatencyMs: 20,
        beatAtServerMs: null,
      };
      answers.push(await tab.ask("member:report", report));
      answers.push(await tab.ask("clock:ping", {}));
    }
    server.advance(betweenMovesMs);
  }
  answers.push(await tab.command({ kind: "pause", clipId, frame: 1 }));

  expect(answers.filter((answer) => (answer as { ok: boolean }).ok)).toHaveLength(answers.length);
  expect(tab.timeline()).toMatchObject({ revision: 250, motion: { kind: "paused", frame: 0 } });
});

it("[RM8] a slow disk never leaves an older state of a room behind a newer one", async () => {
  const rooms = server.context.stores.rooms as unknown as Record<string, unknown>; // its methods, by name
  const { reviewId } = house.review;
  const tab = await enterTab(house.guider, reviewId);
  const { reached, release } = holdBack(rooms, "save");
  const clipId = clipIdSchema.parse(house.clipId);

  await tab.command({ kind: "step", clipId, frames: 1 });
  await reached;
  const later = vi.spyOn(server.context.stores.rooms, "save");
  await tab.command({ kind: "step", clipId, frames: 4 });
  const whileWaiting = later.mock.calls.length;
  release();
  await vi.waitFor(() => expect(later).toHaveBeenCalledTimes(1));
  await later.mock.results[0]?.value;

  const stored = await server.context.stores.rooms.load(house.review.reviewId);
  expect(whileWaiting).toBe(0);
  expect(stored?.state).toContain('"frame":5');
});

it("[RM16] the server asks everybody in a room for a sign, again and again", async () => {
  const tab = await enterTab(house.guider, house.review.reviewId);

  await vi.waitFor(() => expect(tab.told("beat:asked").length).toBeGreaterThan(1), {
    timeout: 5_000,
  });

  expect(await tab.ask("clock:ping", {})).toMatchObject({ ok: true });
});
