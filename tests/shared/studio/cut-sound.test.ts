import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { laySound, silenceSound, silentSound } from "#shared/studio/cut-sound.ts";

/** The sound of a film in which each sample is its own number, in pieces as decoders give them. */
function cutNumbers(startSample: number, samples: number, pieceSamples: number, offset: number) {
  const sound = silentSound(1_000, 1, samples);
  for (let at = offset - pieceSamples; at < startSample + samples + 200; at += pieceSamples) {
    const piece = Float32Array.from({ length: pieceSamples }, (_, n) => at + n);
    laySound(sound, piece, at - startSample);
  }
  return [...sound.values];
}

describe("the sound of a cut", () => {
  it("[CP20] is that of its stretch to the sample, however the film hands it out", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3_000 }),
        fc.integer({ min: 1, max: 900 }),
        fc.integer({ min: 1, max: 700 }),
        fc.integer({ min: -50, max: 0 }),
        (start, samples, pieceSamples, offset) => {
          const values = cutNumbers(start, samples, pieceSamples, offset);

          expect(values).toEqual(Array.from({ length: samples }, (_, n) => start + n));
        },
      ),
    );
  });

  it("[CP20] keeps its channels together", () => {
    const sound = silentSound(1_000, 2, 3);

    laySound(sound, Float32Array.of(1, -1, 2, -2, 3, -3, 4, -4), -1);

    expect([...sound.values]).toEqual([2, -2, 3, -3, 4, -4]);
  });

  it("[CP20] is silent where the film has none yet, and where silence is asked for", () => {
    const sound = silentSound(1_000, 1, 10);
    laySound(
      sound,
      Float32Array.from({ length: 8 }, () => 1),
      2,
    );

    silenceSound(sound, 500, [
      { startMs: 0, endMs: 400 },
      { startMs: 504.5, endMs: 506 },
      { startMs: 509, endMs: 900 },
    ]);

    expect([...sound.values]).toEqual([0, 0, 1, 1, 0, 0, 1, 1, 1, 0]);
  });
});
