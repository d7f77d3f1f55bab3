import { expect, it } from "vitest";
import { participantIdSchema } from "#shared/domain/ids.ts";
import type { ParticipantId } from "#shared/domain/ids.ts";
import { callum, nadia } from "#tests/helpers/timelines.ts";
import { minuteClip, openRoomInTime, tabOf } from "./room-in-time.ts";
import type { RoomInTime } from "./room-in-time.ts";

const { clipId } = minuteClip;
const helen = participantIdSchema.parse("99999999-9999-4999-8999-999999999999");
const callumInRoom = { participantId: callum, name: "Callum", role: "practitioner" } as const;

function show({ room, timeline }: RoomInTime, who: ParticipantId, frame: number) {
  const { epoch, revision } = timeline();
  room.shown(who, { epoch, revision, clipId, frame });
}

it("[PB35] whoever looks on their own is said to, and is not awaited", () => {
  const { room, tabs, press, report, timeline, lastTold } = openRoomInTime();
  room.lookOnOwn(tabs.callum, true);
  report(callum, "loading");

  press(nadia, { kind: "play" });

  expect(lastTold("members:changed")).toMatchObject([{ isOnOwn: false }, { isOnOwn: true }]);
  expect(timeline().motion.kind).toBe("playing");
});

it("[PB35] [N1] agreement is between those in step, and waits for the one who comes back", () => {
  const opened = openRoomInTime();
  const { room, press, report, lastTold } = opened;
  const helensTab = tabOf(helen);
  room.enter(helensTab, { participantId: helen, name: "Helen", role: "supervisor" }, true);
  report(helen, "ready");
  press(nadia, { kind: "seek", clipId, frame: 70 });
  for (const who of [nadia, callum]) show(opened, who, 70);

  room.lookOnOwn(helensTab, true);
  const without = lastTold("playback:agreed");
  show(opened, helen, 70);
  room.lookOnOwn(helensTab, false);
  const back = lastTold("playback:agreed");
  show(opened, helen, 70);

  expect(without).toMatchObject({ state: "together", frame: 70 });
  expect(back).toMatchObject({ state: "waiting" });
  expect(lastTold("playback:agreed")).toMatchObject({ state: "together", frame: 70 });
});

it("[PB35] a page that reconnects still looks on its own, a new page begins in step", () => {
  const { room, tabs, lastTold } = openRoomInTime();
  room.lookOnOwn(tabs.callum, true);

  room.leave(tabs.callum, false);
  const back = { ...tabs.callum };
  room.enter(back, callumInRoom, false);
  const again = lastTold("members:changed");
  room.leave(back, false);
  room.enter(tabOf(callum, "a new page"), callumInRoom, true);

  expect(again).toMatchObject([{}, { link: "here", isOnOwn: true }]);
  expect(lastTold("members:changed")).toMatchObject([{}, { link: "here", isOnOwn: false }]);
});

it("[PB35] nothing that is shown on one's own reaches the others", () => {
  const { room, tabs, lastTold } = openRoomInTime();
  room.lookOnOwn(tabs.callum, true);

  room.setView(callum, clipId, { zoom: 2, centre: { x: 0.5, y: 0.5 } });
  room.point(callum, { clipId, at: { x: 0.5, y: 0.5 } });

  expect(lastTold("view:changed")).toBeUndefined();
  expect(lastTold("pointer:moved")).toBeUndefined();
});

it("[PB35] saying it twice tells nobody twice", () => {
  const { room, tabs, told } = openRoomInTime();
  room.lookOnOwn(tabs.callum, true);
  const before = told.length;

  room.lookOnOwn(tabs.callum, true);

  expect(told).toHaveLength(before);
});

it("[N1] [RM4] a picture that moves away and back on the same pause is told each time", () => {
  const opened = openRoomInTime();
  const { press, told, lastTold } = opened;
  press(nadia, { kind: "seek", clipId, frame: 70 });
  for (const who of [nadia, callum]) show(opened, who, 70);
  const states = () =>
    told.filter(({ name }) => name === "playback:agreed").map(({ message }) => message);
  const before = states().length;

  show(opened, callum, 72);
  show(opened, nadia, 69);
  show(opened, nadia, 70);
  show(opened, callum, 70);

  expect(states().slice(before)).toMatchObject([
    { state: "differs", differing: [callum] },
    { state: "differs", differing: [nadia, callum] },
    { state: "differs", differing: [callum] },
    { state: "together" },
  ]);
  expect(lastTold("playback:agreed")).toMatchObject({ frame: 70 });
});

it("[N1] [RM4] a page that was not seen for a while has to show its frame anew", () => {
  const opened = openRoomInTime();
  const { press, report, lastTold } = opened;
  press(nadia, { kind: "seek", clipId, frame: 70 });
  for (const who of [nadia, callum]) show(opened, who, 70);

  report(callum, "unseen");
  report(callum, "ready");
  const back = lastTold("playback:agreed");
  show(opened, callum, 71);

  expect(back).toMatchObject({ state: "waiting" });
  expect(lastTold("playback:agreed")).toMatchObject({ state: "differs", differing: [callum] });
});
