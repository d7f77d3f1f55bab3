import { describe, expect, it } from "vitest";
import { buildTimelineClip, callum, nadia } from "#tests/helpers/timelines.ts";
import { minuteClip, openRoomInTime, tabOf } from "./room-in-time.ts";

const { clipId } = minuteClip;
const gate = (awaited: unknown[], mayGoOn = false) => ({
  gate: { kind: "start", awaited, by: nadia, mayGoOn },
});
const isPlaying = { motion: { kind: "playing" }, cause: { kind: "play", by: nadia } };

describe("a play while somebody's picture is not there", () => {
  it("[PB30] [A4] waits, says for whom, and starts by schedule when the picture is there", async () => {
    const { time, press, report, timeline, lastTold } = openRoomInTime();
    report(callum, "loading");
    const before = timeline();

    const outcome = press(nadia, { kind: "play" });
    const held = timeline();
    const told = lastTold("gate:changed");
    await time.advance(1_000);
    report(callum, "ready", { roundTripMs: 100 });

    expect(outcome.ok).toBe(true);
    expect(held).toEqual(before);
    expect(told).toEqual(gate([callum]));
    expect(lastTold("gate:changed")).toEqual({ gate: null });
    expect(timeline()).toMatchObject(isPlaying);
    expect(timeline().motion).toMatchObject({ startsAtServerMs: time.nowMs() + 120 });
  });

  it("[PB30] starts at once when everybody's picture is there, and closes nothing that was not open", () => {
    const { press, timeline, told } = openRoomInTime();

    press(nadia, { kind: "play" });

    expect(timeline()).toMatchObject(isPlaying);
    expect(told.filter(({ name }) => name === "gate:changed")).toEqual([]);
  });

  it("[PB30] names whoever is awaited as it changes, and tells a late joiner", () => {
    const { room, press, report, lastTold } = openRoomInTime();
    report(callum, "loading");
    report(nadia, "loading");
    press(nadia, { kind: "play" });
    const both = lastTold("gate:changed");
    report(nadia, "ready");

    expect(both).toEqual(gate([nadia, callum]));
    expect(lastTold("gate:changed")).toEqual(gate([callum]));
    expect(room.welcome(tabOf(callum))).toMatchObject(gate([callum]));
  });

  it.each([
    [
      "leaves",
      (room: ReturnType<typeof openRoomInTime>) => room.room.leave(room.tabs.callum, true),
    ],
    [
      "is cut off",
      (room: ReturnType<typeof openRoomInTime>) => room.room.leave(room.tabs.callum, false),
    ],
    ["hides the page", (room: ReturnType<typeof openRoomInTime>) => room.report(callum, "unseen")],
    [
      "looks on their own",
      (room: ReturnType<typeof openRoomInTime>) => room.room.lookOnOwn(room.tabs.callum, true),
    ],
  ])("[PB30] starts when the one who is awaited %s", (_what, goes) => {
    const opened = openRoomInTime();
    opened.report(callum, "loading");
    opened.press(nadia, { kind: "play" });

    goes(opened);

    expect(opened.timeline()).toMatchObject(isPlaying);
    expect(opened.lastTold("gate:changed")).toEqual({ gate: null });
  });

  it("[PB30] [RM11] never starts in a room that everybody has left", async () => {
    const { room, tabs, time, press, report, timeline, lastTold } = openRoomInTime();
    report(callum, "loading");
    press(nadia, { kind: "play" });

    room.leave(tabs.nadia, false);
    room.leave(tabs.callum, false);
    await time.advance(10_000);

    expect(timeline()).toMatchObject({ revision: 0, motion: { kind: "paused", frame: 0 } });
    expect(lastTold("gate:changed")).toEqual({ gate: null });
  });

  it.each([
    { kind: "pause", clipId, frame: 0 },
    { kind: "seek", clipId, frame: 40 },
    { kind: "step", clipId, frames: 1 },
    { kind: "visit", clipId, frame: 9 },
    { kind: "clip", clipId },
  ] as const)("[PB30] [PB3] is taken back by a $kind of anybody's", (command) => {
    const { press, report, timeline, lastTold } = openRoomInTime();
    report(callum, "loading");
    press(nadia, { kind: "play" });

    press(callum, command);
    report(callum, "ready");

    expect(lastTold("gate:changed")).toEqual({ gate: null });
    expect(timeline().motion.kind).toBe("paused");
  });

  it.each([
    { kind: "rate", rate: 0.5 },
    { kind: "repeat", repeat: true },
    { kind: "loop", clipId, loop: { firstFrame: 0, lastFrame: 50 } },
  ] as const)("[PB30] goes on waiting through a changed $kind, and starts with it", (command) => {
    const { press, report, timeline } = openRoomInTime();
    report(callum, "loading");
    press(nadia, { kind: "play" });

    press(callum, command);
    report(callum, "ready");

    expect(timeline()).toMatchObject({ ...isPlaying, revision: 2 });
  });

  it("[PB30] is taken back by a cover, by a held moment and by a clip that is gone", async () => {
    const covered = openRoomInTime();
    const holding = openRoomInTime();
    const emptied = openRoomInTime();
    for (const { report, press } of [covered, holding, emptied]) {
      report(callum, "loading");
      press(nadia, { kind: "play" });
    }

    covered.room.putCover(callum);
    await holding.room.holdMoment(callum, { clipId, frame: 0, revision: 0 });
    emptied.room.setClips([buildTimelineClip()]);
    for (const { report } of [covered, holding, emptied]) report(callum, "ready");

    for (const { timeline, lastTold } of [covered, holding, emptied]) {
      expect(lastTold("gate:changed")).toEqual({ gate: null });
      expect(timeline().motion.kind).toBe("paused");
    }
  });

  it("[PB4] a play on a frame that somebody has moved away from is refused and not kept for later", () => {
    const { room, press, report, timeline } = openRoomInTime();
    report(callum, "loading");
    press(callum, { kind: "step", clipId, frames: 1 });

    const outcome = room.command({ kind: "play" }, nadia, 0);
    report(callum, "ready");

    expect(outcome).toEqual({ ok: false, reason: "stale-revision" });
    expect(timeline().motion.kind).toBe("paused");
  });

  it("[PB4] [F4.3] a play that was under way when somebody else paused is refused, also at rest", async () => {
    const { time, press, report, timeline } = openRoomInTime();
    report(callum, "ready", { roundTripMs: 200 });
    press(nadia, { kind: "pause", clipId, frame: 0 });

    await time.advance(199);
    const crossing = press(callum, { kind: "play" });
    const ownMind = press(nadia, { kind: "play" });
    press(nadia, { kind: "pause", clipId, frame: 0 });
    await time.advance(200);
    const afterwards = press(callum, { kind: "play" });

    expect(crossing).toEqual({ ok: false, reason: "stale-revision" });
    expect([ownMind.ok, afterwards.ok]).toEqual([true, true]);
    expect(timeline()).toMatchObject({ motion: { kind: "playing" }, cause: { by: callum } });
  });

  it("[PB30] 'again, slower' waits as well, and takes the place of a play that waits", () => {
    const { press, report, timeline } = openRoomInTime();
    report(callum, "loading");
    press(nadia, { kind: "play" });

    press(callum, { kind: "again", clipId, frame: 200 });
    const held = timeline();
    report(callum, "ready");

    expect(held).toMatchObject({ revision: 0, loop: null, rate: 1 });
    expect(timeline()).toMatchObject({
      rate: 0.5,
      loop: { firstFrame: 125, lastFrame: 200, rateAfter: 1 },
      motion: { kind: "playing", fromFrame: 125 },
      cause: { kind: "again", by: callum },
    });
  });

  it("[PB30] somebody who comes while it plays holds nobody up", async () => {
    const { room, tabs, time, press, timeline, told } = openRoomInTime();
    room.leave(tabs.callum, false);
    press(nadia, { kind: "play" });
    const before = timeline();

    room.enter(
      tabOf(callum),
      { participantId: callum, name: "Callum", role: "practitioner" },
      true,
    );
    await time.advance(3_000);

    expect(timeline()).toEqual(before);
    expect(told.filter(({ name }) => name === "gate:changed")).toEqual([]);
  });
});

