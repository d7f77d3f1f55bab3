import { describe, expect, it } from "vitest";
import { tellMeasured } from "#tests/helpers/measured.ts";
import { simulateRoom } from "#tests/helpers/playback-simulator.ts";
import type { SimulatedRoom } from "#tests/helpers/playback-simulator.ts";
import { buildTimelineClip, steadyFrames } from "#tests/helpers/timelines.ts";
import { callum } from "#tests/helpers/timelines.ts";

const clip = buildTimelineClip(steadyFrames(1_500), 60_000);
/** One frame stands for 900 ms, as a variable frame rate may have it. */
const slowFrames = [...steadyFrames(100), ...Array.from({ length: 60 }, (_, n) => 4_860 + n * 40)];
const slow = buildTimelineClip(slowFrames, 7_260);

/** How long until something is so, looked at each 10 ms; Infinity when it does not come about. */
async function untilMs(room: SimulatedRoom, isSo: () => boolean, mostMs = 12_000): Promise<number> {
  for (let ms = 0; ms <= mostMs; ms += 10) {
    if (isSo()) return ms;
    await room.time.advance(10);
  }
  return Infinity;
}

const phases = ({ nadia, callum: other }: SimulatedRoom) =>
  [nadia, other].map(({ player }) => player.snapshot().phase);

async function playing(table = clip): Promise<SimulatedRoom> {
  const room = await simulateRoom(table);
  room.nadia.player.play();
  await room.time.advance(3_000);
  return room;
}

describe("a picture that stands still", () => {
  it("[PB39] is told within half a second, holds both on its frame, and both go on when it can", async () => {
    const room = await playing();

    room.callum.picture.stall(3_000);
    const stoodOn = room.callum.picture.frameOnScreen();
    const toldMs = await untilMs(room, () => room.callum.player.snapshot().picture === "stalled");
    const heldMs = await untilMs(room, () => room.nadia.picture.isPaused());
    await room.time.advance(300);
    const held = room.nadia.player.snapshot();
    await untilMs(room, () => room.callum.player.snapshot().picture === "ready");
    const onMs = await untilMs(room, () => !room.nadia.picture.isPaused());
    await room.time.advance(1_500);
    tellMeasured(`a stall is told after ${toldMs} ms, holds the other after ${toldMs + heldMs} ms`);
    tellMeasured(`both go on ${onMs} ms after the picture can`);

    expect(toldMs).toBeLessThanOrEqual(400);
    expect(toldMs + heldMs).toBeLessThanOrEqual(1_300);
    expect(held).toMatchObject({ phase: "waiting", gate: { kind: "stall", awaited: [callum] } });
    expect(held.shownFrame).toBe(stoodOn);
    expect(onMs).toBeLessThanOrEqual(800);
    expect(phases(room)).toEqual(["playing", "playing"]);
  });

  it("[PB39] is no stall when the clip itself shows one frame for long", async () => {
    const room = await simulateRoom(slow);
    const states = new Set<string>();
    room.callum.player.subscribe(() => states.add(room.callum.player.snapshot().picture));

    room.nadia.player.play();
    await room.time.advance(9_000);

    expect(states).toEqual(new Set(["ready"]));
    expect(room.callum.picture.frameOnScreen()).toBe(slowFrames.length - 1);
  });

  it("[PB39] is asked for a tap as long as there was none, whatever the room does meanwhile", async () => {
    const room = await simulateRoom(clip);
    room.callum.picture.setBlocked(true);
    room.nadia.player.play();
    await untilMs(room, () => room.callum.player.snapshot().picture === "blocked");

    await room.time.advance(2_000);
    const waiting = room.nadia.player.snapshot();
    const asksStill = room.callum.player.snapshot().picture;
    room.callum.picture.setBlocked(false);
    room.callum.player.unblock();
    const onMs = await untilMs(room, () => phases(room).every((phase) => phase === "playing"));
    await room.time.advance(1_000);
    tellMeasured(`after the tap both play within ${onMs} ms`);

    expect(waiting).toMatchObject({ phase: "waiting", gate: { awaited: [callum] } });
    expect(asksStill).toBe("blocked");
    expect(onMs).toBeLessThan(2_000);
    expect(room.callum.picture.frameOnScreen()).toBeGreaterThan(0);
  });
});

describe("a play that waits for somebody", () => {
  async function waitingRoom(): Promise<SimulatedRoom> {
    const room = await playing();
    room.callum.picture.stall(Infinity);
    await untilMs(room, () => room.nadia.player.snapshot().phase === "waiting");
    return room;
  }

  it("[PB40] says so, and the same button takes it back", async () => {
    const room = await waitingRoom();

    room.nadia.player.toggle();
    const atOnce = room.nadia.player.snapshot().phase;
    await room.time.advance(5_000);

    expect(atOnce).not.toBe("waiting");
    expect(room.nadia.player.snapshot()).toMatchObject({ phase: "paused", gate: null });
    expect(room.nadia.picture.isPaused()).toBe(true);
  });

  it("[PB40] [A4] goes on without the one who is awaited, once somebody says so", async () => {
    const room = await waitingRoom();
    const mayGoOnMs = await untilMs(
      room,
      () => room.nadia.player.snapshot().gate?.mayGoOn === true,
    );

    room.nadia.player.goOnWithout();
    const goesMs = await untilMs(room, () => room.nadia.player.snapshot().phase === "playing");
    const before = room.nadia.picture.frameOnScreen();
    await room.time.advance(2_000);
    tellMeasured(`one may go on without after ${mayGoOnMs} ms, and plays ${goesMs} ms later`);

    expect(mayGoOnMs + goesMs).toBeLessThan(10_000);
    expect(room.nadia.picture.frameOnScreen() - before).toBeGreaterThan(40);
  });
});

describe("nobody to hear", () => {
  it("[PB25] shows a resting picture after ten seconds, and pressing play then does nothing", async () => {
    const room = await playing();
    room.callum.setCut(true);
    const heardBefore = room.callum.player.snapshot();
    await room.time.advance(11_500);
    const rests = room.callum.player.snapshot();

    room.callum.player.toggle();
    await room.time.advance(1_000);
    const pressed = room.callum.player.snapshot();
    room.callum.setCut(false);
    const backMs = await untilMs(room, () => room.callum.player.snapshot().isInStep);
    tellMeasured(`back in step ${backMs} ms after the line is there again`);

    expect(heardBefore.phase).toBe("playing");
    expect(rests).toMatchObject({ phase: "paused", link: "lost" });
    expect(pressed.phase).toBe("paused");
    expect(backMs).toBeLessThanOrEqual(3_000);
    expect(phases(room)).toEqual(["playing", "playing"]);
  });
});
