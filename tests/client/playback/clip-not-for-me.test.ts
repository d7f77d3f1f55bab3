import { expect, it } from "vitest";
import { simulateRoom } from "#tests/helpers/playback-simulator.ts";
import { buildTimelineClip, steadyFrames } from "#tests/helpers/timelines.ts";

it("[PB15] somebody who may not see the clip on screen is waited for by nobody", async () => {
  const room = await simulateRoom(buildTimelineClip(steadyFrames(250), 10_000), {});
  const before = room.callum.player.snapshot().picture;

  room.callum.player.setClips([]);
  await room.time.advance(2_000);

  expect(before).toBe("ready");
  expect(room.callum.player.snapshot().picture).toBe("unseen");
});
