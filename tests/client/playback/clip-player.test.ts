import { describe, expect, it } from "vitest";
import { simulateRoom } from "#tests/helpers/playback-simulator.ts";
import type { SimulatedRoom } from "#tests/helpers/playback-simulator.ts";
import { buildTimelineClip, steadyFrames } from "#tests/helpers/timelines.ts";

const clip = buildTimelineClip(steadyFrames(1_500), 60_000);
const unevenFrames = Array.from({ length: 900 }, (_, n) => 10 + n * 33 + ((n * 7) % 19));
const uneven = buildTimelineClip(unevenFrames, 29_800);
const farAway = { upMs: 100, downMs: 100, jitterMs: 40, startLatencyMs: 80, pace: 1.002 };

function framesOf({ nadia, callum }: SimulatedRoom): number[] {
  return [nadia.picture.frameOnScreen(), callum.picture.frameOnScreen()];
}

function agreements({ nadia, callum }: SimulatedRoom) {
  return [nadia, callum].map(({ player }) => player.snapshot().agreement);
}

/** How far apart the two are, frame by frame, looked at 100 times a second. */
async function watch(room: SimulatedRoom, forMs: number): Promise<number[]> {
  const apart: number[] = [];
  for (let ms = 0; ms < forMs; ms += 10) {
    await room.time.advance(10);
    const [a = 0, b = 0] = framesOf(room);
    apart.push(Math.abs(a - b));
  }
  return apart;
}

describe("two players", () => {
  it("[PB24] start together over unequal lines and stay on the same frame or the next", async () => {
    const room = await simulateRoom(clip, { callum: farAway });

    room.nadia.player.play();
    await room.time.advance(3_000);
    const apart = await watch(room, 20_000);

    expect(room.nadia.player.snapshot().phase).toBe("playing");
    expect(Math.max(...apart)).toBeLessThanOrEqual(1);
    const same = apart.filter((frames) => frames === 0).length / apart.length;
    expect(same).toBeGreaterThan(0.6);
  });

  it("[PB24] rest on the presser's frame each time, whoever presses, also with uneven frames", async () => {
    const room = await simulateRoom(uneven, { callum: farAway });

    for (let cycle = 0; cycle < 6; cycle += 1) {
      const presser = cycle % 2 === 0 ? room.nadia : room.callum;
      presser.player.play();
      await room.time.advance(2_000 + cycle * 137);
      const pressedOn = presser.picture.frameOnScreen();
      presser.player.pause();
      expect(presser.picture.isPaused()).toBe(true);
      await room.time.advance(1_500);

      expect(framesOf(room)).toEqual([pressedOn, pressedOn]);
      expect(agreements(room)).toEqual(["together", "together"]);
    }
  });

  it("[PB24] end in the same state and frame after a storm of presses from both sides", async () => {
    const room = await simulateRoom(clip, { callum: farAway });

    for (let press = 0; press < 20; press += 1) {
      (press % 2 === 0 ? room.nadia : room.callum).player.toggle();
      await room.time.advance(250);
    }
    await room.time.advance(2_000);
    if (room.nadia.player.snapshot().phase === "playing") room.nadia.player.pause();
    await room.time.advance(1_500);

    expect(new Set(framesOf(room)).size).toBe(1);
    expect(agreements(room)).toEqual(["together", "together"]);
  });

  it("[PB24] follow a changed speed and a repeat without losing each other", async () => {
    const room = await simulateRoom(clip);
    room.nadia.player.play();
    await room.time.advance(2_000);

    const seeksBefore = room.callum.picture.seeks();
    room.nadia.player.setRate(0.5);
    await room.time.advance(2_500);
    const seeksAfter = room.callum.picture.seeks();
    const apart = await watch(room, 3_000);

    expect(seeksAfter).toBe(seeksBefore);
    expect(Math.max(...apart)).toBeLessThanOrEqual(1);
  });

  it("[PB18] show a step at once and agree on where both stepped to", async () => {
    const room = await simulateRoom(clip, { callum: farAway });
    room.nadia.player.seekToFrame(100);
    await room.time.advance(1_500);

    room.nadia.player.step(1);
    room.nadia.player.step(1);
    room.callum.player.step(-5);
    await room.time.advance(60);
    const atOnce = framesOf(room);
    await room.time.advance(2_000);

    expect(atOnce).toEqual([102, 95]);
    expect(framesOf(room)).toEqual([97, 97]);
    expect(agreements(room)).toEqual(["together", "together"]);
  });
});

it("[PB68] tells of the place apart while the clip plays, and of the rest only when it changes", async () => {
  const room = await simulateRoom(clip);
  const { player } = room.callum;
  room.nadia.player.play();
  await room.time.advance(2_000);
  const told = { snapshots: 0, places: 0 };
  player.subscribe(() => (told.snapshots += 1));
  player.onPosition(() => (told.places += 1));
  const beforeMs = player.positionMs();

  await room.time.advance(4_000);
  expect(player.positionMs() - beforeMs).toBeGreaterThan(3_700);
  expect(told.places).toBeGreaterThan(15);
  expect(told.places).toBeLessThanOrEqual(20);
  expect(told.snapshots).toBe(0);

  room.nadia.player.pause();
  await room.time.advance(1_000);
  expect(told.snapshots).toBeGreaterThan(0);
});

