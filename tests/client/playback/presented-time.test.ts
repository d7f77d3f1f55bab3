import { describe, expect, it } from "vitest";
import { createPresentedTime } from "#client/features/playback/presented-time.ts";
import { createRestlessPicture } from "#client/features/playback/restless-picture.ts";

/** 25 frames a second: what an ordinary browser says of a picture at `positionMs`. */
const startOfFrameMs = (positionMs: number) => Math.floor(positionMs / 40) * 40;

describe("when a presented picture begins", () => {
  it("[PB62] is what the browser says, as long as nothing speaks against it", () => {
    const time = createPresentedTime();
    for (const soughtMs of [20, 19, 420, 421]) time.learn(startOfFrameMs(soughtMs), soughtMs);

    expect(time.trueMs(400)).toBe(400);
  });

  it("[PB62] is put right where every picture is given the same time too late", () => {
    const time = createPresentedTime();
    time.learn(20 + 80, 20);
    time.learn(19 + 80, 19);

    expect(time.trueMs(2_100)).toBe(2_020);
  });

  it("[PB62] is not put right by one seek alone, nor by pictures still on their way while stepping back", () => {
    const time = createPresentedTime();
    for (const frame of [60, 59, 58, 57]) time.learn((frame + 1) * 40, frame * 40 + 20);

    expect(time.trueMs(2_100)).toBe(2_100);
  });

  it("[PB62] is not put right where the picture's time is the place that was sought", () => {
    const time = createPresentedTime();
    time.learn(2_020, 2_020);
    time.learn(2_020, 2_019);
    time.learn(2_019, 2_019);

    expect(time.trueMs(2_019)).toBe(2_019);
  });

  it("[PB62] is learned anew for another clip", () => {
    const time = createPresentedTime();
    time.learn(20 + 80, 20);
    time.learn(19 + 80, 19);
    time.forget();

    expect(time.trueMs(2_100)).toBe(2_100);
  });
});

describe("a picture that is said to rest", () => {
  it("[PB62] may be presented again, and once more after the one from before the seek", () => {
    const restless = createRestlessPicture();

    expect([400, 2_020, 2_020].map((at) => restless.isTooMany(at))).toEqual([false, false, false]);
  });

  it("[PB62] has gone on by itself at its third different frame, until it is sought anew", () => {
    const restless = createRestlessPicture();
    expect([400, 440, 480].map((at) => restless.isTooMany(at))).toEqual([false, false, true]);

    restless.beginAnew();

    expect(restless.isTooMany(520)).toBe(false);
  });
});