describe("going on without somebody", () => {
  it("[PB31] [A4] is on offer after four seconds and not before", async () => {
    const { room, time, press, report, timeline, lastTold } = openRoomInTime();
    report(callum, "loading");
    press(nadia, { kind: "play" });

    await time.advance(3_999);
    room.passGate(nadia);
    const early = [lastTold("gate:changed"), timeline().motion.kind];
    await time.advance(1);
    const offered = lastTold("gate:changed");
    room.passGate(callum);

    expect(early).toEqual([gate([callum]), "paused"]);
    expect(offered).toEqual(gate([callum], true));
    expect(timeline()).toMatchObject(isPlaying);
    expect(lastTold("gate:changed")).toEqual({ gate: null });
  });

  it("[PB31] whoever was passed over holds nobody up until their picture is there again", async () => {
    const { room, time, press, report, timeline, lastTold } = openRoomInTime();
    report(callum, "stalled");
    press(nadia, { kind: "play" });
    await time.advance(4_000);
    room.passGate(nadia);

    await time.advance(2_000);
    report(callum, "stalled");
    const playedOn = timeline().motion.kind;
    press(nadia, { kind: "pause", clipId, frame: 30 });
    press(nadia, { kind: "play" });
    const startedAgain = timeline().motion.kind;
    report(callum, "ready");
    press(nadia, { kind: "pause", clipId, frame: 60 });
    report(callum, "loading");
    press(nadia, { kind: "play" });

    expect([playedOn, startedAgain]).toEqual(["playing", "playing"]);
    expect(lastTold("gate:changed")).toEqual(gate([callum]));
  });

  it("[PB31] the next wait has its own four seconds", async () => {
    const { time, press, report, lastTold } = openRoomInTime();
    report(callum, "loading");
    press(nadia, { kind: "play" });
    await time.advance(3_000);
    press(nadia, { kind: "pause", clipId, frame: 0 });
    press(nadia, { kind: "play" });

    await time.advance(3_000);
    const early = lastTold("gate:changed");
    await time.advance(1_000);

    expect(early).toEqual(gate([callum]));
    expect(lastTold("gate:changed")).toEqual(gate([callum], true));
  });

  it("[PB31] does nothing when nobody is awaited any more", () => {
    const { room, timeline } = openRoomInTime();
    const before = timeline();

    room.passGate(nadia);

    expect(timeline()).toEqual(before);
  });
});
