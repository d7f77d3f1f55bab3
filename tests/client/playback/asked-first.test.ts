import { expect, it } from "vitest";
import { simulateRoom } from "#tests/helpers/playback-simulator.ts";
import { buildTimelineClip, steadyFrames } from "#tests/helpers/timelines.ts";

const clip = buildTimelineClip(steadyFrames(1_500), 60_000);

/** A room in which Nadia's presses are let through by `mayStart`. */
async function openRoom(mayStart: () => boolean) {
  const room = await simulateRoom(clip, { nadia: { mayStart } });
  room.nadia.player.seekToFrame(300);
  await room.time.advance(1_500);
  return room;
}

it("[BS35] [F4.6] asks before anything that would start the film, and before nothing else", async () => {
  let askedTimes = 0;
  const room = await openRoom(() => {
    askedTimes += 1;
    return false;
  });
  const { player } = room.nadia;

  player.play();
  player.toggle();
  player.again();
  await room.time.advance(500);
  const afterStarts = askedTimes;
  player.step(1);
  player.skip(2_000);
  player.setRate(0.5);
  player.pause();
  await room.time.advance(500);

  expect([afterStarts, askedTimes]).toEqual([3, 3]);
  expect(player.snapshot().timeline).toMatchObject({ motion: { kind: "paused" }, rate: 0.5 });
});

it("[BS35] [F4.6] a pause never needs anything, nor does one's own picture", async () => {
  let may = true;
  const room = await openRoom(() => may);
  const { player } = room.nadia;
  player.play();
  await room.time.advance(1_500);
  may = false;

  player.toggle();
  await room.time.advance(500);
  const paused = player.snapshot().timeline?.motion.kind;
  player.lookOnMyOwn();
  player.play();
  await room.time.advance(500);

  expect(paused).toBe("paused");
  expect(player.snapshot()).toMatchObject({ isOnOwn: true, phase: "playing" });
});
