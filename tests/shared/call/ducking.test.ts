import { describe, expect, it } from "vitest";
import { duck, duckedDb, duckingGain, isDuckingMoving, notDucked } from "#shared/call/ducking.ts";
import { hangOverMs } from "#shared/call/speaking.ts";

const quarter = 10 ** (duckedDb / 20);
/** The longest that it takes to notice a voice: two levels of 20 ms and what the ear holds. */
const noticedMs = 100;

describe("the clip's sound while somebody speaks", () => {
  it("[CL33][A12] is 12 dB less within 0.2 s of a voice and whole within 1.5 s of silence", () => {
    const spoken = duck(notDucked, true, 1_000 + noticedMs);
    const silent = duck(spoken, false, 9_000 + hangOverMs + 40);

    expect(duckingGain(spoken, 1_000)).toBe(1);
    expect(duckingGain(spoken, 1_200)).toBeCloseTo(quarter);
    expect(20 * Math.log10(duckingGain(spoken, 1_200))).toBeCloseTo(-12);
    expect(duckingGain(silent, 9_000 + 1_500)).toBe(1);
    expect(isDuckingMoving(silent, 9_000 + 1_500)).toBe(false);
  });

  it("[CL33] is held between two sentences", () => {
    const silent = duck(duck(notDucked, true, 0), false, 2_000);
    const again = duck(silent, true, 2_250);

    expect(duckingGain(silent, 2_250)).toBeCloseTo(quarter);
    expect(duckingGain(again, 2_250)).toBeCloseTo(quarter);
  });

  it("[CL33] moves without a step, whenever somebody begins or stops", () => {
    let ducking = notDucked;
    let last = duckingGain(ducking, 0);
    let greatestStep = 0;
    for (let atMs = 0; atMs < 20_000; atMs += 5) {
      ducking = duck(ducking, Math.sin(atMs / 137) + Math.sin(atMs / 911) > 0.4, atMs);
      const gain = duckingGain(ducking, atMs);
      greatestStep = Math.max(greatestStep, Math.abs(gain - last));
      last = gain;
    }

    expect(greatestStep).toBeGreaterThan(0);
    expect(greatestStep).toBeLessThan(0.1);
  });

  it("[CL33] changes nothing when it is told the same again", () => {
    const spoken = duck(notDucked, true, 0);

    expect(duck(spoken, true, 50)).toBe(spoken);
    expect(duck(notDucked, false, 50)).toBe(notDucked);
  });
});
