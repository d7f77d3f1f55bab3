import { expect, it } from "vitest";
import { noPlace } from "#shared/domain/agenda.ts";
import { newFirst } from "#server/review-room/first-state.ts";
import { parseRoomRecord } from "#server/review-room/room-record.ts";
import { wholeView } from "#shared/playback/view.ts";
import { buildTimelineClip, callum, nadia } from "#tests/helpers/timelines.ts";
import { minuteClip, openRoomInTime, tabOf } from "./room-in-time.ts";

const { clipId } = minuteClip;
const close = { zoom: 2, centre: { x: 0.25, y: 0.75 } };
const closer = { zoom: 4, centre: { x: 0.5, y: 0.5 } };

it("[PB33] [F4.5] the newest view counts, and both are told whose it is", () => {
  const { room, told, lastTold } = openRoomInTime();

  room.setView(nadia, clipId, close);
  room.setView(callum, clipId, closer);
  room.setView(nadia, clipId, closer);

  expect(told.filter(({ name }) => name === "view:changed")).toHaveLength(2);
  expect(lastTold("view:changed")).toEqual({ view: closer, by: callum });
});

it("[PB33] [F4.5] somebody who comes later gets the view and the loop with the welcome", () => {
  const { room, press } = openRoomInTime();
  press(nadia, { kind: "loop", clipId, loop: { firstFrame: 10, lastFrame: 60 } });
  room.setView(nadia, clipId, close);

  expect(room.welcome(tabOf(callum, "another"))).toMatchObject({
    view: { view: close, by: nadia },
    timeline: { loop: { firstFrame: 10, lastFrame: 60 } },
  });
});

it("[PB33] never shows what lies beside the picture", () => {
  const { room, lastTold } = openRoomInTime();

  room.setView(nadia, clipId, { zoom: 2, centre: { x: 0, y: 1 } });

  expect(lastTold("view:changed")).toEqual({ view: close, by: nadia });
});

it("[PB33] another clip begins whole, also one that comes because the first is gone", () => {
  const other = buildTimelineClip();
  const opened = openRoomInTime({ clips: [minuteClip, other] });
  const emptied = openRoomInTime();
  for (const { room } of [opened, emptied]) room.setView(nadia, clipId, close);

  opened.press(nadia, { kind: "clip", clipId: other.clipId });
  opened.room.setView(callum, clipId, closer);
  emptied.room.setClips([other]);

  for (const { lastTold } of [opened, emptied]) {
    expect(lastTold("view:changed")).toEqual({ view: wholeView, by: null });
  }
});

it("[PB33] a seek, a step and a pause leave it as it is", () => {
  const { room, press } = openRoomInTime();
  room.setView(nadia, clipId, close);

  press(callum, { kind: "seek", clipId, frame: 90 });
  press(callum, { kind: "step", clipId, frames: 1 });
  press(callum, { kind: "clip", clipId });

  expect(room.welcome(tabOf(nadia)).view).toEqual({ view: close, by: nadia });
});

it("[PB33] under a cover it cannot be changed", () => {
  const { room, lastTold } = openRoomInTime();
  room.putCover(callum);

  const outcome = room.setView(nadia, clipId, close);

  expect(outcome).toEqual({ ok: false, reason: "covered" });
  expect(lastTold("view:changed")).toBeUndefined();
});

it("[PB33] is stored once it has come to rest, and a restart keeps it with the loop", async () => {
  const { room, time, press, saved } = openRoomInTime();
  press(nadia, { kind: "loop", clipId, loop: { firstFrame: 10, lastFrame: 60 } });
  const before = saved.length;
  for (const x of [0.3, 0.4, 0.5]) {
    room.setView(nadia, clipId, { zoom: 2, centre: { x, y: 0.5 } });
    await time.advance(400);
  }
  const whileMoving = saved.length - before;
  await time.advance(100);
  const stored = parseRoomRecord(JSON.stringify(saved.at(-1)));

  const again = openRoomInTime({ stored });

  expect([whileMoving, saved.length - before]).toEqual([0, 1]);
  expect(again.room.welcome(tabOf(nadia)).view).toEqual({
    view: { zoom: 2, centre: { x: 0.5, y: 0.5 } },
    by: nadia,
  });
  expect(again.timeline().loop).toEqual({ firstFrame: 10, lastFrame: 60, rateAfter: null });
});

it("[PB33] a room that is closed at once stores a view that was still moving", () => {
  const { room, saved } = openRoomInTime();
  room.setView(nadia, clipId, close);

  room.close();

  expect(saved.at(-1)?.view).toEqual({ view: close, by: nadia });
});

it("[PB33] [RM8] storing the view of a playing clip keeps the place it has got to", async () => {
  const { room, time, press, heartbeats, saved } = openRoomInTime();
  press(nadia, { kind: "play" });
  await time.advance(4_120);
  room.setView(nadia, clipId, close);
  const before = [saved.length, heartbeats.length];

  await time.advance(500);

  expect([saved.length, heartbeats.length]).toEqual(before.map((count) => count + 1));
  expect(heartbeats.at(-1)).toBe(112);
});

it("[PB33] [RM8] a room stored before there were views and loops opens as it was, whole", () => {
  const { timeline } = openRoomInTime();
  const { loop, ...before } = timeline();
  const old = { timeline: before, coveredBy: [nadia], companies: { [callum]: "just-me" } };

  const stored = parseRoomRecord(JSON.stringify(old));

  expect(loop).toBeNull();
  expect(stored).toEqual({
    ...old,
    timeline: { ...before, loop: null },
    view: { view: wholeView, by: null },
    first: newFirst,
    agenda: noPlace,
  });
});

it("[PB33] a restart whose clip is gone begins whole, without loop, at the speed of before the loop", () => {
  const { room, press, saved } = openRoomInTime();
  press(nadia, { kind: "again", clipId, frame: 200 });
  room.setView(nadia, clipId, close);
  room.close();

  const again = openRoomInTime({ stored: saved.at(-1) ?? null, clips: [buildTimelineClip()] });

  expect(again.timeline()).toMatchObject({ loop: null, rate: 1, motion: { frame: 0 } });
  expect(again.room.welcome(tabOf(nadia)).view).toEqual({ view: wholeView, by: null });
});
