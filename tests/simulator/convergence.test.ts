import { describe, expect, it } from "vitest";
import { tellMeasured } from "#tests/helpers/measured.ts";
import { simulateRoom } from "#tests/helpers/playback-simulator.ts";
import { shareOf, watchSkew } from "#tests/helpers/simulator/watch-skew.ts";
import { browsers, conditions, elsewhere, isFull, steadyClip, unevenClip } from "./habits.ts";

const seeds = Array.from({ length: isFull ? 20 : 5 }, (_, n) => n + 1);
const clips = [
  { kind: "silent", clip: steadyClip, hasSound: false, medianMs: 1, mostMs: 17 },
  { kind: "uneven", clip: unevenClip, hasSound: false, medianMs: 17, mostMs: 17 },
  { kind: "sound", clip: steadyClip, hasSound: true, medianMs: 17, mostMs: 34 },
] as const;

const ascending = (all: readonly number[]) => all.toSorted((a, b) => a - b);

describe.each(["L", "H"] as const)("on a line like %s", (line) => {
  it.each(clips)(
    "[PB24] a clip that is $kind shows the same frame at the same time from two seconds after play",
    async ({ kind, clip, hasSound, medianMs, mostMs }) => {
      const browser = hasSound ? browsers.sound : browsers.silent;
      const habits = { ...conditions[line], ...browser };
      const all: number[] = [];
      let seeks = 0;

      for (const seed of seeds) {
        const room = await simulateRoom(
          clip,
          { nadia: habits, callum: { ...habits, clockStartMs: 83_333, wallOffMs: 86_400_000 } },
          { seed, hasSound },
        );
        for (let play = 0; play < 2; play += 1) {
          room.nadia.player.play();
          await room.time.advance(2_000);
          const skew = await watchSkew(room, 10_000);
          all.push(...skew.sameFrameMs);
          seeks += skew.seeks;
          room.callum.player.pause();
          await room.time.advance(1_000);
        }
      }

      const sorted = ascending(all);
      const figures = [0.5, 0.95, 1].map((share) => Math.round(shareOf(sorted, share)));
      tellMeasured(`${line}, ${kind}: the same frame ${figures.join(" / ")} ms apart`);
      expect(shareOf(sorted, 0.5)).toBeLessThanOrEqual(medianMs);
      expect(shareOf(sorted, 0.95)).toBeLessThanOrEqual(mostMs);
      expect(seeks).toBe(0);
    },
  );

  it("[PB24] somebody who comes while the film plays is in step soon", async () => {
    const habits = { ...conditions[line], ...browsers.silent };
    const tookMs: number[] = [];
    for (const seed of seeds) {
      const room = await simulateRoom(steadyClip, { nadia: habits, callum: habits }, { seed });
      room.nadia.player.play();
      await room.time.advance(5_000);

      const late = room.join({ ...habits, ...elsewhere });
      const cameAtMs = room.time.nowMs();
      let lastOffMs = Infinity;
      while (room.time.nowMs() - cameAtMs < 5_000) {
        await room.time.advance(10);
        const apartMs = Math.abs(late.picture.positionMs() - room.nadia.picture.positionMs());
        if (apartMs > 25) lastOffMs = room.time.nowMs() - cameAtMs;
      }
      tookMs.push(lastOffMs);
    }

    tellMeasured(`${line}: late joiners in step after ${ascending(tookMs).join(", ")} ms`);
    expect(Math.max(...tookMs)).toBeLessThan(line === "L" ? 2_000 : 3_500);
  });
});

it("[PB24] on a line that is slower one way, both are off by at most half of the difference", async () => {
  const habits = { ...conditions.L, ...browsers.silent };
  const room = await simulateRoom(steadyClip, {
    nadia: habits,
    callum: { ...habits, upMs: 30, downMs: 150, ...elsewhere },
  });
  room.nadia.player.play();
  await room.time.advance(3_000);

  const skew = await watchSkew(room, 10_000);

  expect(shareOf(skew.apartMs, 0.95)).toBeLessThanOrEqual(60 + 10);
  expect(skew.seeks).toBe(0);
});

it.each([0.6, -0.6])(
  "[PB24] [A3] pushed %s s off by hand, a picture is back within 60 ms in ten seconds, without a pause",
  async (seconds) => {
    const habits = { ...conditions.H, ...browsers.silent };
    const room = await simulateRoom(steadyClip, { nadia: habits, callum: habits });
    room.nadia.player.play();
    await room.time.advance(5_000);

    room.callum.picture.push(seconds * 1_000);
    const pushedAtMs = room.time.nowMs();
    let lastOffMs = 0;
    let hasPaused = false;
    while (room.time.nowMs() - pushedAtMs < 12_000) {
      await room.time.advance(20);
      const apartMs = room.callum.picture.positionMs() - room.nadia.picture.positionMs();
      if (Math.abs(apartMs) > 60) lastOffMs = room.time.nowMs() - pushedAtMs;
      hasPaused ||= room.callum.picture.isPaused() || room.nadia.picture.isPaused();
    }

    tellMeasured(`pushed ${seconds} s: back after ${Math.round(lastOffMs)} ms`);
    expect(lastOffMs).toBeLessThan(10_000);
    expect(hasPaused).toBe(false);
  },
);

it("[PB13] a player whose seeks land anywhere is not sent to and fro", async () => {
  const habits = { ...conditions.H, ...browsers.silent };
  const room = await simulateRoom(steadyClip, {
    nadia: habits,
    callum: { ...habits, seekLatencyMs: [19, 250], dueJitterMs: [-7, 15], skips: 0.08 },
  });
  room.nadia.player.play();
  await room.time.advance(3_000);

  const before = room.callum.picture.seeks();
  room.callum.picture.push(-2_000);
  const skew = await watchSkew(room, 20_000);

  expect(room.callum.picture.seeks() - before).toBeLessThanOrEqual(2);
  expect(shareOf(skew.apartMs, 0.8)).toBeLessThan(40);
});
