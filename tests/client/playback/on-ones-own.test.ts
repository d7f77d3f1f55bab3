import { describe, expect, it } from "vitest";
import { simulateRoom } from "#tests/helpers/playback-simulator.ts";
import type { SimulatedRoom } from "#tests/helpers/playback-simulator.ts";
import { buildTimelineClip, callum, nadia, steadyFrames } from "#tests/helpers/timelines.ts";

const clip = buildTimelineClip(steadyFrames(1_500), 60_000);
const close = { zoom: 2, centre: { x: 0.4, y: 0.6 } };

const framesOf = ({ nadia: one, callum: other }: SimulatedRoom) =>
  [one, other].map(({ picture }) => picture.frameOnScreen());

/** Both on frame 300; then Callum looks on his own. */
async function parted(): Promise<SimulatedRoom> {
  const room = await simulateRoom(clip);
  room.nadia.player.seekToFrame(300);
  await room.time.advance(1_500);
  room.callum.player.lookOnMyOwn();
  await room.time.advance(500);
  return room;
}

describe("looking on one's own", () => {
  it("[PB41] moves only one's own picture, and nothing of it is sent", async () => {
    const room = await parted();
    const asked = room.callum.asked.length;

    room.callum.player.step(5);
    room.callum.player.setRate(0.5);
    room.callum.player.setView(close);
    room.callum.player.pointAt({ x: 0.5, y: 0.5 });
    await room.time.advance(500);
    const stepped = framesOf(room);
    room.callum.player.play();
    await room.time.advance(2_500);
    const own = room.callum.player.snapshot();

    expect(stepped).toEqual([300, 305]);
    expect(room.nadia.picture.frameOnScreen()).toBe(300);
    expect(room.callum.picture.frameOnScreen()).toBeGreaterThan(320);
    expect(own).toMatchObject({ isOnOwn: true, phase: "playing", agreement: null, view: close });
    expect(new Set(room.callum.asked.slice(asked))).toEqual(new Set(["member:report"]));
  });

  it("[PB41] holds nobody up, and is known to the others", async () => {
    const room = await parted();
    room.callum.picture.stall(Infinity);
    const told = room.room.welcome({ tabId: nadia, sessionId: nadia, participantId: nadia });

    room.nadia.player.play();
    await room.time.advance(3_000);

    expect(told.members.find(({ participantId }) => participantId === callum)?.isOnOwn).toBe(true);
    expect(room.nadia.player.snapshot().phase).toBe("playing");
    expect(room.nadia.picture.frameOnScreen()).toBeGreaterThan(340);
  });

  it("[PB41] [F4.5] ends where the others are, moving or at rest", async () => {
    const room = await parted();
    room.callum.player.seekToFrame(900);
    room.nadia.player.play();
    await room.time.advance(2_500);

    room.callum.player.backTogether();
    await room.time.advance(2_000);
    const [one = 0, other = 0] = framesOf(room);
    room.nadia.player.pause();
    await room.time.advance(1_000);

    expect(Math.abs(one - other)).toBeLessThanOrEqual(1);
    expect(new Set(framesOf(room)).size).toBe(1);
    expect(room.callum.player.snapshot()).toMatchObject({
      isOnOwn: false,
      agreement: "together",
      view: { zoom: 1 },
    });
  });

  it("[PB41] rests at the end of the clip by itself, and under a cover", async () => {
    const room = await parted();
    room.callum.player.seekToFrame(1_480);
    room.callum.player.play();
    await room.time.advance(2_500);
    const atEnd = room.callum.player.snapshot();
    room.callum.player.seekToFrame(600);
    room.callum.player.play();
    await room.time.advance(1_000);
    room.nadia.player.cover();
    await room.time.advance(200);
    const coveredOn = room.callum.picture.frameOnScreen();
    await room.time.advance(3_000);

    expect(atEnd).toMatchObject({ phase: "paused", shownFrame: 1_499 });
    expect(coveredOn).toBeGreaterThan(600);
    expect(room.callum.picture.frameOnScreen()).toBe(coveredOn);
    expect(room.callum.picture.isMuted()).toBe(true);
  });

  it("[PB41] goes on while the line is lost, and is told to the room again when it is back", async () => {
    const room = await parted();
    room.callum.setCut(true);
    await room.time.advance(12_000);
    room.callum.player.play();
    await room.time.advance(2_000);
    const alone = room.callum.player.snapshot();
    room.callum.setCut(false);
    await room.time.advance(500);
    const { members } = room.room.welcome({ tabId: nadia, sessionId: nadia, participantId: nadia });

    expect(alone).toMatchObject({ phase: "playing", isOnOwn: true });
    expect(members.find(({ participantId }) => participantId === callum)?.isOnOwn).toBe(true);
    expect(room.nadia.picture.frameOnScreen()).toBe(300);
  });

  it("[PB41] brings both to the moment that one holds there", async () => {
    const room = await parted();
    room.callum.player.step(7);
    await room.time.advance(500);

    void room.callum.player.holdMoment();
    await room.time.advance(1_500);
    const asked = room.callum.asked.filter((name) => name !== "member:report").slice(-4);

    expect(framesOf(room)).toEqual([307, 307]);
    expect(room.nadia.player.snapshot().timeline?.cause).toEqual({ kind: "visit", by: callum });
    expect(room.callum.player.snapshot()).toMatchObject({ isOnOwn: false, agreement: "together" });
    expect(asked).toEqual(["own:look", "playback:command", "moment:hold", "playback:shown"]);
  });
});
