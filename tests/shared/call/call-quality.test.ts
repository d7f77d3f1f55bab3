import { describe, expect, it } from "vitest";
import { considerLine, freshLine } from "#shared/call/call-quality.ts";
import type { Line, LineSample } from "#shared/call/call-quality.ts";

const good: LineSample = { rttMs: 40, jitterMs: 5, lossShare: 0, sendableKbps: 2_000 };
const weak: LineSample = { ...good, lossShare: 0.08 };
const poor: LineSample = { ...good, lossShare: 0.3 };

/** The qualities after each of so many seconds. */
function follow(from: Line, sample: LineSample, seconds: number): Line[] {
  const lines: Line[] = [];
  for (let line = from; lines.length < seconds; lines.push(line)) line = considerLine(line, sample);
  return lines;
}
const after = (from: Line, sample: LineSample, seconds: number) =>
  follow(from, sample, seconds).at(-1) ?? from;

describe("a line", () => {
  it.each([
    [{ ...good, rttMs: 500 }, "weak"],
    [{ ...good, rttMs: 1_000 }, "poor"],
    [{ ...good, jitterMs: 70 }, "weak"],
    [{ ...good, jitterMs: 200 }, "poor"],
    [{ ...good, lossShare: 0.05 }, "weak"],
    [{ ...good, lossShare: 0.2 }, "poor"],
    [{ ...good, sendableKbps: 200 }, "weak"],
    [{ ...good, sendableKbps: 60 }, "poor"],
    [{ rttMs: null, jitterMs: null, lossShare: null, sendableKbps: null }, "good"],
    [good, "good"],
  ])("[CL35] that goes on as %o is %s", (sample, quality) => {
    expect(after(freshLine, sample, 10).quality).toBe(quality);
  });

  it("[CL35] loses faces first, and never the voices", () => {
    const sent = follow(freshLine, poor, 20).map(({ send }) => send);

    expect([...new Set(sent)]).toEqual(["all", "small-faces", "no-faces"]);
    expect(sent.indexOf("no-faces")).toBeLessThan(6);
  });

  it("[CL35] is not worse for one or two bad seconds", () => {
    const hiccup = after(after(freshLine, poor, 2), good, 1);

    expect(after(hiccup, poor, 2).quality).toBe("good");
  });

  it("[CL35] comes back by steps, and more slowly each time it has not lasted", () => {
    const secondsUntilGood = (from: Line) =>
      follow(from, good, 200).findIndex(({ quality }) => quality === "good") + 1;
    const first = after(freshLine, weak, 3);
    const second = after(after(first, good, 8), weak, 3);
    const third = after(after(second, good, 16), weak, 3);

    expect([first, second, third].map(({ quality }) => quality)).toEqual(["weak", "weak", "weak"]);
    expect([first, second, third].map(secondsUntilGood)).toEqual([8, 16, 32]);
  });

  it("[CL35] forgets old trouble after a good minute", () => {
    const troubled = after(after(after(freshLine, weak, 3), good, 8), weak, 3);
    const rested = after(troubled, good, 16 + 60);

    expect(after(rested, weak, 3)).toMatchObject({ quality: "weak", patience: 8 });
  });
});
