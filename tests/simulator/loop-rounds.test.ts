import { describe, expect, it } from "vitest";
import { tellMeasured } from "#tests/helpers/measured.ts";
import { simulateRoom } from "#tests/helpers/playback-simulator.ts";
import type { SimulatedRoom } from "#tests/helpers/playback-simulator.ts";
import { browsers, conditions, elsewhere, steadyClip, unevenClip } from "./habits.ts";

interface Round {
  readonly startsAtMs: number;
  readonly frames: readonly number[];
}

/** The rounds each of two pictures plays: one begins where a frame number is lower than the one before. */
function watchRounds(room: SimulatedRoom): Round[][] {
  return [room.nadia, room.callum].map(({ picture, local }) => {
    const rounds: { startsAtMs: number; frames: number[] }[] = [];
    picture.onShown((frame, atLocalMs) => {
      const last = rounds.at(-1);
      const isNew = last === undefined || frame < (last.frames.at(-1) ?? 0);
      if (isNew) rounds.push({ startsAtMs: Number.NaN, frames: [frame] });
      else last.frames.push(frame);
      const now = rounds.at(-1);
      // The first frame rests until the common start; the second one tells when that was.
      if (now?.frames.length === 2) now.startsAtMs = local.toVirtualMs(atLocalMs);
    });
    return rounds;
  });
}

const habits = { ...conditions.H, ...browsers.silent };
const people = { nadia: habits, callum: { ...habits, clockStartMs: 83_333, pace: 1.001 } };

describe.each([
  { kind: "steady", clip: steadyClip },
  { kind: "uneven", clip: unevenClip },
])("a loop in a clip with $kind frames", ({ kind, clip }) => {
  it("[PB28] [N11] starts each of twenty rounds on both screens within a frame, shows its frames and no others", async () => {
    const room = await simulateRoom(clip, people);
    room.nadia.player.seekToFrame(149);
    await room.time.advance(1_500);
    const [ofNadia = [], ofCallum = []] = watchRounds(room);

    room.nadia.player.again();
    await room.time.advance(1_000 + 20 * (6_000 + 400 + 100));

    const loop = room.room.playback.timeline?.loop;
    expect(loop).not.toBeNull();
    const { firstFrame = 0, lastFrame = 0 } = loop ?? {};
    const apartMs = ofNadia
      .slice(0, 20)
      .map((round, n) => Math.abs(round.startsAtMs - (ofCallum[n]?.startsAtMs ?? Infinity)));
    tellMeasured(
      `${kind}: rounds start ${apartMs.map((ms) => Math.round(ms)).join(", ")} ms apart`,
    );
    expect(apartMs).toHaveLength(20);
    expect(Math.max(...apartMs)).toBeLessThanOrEqual(40);
    for (const rounds of [ofNadia, ofCallum]) {
      for (const { frames } of rounds.slice(1, 20)) {
        expect(frames[0]).toBe(firstFrame);
        expect(lastFrame - (frames.at(-1) ?? 0)).toBeLessThanOrEqual(2); // some are shorter than a beat
        expect(Math.max(...frames)).toBeLessThanOrEqual(lastFrame);
      }
    }
  });
});

it("[PB28] a whole clip that repeats goes on together after its end, without a jump", async () => {
  const room = await simulateRoom(steadyClip, { ...people, callum: { ...habits, ...elsewhere } });
  room.nadia.player.setRepeat(true);
  room.nadia.player.seekToFrame(1_400);
  await room.time.advance(1_500);
  const [ofNadia = [], ofCallum = []] = watchRounds(room);

  room.callum.player.play();
  await room.time.advance(8_000);

  expect(ofNadia.length).toBe(2);
  const apartMs = ofNadia.map((round, n) =>
    Math.abs(round.startsAtMs - (ofCallum[n]?.startsAtMs ?? Infinity)),
  );
  expect(Math.max(...apartMs)).toBeLessThanOrEqual(40);
  expect(room.callum.player.snapshot().phase).toBe("playing");
});

it("[PB28] a pause between two rounds rests both on the first frame, and nothing goes on by itself", async () => {
  const room = await simulateRoom(steadyClip, people);
  room.nadia.player.seekToFrame(149);
  await room.time.advance(1_500);
  room.nadia.player.again();
  await room.time.advance(2_000);
  const { callum, nadia, time } = room;
  const firstFrame = room.room.playback.timeline?.loop?.firstFrame ?? -1;
  for (let ms = 0; ms < 8_000 && !callum.picture.isPaused(); ms += 10) await time.advance(10);
  await time.advance(200);

  callum.player.pause();
  await time.advance(10_000);

  expect([nadia, callum].map(({ picture }) => picture.frameOnScreen())).toEqual([
    firstFrame,
    firstFrame,
  ]);
  expect(room.room.playback.timeline?.motion.kind).toBe("paused");
});
