import { describe, expect, it } from "vitest";
import {
  hangOverMs,
  hearLevel,
  levelOf,
  noSpeech,
  ownMargins,
  theirMargins,
} from "#shared/call/speaking.ts";
import type { SpeechMargins } from "#shared/call/speaking.ts";

const everyMs = 30;

/** Plays a course of levels; answers from when to when somebody was taken to speak. */
function hear(levelAt: (atMs: number) => number, forMs: number, margins?: SpeechMargins) {
  let speech = noSpeech;
  const spoken: { fromMs: number; untilMs: number }[] = [];
  for (let atMs = 0; atMs <= forMs; atMs += everyMs) {
    const wasSpeaking = speech.isSpeaking;
    speech = hearLevel(speech, levelAt(atMs), atMs, margins);
    if (speech.isSpeaking && !wasSpeaking) spoken.push({ fromMs: atMs, untilMs: Infinity });
    const last = spoken.at(-1);
    if (!speech.isSpeaking && wasSpeaking && last !== undefined) last.untilMs = atMs;
  }
  return spoken;
}

/** Syllables: 160 ms loud, 80 ms of a consonant nearly without voice. */
const syllables = (atMs: number, loudDb: number, quietDb: number) =>
  atMs % 240 < 160 ? loudDb : Math.max(quietDb, loudDb - 22);

describe("who speaks", () => {
  it("[CL32][A12] is known within a tenth of a second and no longer a moment after the last word", () => {
    const spoken = hear(
      (atMs) => (atMs >= 2_000 && atMs < 5_000 ? syllables(atMs, -25, -65) : -65),
      8_000,
    );

    expect(spoken).toHaveLength(1);
    expect(spoken[0]?.fromMs).toBeLessThanOrEqual(2_100);
    expect(spoken[0]?.untilMs).toBeGreaterThan(5_000);
    expect(spoken[0]?.untilMs).toBeLessThanOrEqual(5_000 + hangOverMs + everyMs);
  });

  it("[CL32] is not lost during a minute of talk, over a fan too", () => {
    const spoken = hear((atMs) => (atMs < 3_120 ? -48 : syllables(atMs, -22, -48)), 63_000);

    expect(spoken.filter(({ untilMs }) => untilMs > 3_000)).toEqual([
      { fromMs: 3_150, untilMs: Infinity },
    ]);
  });

  it.each([
    ["a fan", () => -40],
    ["a vacuum cleaner", (atMs: number) => -18 + Math.sin(atMs / 90)],
    ["steady music", (atMs: number) => -24 + 3 * Math.sin(atMs / 300)],
  ])("[CL32][A12] is not %s, once it has been heard for two seconds", (_noise, levelAt) => {
    const spoken = hear((atMs) => (atMs < 4_000 ? -70 : levelAt(atMs)), 20_000);

    for (const { untilMs } of spoken) expect(untilMs).toBeLessThan(4_000 + 2_000 + hangOverMs + 80);
  });

  it("[CL32] is not a single click", () => {
    expect(hear((atMs) => (atMs === 2_000 ? -10 : -70), 4_000)).toEqual([]);
  });

  it("[CL32][A12] is not what is left of the clip in one's own microphone", () => {
    const leftOver = (atMs: number) => syllables(atMs, -45, -80);

    expect(hear(leftOver, 5_000, ownMargins)).toEqual([]);
    expect(hear(leftOver, 5_000, theirMargins)).not.toEqual([]);
  });
});

describe("a level", () => {
  it("[CL32] is in decibels of full scale", () => {
    expect(levelOf(new Float32Array(64).fill(1))).toBeCloseTo(0);
    expect(levelOf(new Float32Array(64).fill(0.1))).toBeCloseTo(-20);
    expect(levelOf(new Float32Array(64))).toBe(-100);
    expect(levelOf(new Float32Array())).toBe(-100);
  });
});