describe("what is really shown", () => {
  it("[PB23] tries once more when a seek lands beside the frame, and then shows the right one", async () => {
    const room = await simulateRoom(clip, { callum: { seekErrorMs: -20.8 } });

    room.nadia.player.seekToFrame(300);
    await room.time.advance(1_500);

    expect(framesOf(room)).toEqual([300, 300]);
    expect(agreements(room)).toEqual(["together", "together"]);
  });

  it("[PB20] never says the same frame while one screen shows another", async () => {
    const room = await simulateRoom(clip, { callum: { seekErrorMs: -200 } });

    room.nadia.player.seekToFrame(300);
    await room.time.advance(3_000);

    expect(framesOf(room)).toEqual([300, 296]);
    expect(agreements(room)).toEqual(["differs", "differs"]);
  });
});

describe("a cover", () => {
  it("[PB19] stops, mutes and covers at once on the own side, and then on the other", async () => {
    const room = await simulateRoom(clip, { callum: farAway });
    room.nadia.player.play();
    await room.time.advance(2_000);

    room.callum.player.cover();

    expect(room.callum.player.snapshot().cover).toMatchObject({ isCovered: true, isByMe: true });
    expect(room.callum.picture.isPaused()).toBe(true);
    expect(room.callum.picture.isMuted()).toBe(true);
    await room.time.advance(300);
    expect(room.nadia.player.snapshot().cover).toMatchObject({ isCovered: true, mayLift: false });
    expect(room.nadia.picture.isPaused()).toBe(true);
    expect(room.nadia.picture.isMuted()).toBe(true);
  });

  it("[PB19] works with no line, is sent when there is one, and comes off only when all have lifted", async () => {
    const room = await simulateRoom(clip);
    room.nadia.player.play();
    await room.time.advance(2_000);
    room.callum.setCut(true);

    room.callum.player.cover();
    const isCoveredAlone = room.callum.player.snapshot().cover.isCovered;
    await room.time.advance(4_000);
    room.callum.setCut(false);
    await room.time.advance(500);
    room.nadia.player.cover();
    await room.time.advance(200);
    room.callum.player.uncover();
    await room.time.advance(200);

    expect(isCoveredAlone).toBe(true);
    expect(room.callum.player.snapshot().cover).toMatchObject({ isCovered: true, isByMe: false });
    room.nadia.player.uncover();
    await room.time.advance(200);
    expect(room.callum.player.snapshot().cover.isCovered).toBe(false);
    expect(room.callum.picture.isMuted()).toBe(false);
  });
});

describe("a cut line", () => {
  it("[PB25] plays on, rests after ten seconds, and is back in step soon after, never at the start", async () => {
    const room = await simulateRoom(clip);
    room.nadia.player.play();
    await room.time.advance(3_000);

    room.callum.setCut(true);
    await room.time.advance(5_000);
    const playsOn = !room.callum.picture.isPaused();
    const link = room.callum.player.snapshot().link;
    await room.time.advance(6_000);
    const rests = room.callum.picture.isPaused();
    const restsOn = room.callum.picture.frameOnScreen();
    await room.time.advance(2_000);
    const placeMs = room.callum.player.positionMs();
    room.callum.setCut(false);
    const smallest: number[] = [];
    for (let n = 0; n < 200; n += 1) {
      await room.time.advance(10);
      smallest.push(room.callum.picture.frameOnScreen());
    }
    const apart = await watch(room, 2_000);

    expect({ playsOn, link, rests }).toEqual({ playsOn: true, link: "lost", rests: true });
    expect(placeMs).toBeCloseTo(clip.framesMs[restsOn] ?? Number.NaN, 3);
    expect(Math.min(...smallest)).toBeGreaterThanOrEqual(restsOn);
    expect(Math.max(...apart)).toBeLessThanOrEqual(1);
  });

  it("[PB17] keeps a pause pressed with no line, and rests there at once", async () => {
    const room = await simulateRoom(clip);
    room.nadia.player.play();
    await room.time.advance(3_000);
    room.callum.setCut(true);

    room.callum.player.pause();
    await room.time.advance(500);
    const restsOn = room.callum.picture.frameOnScreen();
    room.callum.setCut(false);
    await room.time.advance(1_500);

    expect(framesOf(room)).toEqual([restsOn, restsOn]);
    expect(agreements(room)).toEqual(["together", "together"]);
  });
});

it("[PB23] asks for a tap when the browser wants one, and joins in after it", async () => {
  const room = await simulateRoom(clip);
  room.callum.picture.setBlocked(true);
  room.nadia.player.play();
  await room.time.advance(2_000);
  const blocked = room.callum.player.snapshot().picture;

  room.callum.picture.setBlocked(false);
  room.callum.player.unblock();
  await room.time.advance(2_000);
  const apart = await watch(room, 2_000);

  expect(blocked).toBe("blocked");
  expect(Math.max(...apart)).toBeLessThanOrEqual(1);
});

it("[PB23] makes no request for playing, seeking and stepping but its commands and reports", async () => {
  const room = await simulateRoom(clip);
  room.nadia.player.play();
  await room.time.advance(2_000);
  room.nadia.player.skip(2_000);
  await room.time.advance(2_000);
  room.nadia.player.pause();
  await room.time.advance(1_000);

  expect(new Set(room.nadia.asked)).toEqual(
    new Set(["member:report", "playback:shown", "playback:command"]),
  );
  expect(room.nadia.picture.loads()).toBe(1);
});
