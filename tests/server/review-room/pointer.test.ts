import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { eventRates } from "#server/realtime/event-limits.ts";
import { clipIdSchema } from "#shared/domain/ids.ts";
import { enterTab } from "./room-tab.ts";
import { admitGuest, furnishReview, openFirstGuider } from "#tests/helpers/review-house.ts";
import type { ReviewHouse } from "#tests/helpers/review-house.ts";
import type { TestBrowser } from "#tests/helpers/test-browser.ts";
import { noLimits, startTestServer } from "#tests/helpers/test-server.ts";
import type { TestServer } from "#tests/helpers/test-server.ts";
import { nadia } from "#tests/helpers/timelines.ts";
import { minuteClip, openRoomInTime } from "./room-in-time.ts";

const at = { x: 0.123456789, y: 0.987654321 };

describe("a ring on the picture", () => {
  it("[PB34] is told as it is, with whose it is and on which clip; null takes it away", () => {
    const { room, told } = openRoomInTime();

    room.point(nadia, { clipId: minuteClip.clipId, at });
    room.point(nadia, { clipId: minuteClip.clipId, at: null });

    const by = { by: nadia, clipId: minuteClip.clipId };
    const moves = told.filter(({ name }) => name === "pointer:moved");
    expect(moves.map(({ message }) => message)).toEqual([
      { ...by, at },
      { ...by, at: null },
    ]);
  });

  it("[PB34] is not told for another clip or under a cover, and nothing of it is stored", () => {
    const { room, lastTold, saved } = openRoomInTime();
    const before = saved.length;

    room.point(nadia, { clipId: clipIdSchema.parse(randomUUID()), at });
    room.putCover(nadia);
    const outcome = room.point(nadia, { clipId: minuteClip.clipId, at });

    expect(outcome).toEqual({ ok: false, reason: "covered" });
    expect(lastTold("pointer:moved")).toBeUndefined();
    expect(saved).toHaveLength(before + 1); // the cover
  });
});

describe("over real sockets, with the limits of every day", () => {
  let server: TestServer;
  let house: ReviewHouse;
  let reviewId: string;
  let clipId: ReturnType<typeof clipIdSchema.parse>;
  let browsers: TestBrowser[];
  beforeEach(async () => {
    server = await startTestServer({ limits: { http: noLimits.http ?? {} } });
    house = await furnishReview(server, await openFirstGuider(server));
    ({ reviewId } = house.review);
    clipId = clipIdSchema.parse(house.clipId);
    browsers = [house.guider];
  });
  afterEach(async () => {
    for (const browser of browsers) browser.close();
    await server.close();
  });

  async function admit(role: "practitioner" | "supervisor") {
    const { guest } = await admitGuest(server, house, role);
    browsers.push(guest);
    return enterTab(guest, reviewId);
  }

  it("[PB34] [F4.5] a pointer and a view reach the other side", async () => {
    const guider = await enterTab(house.guider, reviewId);
    const practitioner = await admit("practitioner");
    const view = { zoom: 3, centre: { x: 0.4, y: 0.6 } };

    await guider.ask("pointer:move", { clipId, at });
    await guider.ask("view:set", { clipId, view });

    expect(await practitioner.until("pointer:moved")).toMatchObject({ clipId, at });
    expect(await practitioner.until("view:changed")).toMatchObject({ view });
  });

  it("[PB34] [PB3] a hand that moves the pointer and the view without end never costs a pause", async () => {
    const guider = await enterTab(house.guider, reviewId);
    await guider.command({ kind: "play" });
    const view = { zoom: 2, centre: { x: 0.5, y: 0.5 } };

    const answers = await Promise.all([
      ...Array.from({ length: 80 }, () => guider.ask("pointer:move", { clipId, at })),
      ...Array.from({ length: 80 }, () => guider.ask("view:set", { clipId, view })),
    ]);
    const pause = await guider.command({ kind: "pause", clipId, frame: 3 });

    const admitted = answers.filter(({ ok }) => ok).length;
    expect(admitted).toBeGreaterThanOrEqual(eventRates.pointer.burst + eventRates.view.burst);
    expect(answers).toContainEqual({ ok: false, reason: "too-many-requests" });
    expect(pause).toMatchObject({ ok: true, value: { timeline: { motion: { kind: "paused" } } } });
  });

  it("[PB34] [PB35] a supervisor neither points nor zooms nor goes on without somebody, but may look on their own", async () => {
    const guider = await enterTab(house.guider, reviewId);
    const supervisor = await admit("supervisor");
    const view = { zoom: 2, centre: { x: 0.5, y: 0.5 } };

    const refused = [
      await supervisor.ask("pointer:move", { clipId, at }),
      await supervisor.ask("view:set", { clipId, view }),
      await supervisor.ask("gate:pass", {}),
    ];
    const own = await supervisor.ask("own:look", { isOnOwn: true });
    await guider.until("members:changed", (members) => members.some(({ isOnOwn }) => isOnOwn));

    expect(refused).toEqual(Array(3).fill({ ok: false, reason: "forbidden" }));
    expect(own).toMatchObject({ ok: true });
    expect(guider.told("pointer:moved")).toEqual([]);
    expect(guider.told("view:changed")).toEqual([]);
  });
});
