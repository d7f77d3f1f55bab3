import { describe, expect, it } from "vitest";
import { frameToHold } from "#server/review-room/held-frame.ts";
import { buildTimeline, callum, nadia } from "#tests/helpers/timelines.ts";
import { minuteClip, openRoomInTime, tabOf } from "./room-in-time.ts";

const { clipId } = minuteClip;

/** A room in which both have watched for this long. */
async function playFor(watchedMs: number) {
  const opened = openRoomInTime();
  opened.press(nadia, { kind: "play" });
  const { motion } = opened.timeline();
  const startsAtMs = motion.kind === "playing" ? motion.startsAtServerMs : 0;
  await opened.time.advance(startsAtMs - opened.time.nowMs() + watchedMs);
  return opened;
}

describe("a picture that stands still while the film plays", () => {
  it("[PB32] [A4] holds both on its frame a second after it stood still, and the film goes on within half a second of its return", async () => {
    const { time, report, timeline, lastTold } = await playFor(4_000);

    report(callum, "stalled", { frame: 92 });
    const said = lastTold("members:changed");
    await time.advance(699);
    const before = timeline().motion.kind;
    await time.advance(1);
    const held = timeline();
    const gate = lastTold("gate:changed");
    await time.advance(2_000);
    report(callum, "ready", { roundTripMs: 200, startLatencyMs: 80, beatAtServerMs: null });
    const { motion } = timeline();

    expect(said).toMatchObject([{ picture: "ready" }, { picture: "stalled" }]);
    expect(before).toBe("playing");
    expect(held).toMatchObject({
      motion: { kind: "paused", frame: 92 },
      cause: { kind: "stalled", by: callum },
    });
    expect(gate).toEqual({
      gate: { kind: "stall", awaited: [callum], by: null, mayGoOn: false },
    });
    expect(timeline().cause).toEqual({ kind: "resumed", by: null });
    expect(motion).toMatchObject({ kind: "playing", fromFrame: 92 });
    const startsAtMs = motion.kind === "playing" ? motion.startsAtServerMs : Infinity;
    expect(startsAtMs - time.nowMs()).toBeLessThanOrEqual(500);
    expect(lastTold("gate:changed")).toEqual({ gate: null });
  });

  it("[PB32] counts the time its report was under way", async () => {
    const { time, report, timeline } = await playFor(4_000);

    report(callum, "stalled", { frame: 92, roundTripMs: 200 });
    await time.advance(600);

    expect(timeline().cause).toEqual({ kind: "stalled", by: callum });
  });

  it("[PB32] that moves again within the second holds nobody", async () => {
    const { time, report, timeline } = await playFor(4_000);

    report(callum, "stalled", { frame: 92 });
    await time.advance(600);
    report(callum, "ready", { frame: 94 });
    await time.advance(100);
    report(callum, "stalled", { frame: 97 });
    await time.advance(600);

    expect(timeline().motion.kind).toBe("playing");
  });

  it("[PB32] [A4] for good, the guider can go on without within ten seconds", async () => {
    const { room, time, report, timeline, lastTold } = await playFor(4_000);
    const stoodAtMs = time.nowMs();
    report(callum, "blocked", { frame: 92 });
    await time.advance(4_700);
    const offered = lastTold("gate:changed");

    room.passGate(nadia);
    const wentOnAfterMs = time.nowMs() - stoodAtMs;
    await time.advance(5_000);
    report(callum, "blocked", { frame: 92 });

    expect(offered).toMatchObject({ gate: { kind: "stall", mayGoOn: true } });
    expect(wentOnAfterMs).toBeLessThan(10_000);
    expect(timeline()).toMatchObject({
      motion: { kind: "playing", fromFrame: 92 },
      cause: { kind: "resumed", by: nadia },
    });
  });

  it("[PB32] [PB3] a pause takes the going on back", async () => {
    const { time, press, report, timeline, lastTold } = await playFor(4_000);
    report(callum, "stalled", { frame: 92 });
    await time.advance(700);

    press(nadia, { kind: "pause", clipId, frame: 99 });
    report(callum, "ready");
    await time.advance(10_000);

    expect(lastTold("gate:changed")).toEqual({ gate: null });
    expect(timeline().motion).toEqual({ kind: "paused", frame: 92 });
  });

  it("[PB32] a play pressed meanwhile changes nothing: it goes on by itself anyway", async () => {
    const { time, press, report, timeline, lastTold } = await playFor(4_000);
    report(callum, "stalled", { frame: 92 });
    await time.advance(700);

    press(nadia, { kind: "play" });
    const gate = lastTold("gate:changed");
    report(callum, "ready");

    expect(gate).toMatchObject({ gate: { kind: "stall" } });
    expect(timeline().cause).toEqual({ kind: "resumed", by: null });
  });

  it.each([
    [
      "on one's own",
      (room: Awaited<ReturnType<typeof playFor>>) => room.room.lookOnOwn(room.tabs.callum, true),
    ],
    [
      "gone by then",
      (room: Awaited<ReturnType<typeof playFor>>) => room.room.leave(room.tabs.callum, false),
    ],
    [
      "paused by then",
      (room: Awaited<ReturnType<typeof playFor>>) =>
        void room.press(nadia, { kind: "pause", clipId, frame: 80 }),
    ],
  ])("[PB32] holds nobody when %s", async (_what, changes) => {
    const opened = await playFor(4_000);
    opened.report(callum, "stalled", { frame: 92 });

    changes(opened);
    await opened.time.advance(2_000);

    expect(opened.timeline().cause.kind).not.toBe("stalled");
    expect(opened.told.filter(({ name }) => name === "gate:changed")).toEqual([]);
  });

  it("[PB32] still standing when it comes back from looking on its own, it holds both after all", async () => {
    const { room, time, report, timeline } = await playFor(4_000);
    room.lookOnOwn(tabOf(callum), true);
    report(callum, "stalled", { frame: 92 });
    await time.advance(2_000);

    room.lookOnOwn(tabOf(callum), false);
    report(callum, "stalled", { frame: 140 });

    expect(timeline()).toMatchObject({ motion: { frame: 140 }, cause: { kind: "stalled" } });
  });

  it("[PB32] that was never in the film yet holds both where the film is, not at its start", async () => {
    const { time, report, timeline } = await playFor(20_000);

    report(callum, "blocked", { frame: 0 });
    await time.advance(700);

    expect(timeline().motion).toEqual({ kind: "paused", frame: 517 });
  });

  it("[RM11] a room that is closed holds nobody any more", async () => {
    const { room, time, report, told } = await playFor(4_000);
    report(callum, "stalled", { frame: 92 });
    const before = told.length;

    room.close();
    await time.advance(60_000);

    expect(told.slice(before)).toEqual([]);
  });
});

describe("the frame that is held", () => {
  const playing = buildTimeline(minuteClip, {
    motion: { kind: "playing", fromFrame: 100, startsAtServerMs: 10_000 },
  });
  const looping = { ...playing, loop: { firstFrame: 100, lastFrame: 199, rateAfter: null } };

  it.each([
    ["the one of the picture that stands still", playing, 130, 12_000, 130],
    ["where the film is when the picture's frame is not known", playing, null, 12_000, 150],
    ["where the film is when the frame is from before a move", playing, 40, 12_000, 150],
    ["where the film is when the frame is still to come", playing, 160, 12_000, 150],
    ["the first one before the common start", playing, 40, 9_900, 100],
    ["the picture's from the round before", looping, 195, 15_000, 195],
    ["the picture's from the new round", looping, 103, 15_000, 103],
    ["where the film is when the frame was not passed in either round", looping, 130, 15_000, 115],
  ])("[PB32] is %s", (_which, timeline, reported, nowServerMs, expected) => {
    expect(frameToHold(timeline, minuteClip, reported, nowServerMs)).toBe(expected);
  });
});
