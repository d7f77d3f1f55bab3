import { describe, expect, it } from "vitest";
import { predictTimeline } from "#client/features/playback/predicted-timeline.ts";
import { frameAt } from "#shared/playback/frames.ts";
import { simulateRoom } from "#tests/helpers/playback-simulator.ts";
import type { SimulatedRoom } from "#tests/helpers/playback-simulator.ts";
import { buildTimeline, buildTimelineClip, nadia, steadyFrames } from "#tests/helpers/timelines.ts";

const clip = buildTimelineClip(steadyFrames(1_500), 60_000);

async function restingOn(frame: number): Promise<SimulatedRoom> {
  const room = await simulateRoom(clip);
  room.nadia.player.seekToFrame(frame);
  await room.time.advance(1_500);
  return room;
}

const told = ({ callum }: SimulatedRoom) => callum.player.snapshot();

describe("a loop", () => {
  it.each([
    ["first to last", 100, 150],
    ["last to first", 150, 100],
  ])("[PB42] [A6] takes its two ends in either order, %s, and plays for both", async (_, a, b) => {
    const room = await restingOn(a);

    room.nadia.player.loopFromHere();
    const marked = room.nadia.player.snapshot().loopFrom;
    room.nadia.player.seekToFrame(b);
    room.nadia.player.loopToHere();
    await room.time.advance(6_000);

    expect(marked).toBe(a);
    expect(told(room)).toMatchObject({
      phase: "playing",
      timeline: { loop: { firstFrame: 100, lastFrame: 150 } },
    });
    expect(room.nadia.player.snapshot().loopFrom).toBe(null);
    for (const { picture } of [room.nadia, room.callum]) {
      expect(picture.frameOnScreen()).toBeGreaterThanOrEqual(100);
      expect(picture.frameOnScreen()).toBeLessThanOrEqual(150);
    }
  });

  it("[PB42] that is too short is refused here, with its mark kept for a better end", async () => {
    const room = await restingOn(100);

    room.nadia.player.loopFromHere();
    room.nadia.player.step(3);
    room.nadia.player.loopToHere();
    const refused = room.nadia.player.snapshot();
    room.nadia.player.step(22);
    room.nadia.player.loopToHere();
    await room.time.advance(1_500);

    expect(refused).toMatchObject({ refused: "loop-length", loopFrom: 100 });
    expect(told(room).timeline?.loop).toMatchObject({ firstFrame: 100, lastFrame: 125 });
  });

  it("[PB42] is let go of by a step out of it, and kept by one inside", async () => {
    const room = await restingOn(100);
    room.nadia.player.setLoop({ firstFrame: 100, lastFrame: 150 });
    await room.time.advance(500);

    room.nadia.player.step(50);
    await room.time.advance(500);
    const inside = told(room).timeline?.loop;
    room.nadia.player.step(1);
    const atOnce = room.nadia.player.snapshot().timeline?.loop;
    await room.time.advance(500);

    expect(inside).toMatchObject({ firstFrame: 100, lastFrame: 150 });
    expect(atOnce).toBe(null);
    expect(told(room).timeline).toMatchObject({ loop: null, motion: { frame: 151 } });
  });

  it("[PB42] is kept by a seek inside while it plays", async () => {
    const room = await restingOn(100);
    room.nadia.player.setLoop({ firstFrame: 100, lastFrame: 300 });
    room.nadia.player.play();
    await room.time.advance(2_000);

    room.nadia.player.seekToFrame(250);
    await room.time.advance(1_500);

    expect(told(room)).toMatchObject({ phase: "playing", timeline: { loop: { firstFrame: 100 } } });
    expect(room.callum.picture.frameOnScreen()).toBeGreaterThan(250);
  });
});

describe("again, slower", () => {
  it("[PB42] [N11] goes back three seconds from the frame on this screen, at half speed, for both", async () => {
    const room = await restingOn(200);
    room.nadia.player.play();
    await room.time.advance(4_000);
    const pressedOn = room.nadia.picture.frameOnScreen();

    room.nadia.player.again();
    await room.time.advance(100);
    const atOnce = room.nadia.picture.frameOnScreen();
    await room.time.advance(2_000);
    const again = told(room);
    room.nadia.player.letGoOfLoop();
    await room.time.advance(1_000);

    expect(atOnce).toBe(pressedOn - 75);
    expect(again).toMatchObject({
      phase: "playing",
      timeline: { rate: 0.5, loop: { firstFrame: pressedOn - 75, lastFrame: pressedOn } },
    });
    expect(told(room).timeline).toMatchObject({ rate: 1, loop: null });
  });

  it("[PB42] [N11] is there already at rest when the start comes", () => {
    const timeline = buildTimeline(clip, { motion: { kind: "paused", frame: 200 } });
    const command = { kind: "again", clipId: clip.clipId, frame: 200 } as const;

    const seen = predictTimeline(timeline, [command], new Map([[clip.clipId, clip]]), nadia);

    const firstFrame = frameAt(clip, 8_000 - 3_000);
    expect(seen).toMatchObject({
      rate: 0.5,
      loop: { firstFrame, lastFrame: 200, rateAfter: 1 },
      motion: { kind: "paused", frame: firstFrame },
    });
  });
});

it("[PB38] [A6] a step is on one's own screen within 60 ms, however far the room is", async () => {
  const far = { upMs: 400, downMs: 400, jitterMs: 100 };
  const room = await simulateRoom(clip, { nadia: far });
  room.nadia.player.seekToFrame(300);
  await room.time.advance(3_000);
  const seen: number[] = [];

  for (let step = 0; step < 20; step += 1) {
    room.nadia.player.step(1);
    await room.time.advance(60);
    seen.push(room.nadia.picture.frameOnScreen());
  }

  expect(seen).toEqual(Array.from({ length: 20 }, (_, n) => 301 + n));
});
