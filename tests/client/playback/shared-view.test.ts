import { describe, expect, it } from "vitest";
import { createSharedView } from "#client/features/playback/shared-view.ts";
import { wholeView } from "#shared/playback/view.ts";
import type { View } from "#shared/playback/view.ts";
import { tellMeasured } from "#tests/helpers/measured.ts";
import { simulateRoom } from "#tests/helpers/playback-simulator.ts";
import { buildTimelineClip, callum, nadia, steadyFrames } from "#tests/helpers/timelines.ts";
import { createVirtualTime } from "#tests/helpers/virtual-time.ts";
import { standInLine } from "./line-stand-in.ts";

const clip = buildTimelineClip(steadyFrames(1_500), 60_000);
const farAway = { upMs: 100, downMs: 100, jitterMs: 40 };
const zoomed = (zoom: number): View => ({ zoom, centre: { x: 0.5, y: 0.5 } });

describe("the shared view", () => {
  it("[PB43] [F4.5] is seen at once here and soon there, the last of a drag too, 15 times a second at most", async () => {
    const room = await simulateRoom(clip, { callum: farAway });
    const asked = room.nadia.asked.length;

    for (let n = 1; n <= 100; n += 1) {
      room.nadia.player.setView(zoomed(1 + n / 50));
      expect(room.nadia.player.snapshot().view.zoom).toBeCloseTo(1 + n / 50);
      await room.time.advance(10);
    }
    let ms = 0;
    while (room.callum.player.snapshot().view.zoom !== 3 && ms < 1_000) {
      await room.time.advance(10);
      ms += 10;
    }
    const sent = room.nadia.asked.slice(asked).filter((name) => name === "view:set").length;
    tellMeasured(`a drag of 1 s is sent ${sent} times; its end is there ${ms} ms later`);

    expect(ms).toBeLessThanOrEqual(300);
    expect(sent).toBeGreaterThan(10);
    expect(sent).toBeLessThanOrEqual(16);
  });

  it("[PB43] is the newest one on both screens when both move it at once", async () => {
    const room = await simulateRoom(clip, { callum: farAway });

    for (let n = 0; n < 20; n += 1) {
      room.nadia.player.setView(zoomed(1 + n / 10));
      room.callum.player.setView(zoomed(3 - n / 10));
      await room.time.advance(70);
    }
    await room.time.advance(1_000);

    const views = [room.nadia, room.callum].map(({ player }) => player.snapshot().view);
    expect(views[0]).toEqual(views[1]);
    expect(views[0]).toEqual(
      room.room.welcome({ tabId: nadia, sessionId: nadia, participantId: nadia }).view.view,
    );
  });

  it("[PB43] is there for somebody who comes later", async () => {
    const room = await simulateRoom(clip);
    room.nadia.player.setView(zoomed(2));
    await room.time.advance(500);

    const late = room.join(farAway);
    await room.time.advance(2_000);

    expect(late.player.snapshot().view).toEqual(zoomed(2));
  });

  it("[PB43] belongs to its clip: another one begins whole, and a welcome is believed", async () => {
    const time = createVirtualTime(1_000);
    const line = standInLine();
    const other = buildTimelineClip();
    const view = createSharedView({
      connection: line,
      time,
      roomClipId: () => clip.clipId,
      onChange: () => {},
    });
    view.open();

    view.set(clip.clipId, zoomed(2));
    const own = [view.viewOf(clip.clipId), view.viewOf(other.clipId)];
    line.tell("view:changed", { view: zoomed(3), by: callum });
    const theirs = view.viewOf(clip.clipId);
    view.set(clip.clipId, zoomed(4));
    line.tell("room:welcomed", line.welcome);
    line.tell("view:changed", { view: wholeView, by: null });

    expect(own).toEqual([zoomed(2), wholeView]);
    expect(theirs).toEqual(zoomed(3));
    expect(view.viewOf(clip.clipId)).toEqual(wholeView);
  });
});
