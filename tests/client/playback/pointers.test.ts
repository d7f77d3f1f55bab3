import { expect, it } from "vitest";
import type { Pointer } from "#client/features/playback/pointers.ts";
import { tellMeasured } from "#tests/helpers/measured.ts";
import { simulateRoom } from "#tests/helpers/playback-simulator.ts";
import type { SimulatedRoom } from "#tests/helpers/playback-simulator.ts";
import { buildTimelineClip, nadia, steadyFrames } from "#tests/helpers/timelines.ts";

const clip = buildTimelineClip(steadyFrames(1_500), 60_000);
const farAway = { upMs: 100, downMs: 100, jitterMs: 40 };

/** Two people, and the rings that Callum sees. */
async function watchedRings(): Promise<SimulatedRoom & { rings: () => readonly Pointer[] }> {
  const room = await simulateRoom(clip, { callum: farAway });
  let seen: readonly Pointer[] = [];
  room.callum.player.onPointers((pointers) => {
    seen = pointers;
  });
  return { ...room, rings: () => seen };
}

it("[PB44] [A10] a ring is where it was pointed to, soon, 20 times a second at most", async () => {
  const room = await watchedRings();
  const asked = room.nadia.asked.length;

  for (let n = 1; n <= 100; n += 1) {
    room.nadia.player.pointAt({ x: n / 100, y: 0.25 });
    await room.time.advance(10);
  }
  let ms = 0;
  while (room.rings()[0]?.at.x !== 1 && ms < 1_000) {
    await room.time.advance(5);
    ms += 5;
  }
  const sent = room.nadia.asked.slice(asked).filter((name) => name === "pointer:move").length;
  tellMeasured(
    `a ring moved for 1 s is sent ${sent} times; its last place is there ${ms} ms later`,
  );

  expect(room.rings()).toEqual([{ by: nadia, at: { x: 1, y: 0.25 } }]);
  expect(ms).toBeLessThanOrEqual(200);
  expect(sent).toBeLessThanOrEqual(21);
});

it("[PB44] [A10] a ring fades three seconds after its last move, or when it is taken away", async () => {
  const room = await watchedRings();
  room.nadia.player.pointAt({ x: 0.2, y: 0.2 });
  await room.time.advance(2_000);
  room.nadia.player.pointAt({ x: 0.3, y: 0.2 });
  await room.time.advance(2_900);
  const stays = room.rings().length;
  await room.time.advance(500);
  const faded = room.rings().length;

  room.nadia.player.pointAt({ x: 0.2, y: 0.2 });
  await room.time.advance(300);
  const again = room.rings().length;
  room.nadia.player.pointAt(null);
  await room.time.advance(300);

  expect([stays, faded, again, room.rings().length]).toEqual([1, 0, 1, 0]);
});

it("[PB44] one's own ring is not drawn a second time, and nobody's while one looks on one's own", async () => {
  const room = await watchedRings();
  const mine: number[] = [];
  room.nadia.player.onPointers((pointers) => mine.push(pointers.length));
  room.nadia.player.pointAt({ x: 0.2, y: 0.2 });
  await room.time.advance(300);
  const seen = room.rings().length;

  room.callum.player.lookOnMyOwn();
  const alone = room.rings().length;

  expect([seen, alone]).toEqual([1, 0]);
  expect(new Set(mine)).toEqual(new Set([0]));
});
