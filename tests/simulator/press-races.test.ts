import { expect, it } from "vitest";
import { simulateRoom } from "#tests/helpers/playback-simulator.ts";
import type { SimulatedRoom } from "#tests/helpers/playback-simulator.ts";
import { seededRandom } from "#tests/helpers/simulator/seeded-random.ts";
import type { SimulatedPerson } from "#tests/helpers/simulator/simulated-person.ts";
import { browsers, conditions, elsewhere, isFull, steadyClip } from "./habits.ts";

const lossy = { ...conditions.H, ...browsers.silent, loss: 0.02 };
const rooms = 20;
const racesInRoom = 50;

/** Long enough for what was lost to be sent again, there and back. */
const settleMs = 2_000;

function state({ nadia, callum, room }: SimulatedRoom) {
  const people = [nadia, callum];
  return {
    room: room.playback.timeline?.motion.kind,
    told: people.map(({ player }) => player.snapshot().timeline?.motion.kind),
    moving: people.map(({ picture }) => !picture.isPaused()),
    frames: people.map(({ picture }) => picture.frameOnScreen()),
    agreements: people.map(({ player }) => player.snapshot().agreement),
  };
}

const bothPlay = { room: "playing", told: ["playing", "playing"], moving: [true, true] };
const bothRestOn = (frame = -1) => ({
  room: "paused",
  told: ["paused", "paused"],
  moving: [false, false],
  frames: [frame, frame],
  agreements: ["together", "together"],
});

const hasSeenPlaying = ({ player }: SimulatedPerson) =>
  player.snapshot().timeline?.motion.kind === "playing";

/** One pauses and the other presses play within 300 ms of it, before or after. Answers what has to come of it. */
async function race(room: SimulatedRoom, random: () => number) {
  const isNadia = random() < 0.5;
  const [pauser, player] = isNadia ? [room.nadia, room.callum] : [room.callum, room.nadia];
  const playAfterMs = Math.round(random() * 600 - 300);
  let frame = -1;
  let isPlayLater = false;
  const pause = () => {
    pauser.player.pause();
    frame = pauser.picture.frameOnScreen();
  };
  const play = () => {
    isPlayLater = !hasSeenPlaying(player); // seen as paused: this may be a new wish
    player.player.play();
  };
  const [first, second] = playAfterMs < 0 ? [play, pause] : [pause, play];
  first();
  await room.time.advance(Math.abs(playAfterMs));
  second();
  await room.time.advance(settleMs);
  return { frame, isPlayLater };
}

it("[PB29] [F4.3] in 1,000 races of a pause and a play the pause wins, on the presser's frame, for both", async () => {
  let later = 0;
  for (let seed = 1; seed <= rooms; seed += 1) {
    const people = { nadia: lossy, callum: { ...lossy, ...elsewhere } };
    const room = await simulateRoom(steadyClip, people, { seed });
    const random = seededRandom(seed);
    for (let n = 0; n < racesInRoom; n += 1) {
      if (room.room.playback.timeline?.motion.kind !== "playing") {
        room.nadia.player.seekToFrame(Math.floor(random() * 900));
        await room.time.advance(settleMs);
        room.nadia.player.play();
        await room.time.advance(1_500);
      }

      const { frame, isPlayLater } = await race(room, random);

      later += isPlayLater ? 1 : 0;
      const found = state(room);
      const mayPlay = isPlayLater && found.room === "playing"; // within a round trip it is refused
      const expected = mayPlay ? bothPlay : bothRestOn(frame);
      expect({ seed, n, ...found }).toMatchObject({ seed, n, ...expected });
    }
  }
  expect(later).toBeLessThan((rooms * racesInRoom) / 2);
}, 120_000);

it("[PB29] [F4.3] storms of twenty presses from both sides end in one state, on one frame", async () => {
  for (let seed = 1; seed <= (isFull ? 50 : 10); seed += 1) {
    const room = await simulateRoom(
      steadyClip,
      { nadia: lossy, callum: { ...lossy, ...elsewhere } },
      { seed },
    );
    const random = seededRandom(seed);

    for (let press = 0; press < 20; press += 1) {
      (random() < 0.5 ? room.nadia : room.callum).player.toggle();
      await room.time.advance(random() * 500);
    }
    await room.time.advance(3_000);

    const found = state(room);
    const expected = found.room === "playing" ? bothPlay : bothRestOn(found.frames[0]);
    expect({ seed, ...found }).toMatchObject({ seed, ...expected });
  }
});

it("[PB29] of two pauses within one round trip the first to arrive counts, and nobody is moved twice", async () => {
  for (let seed = 1; seed <= 20; seed += 1) {
    const room = await simulateRoom(steadyClip, { nadia: lossy, callum: lossy }, { seed });
    room.nadia.player.play();
    await room.time.advance(3_000);

    room.nadia.player.pause();
    const ofNadia = room.nadia.picture.frameOnScreen();
    await room.time.advance(seed * 8);
    room.callum.player.pause();
    const ofCallum = room.callum.picture.frameOnScreen();
    const before = room.room.playback.timeline?.revision ?? 0;
    await room.time.advance(settleMs);

    const found = state(room);
    expect(found.frames[0]).toBe(found.frames[1]);
    expect([ofNadia, ofCallum]).toContain(found.frames[0]);
    expect((room.room.playback.timeline?.revision ?? 0) - before).toBeLessThanOrEqual(1);
    expect(found.agreements).toEqual(["together", "together"]);
  }
});
