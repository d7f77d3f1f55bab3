import { describe, expect, it, vi } from "vitest";
import type { DecodedPicture, DecodedRun } from "#client/features/studio/film/decode-pictures.ts";
import {
  createPictureCache,
  keptAhead,
  keptBehind,
} from "#client/features/studio/film/picture-cache.ts";
import { layPeaks, peakMs } from "#client/features/studio/film/read-peaks.ts";
import { createThumbnails, mostThumbnails } from "#client/features/studio/film/thumbnails.ts";
import { createWaveform, pieceMs } from "#client/features/studio/film/waveform.ts";

const count = 200;
const unreadable = 77;
/** Each so many pictures one is whole in itself; decoding begins there. */
const keyEach = 25;

/** A cache over pictures that are their own numbers; tells what was decoded and what is held. */
function openCache() {
  const decoded: number[] = [];
  const held = new Set<number>();
  const begun: number[] = [];
  async function* decode(run: DecodedRun): AsyncGenerator<DecodedPicture<number>> {
    begun.push(run.from);
    for (let index = run.from - (run.from % keyEach); index < run.to; index += 1) {
      await Promise.resolve();
      if (index === unreadable) continue;
      decoded.push(index);
      const picture = run.isWanted(index) ? index : null;
      if (picture !== null) held.add(index);
      yield { index, picture };
    }
  }
  const discard = (picture: number) => held.delete(picture);
  return { decoded, held, begun, cache: createPictureCache({ count, decode, discard }) };
}

describe("pictures around the present one", () => {
  it("[CP4] a step either way finds its picture decoded already", async () => {
    const { cache, decoded } = openCache();
    await cache.get(100);
    await vi.waitFor(() => expect(decoded).toContain(99));
    const before = [...decoded];

    for (const step of [101, 102, 101, 100, 99, 98]) {
      expect(await cache.get(step)).toBe(step);
      expect(before).toContain(step);
    }
  });

  it("[CP4] stepping on decodes each picture once", async () => {
    const { cache, decoded } = openCache();
    for (let step = 0; step < 60; step += 1) expect(await cache.get(step)).toBe(step);

    await vi.waitFor(() => expect(decoded.length).toBeGreaterThanOrEqual(60 + keptAhead));
    expect(new Set(decoded).size).toBe(decoded.length);
  });

  it("[CP4] holds no more pictures than it says, however long one steps", async () => {
    const { cache, held } = openCache();
    const steps = [...Array(150).keys()];

    for (const step of [...steps, ...steps.toReversed()]) {
      const picture = await cache.get(step);
      expect(picture).toBe(step === unreadable ? null : step);
      expect(held.size).toBeLessThanOrEqual(keptBehind + keptAhead + 1);
    }
    cache.close();
    await vi.waitFor(() => expect(held.size).toBe(0));
  });

  it("[CP91] what is decoded on the way to a far picture is kept: a step back from there needs no second run", async () => {
    const { cache, begun } = openCache();

    expect(await cache.get(124)).toBe(124);
    for (let step = 123; step >= 100; step -= 1) expect(await cache.get(step)).toBe(step);

    expect(begun.filter((from) => from >= 100)).toEqual([124]);
  });

  it("[CP4] who asks for another picture meanwhile gets that one", async () => {
    const { cache } = openCache();

    const [first, second] = await Promise.all([cache.get(20), cache.get(180)]);

    expect([first, second]).toEqual([null, 180]);
  });
});

describe("the waveform", () => {
  it("[CP5] has the loudest value of each 10 ms, at its place", () => {
    const peaks = new Uint8Array(4);
    const samples = new Float32Array(480 * 3).fill(0.1);
    samples[500] = -1; // in the second 10 ms of the piece

    layPeaks(peaks, samples, peakMs, 48_000);

    expect([...peaks]).toEqual([0, 26, 255, 26]);
  });

  it("[CP5] learns what is looked at first, then the rest, and stops when told", async () => {
    const asked: number[] = [];
    const reader = {
      peaks: ({ startMs }: { startMs: number }) => {
        asked.push(startMs / pieceMs);
        return Promise.resolve(new Uint8Array(pieceMs / peakMs).fill(9));
      },
    };

    const waveform = createWaveform(reader, 6 * pieceMs);
    waveform.want({ startMs: 3 * pieceMs, endMs: 5 * pieceMs });
    waveform.onPiece(() => {
      if (asked.length === 5) waveform.close();
    });
    await vi.waitFor(() => expect(asked).toHaveLength(5));

    expect(asked).toEqual([0, 3, 4, 1, 2]);
    expect(waveform.peaks[(3 * pieceMs) / peakMs]).toBe(9);
    expect(waveform.peaks.at(-1)).toBe(0);
    await Promise.resolve();
    expect(asked).toHaveLength(5);
  });
});

describe("thumbnails", () => {
  const open = () => {
    const closed: number[] = [];
    const asked: number[][] = [];
    const thumbnails = createThumbnails<{ close(): void }>({
      thumbnails: (timesMs, onPicture) => {
        asked.push([...timesMs]);
        for (const isExact of [false, true]) {
          for (const timeMs of timesMs) {
            onPicture({ timeMs, isExact, picture: { close: () => closed.push(timeMs) } });
          }
        }
        return Promise.resolve();
      },
    });
    return { thumbnails, closed, asked };
  };

  it("[CP5] are read once, and again only when they were forgotten", () => {
    const { thumbnails, asked } = open();

    thumbnails.want([0, 100]);
    thumbnails.want([100, 200]);

    expect(asked).toEqual([[0, 100], [200]]);
    expect(thumbnails.at(100)).toBeDefined();
  });

  it("[CP5] those looked at longest ago go first, and nothing is held twice", () => {
    const { thumbnails, closed } = open();
    thumbnails.want(Array.from({ length: mostThumbnails }, (_, n) => n));
    closed.length = 0;

    thumbnails.want([0, -1]);

    expect(thumbnails.at(0)).toBeDefined();
    expect(thumbnails.at(1)).toBeUndefined();
    expect(closed).toEqual([1, -1]);
  });
});
