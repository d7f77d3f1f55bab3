import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { clipVolumeOf } from "#client/lib/clip-volume.ts";

const quarter = 10 ** (-12 / 20);
let storage: Map<string, string>;

beforeEach(() => {
  vi.useFakeTimers();
  storage = new Map();
  const localStorage = {
    getItem: (key: string) => storage.get(key) ?? null,
    setItem: (key: string, value: string) => storage.set(key, value),
  };
  vi.stubGlobal("window", { localStorage });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("the clip's own volume", () => {
  it("[CL34] is what this person chose, kept for the next time, and less while somebody speaks", () => {
    const volume = clipVolumeOf(true, () => Date.now());
    const video = { volume: 1 };
    volume.applyTo(video);

    volume.setPersonal(0.5);
    expect(video.volume).toBe(0.5);
    volume.setSpeaking(true);
    vi.advanceTimersByTime(120);
    expect(video.volume).toBeCloseTo(0.5 * quarter);
    volume.setSpeaking(false);
    vi.advanceTimersByTime(1_100);
    expect(video.volume).toBe(0.5);

    expect(clipVolumeOf(true, () => Date.now()).personal()).toBe(0.5);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("[CL34] holds for the next clip too, in the middle of a word", () => {
    const volume = clipVolumeOf(true, () => Date.now());
    volume.setSpeaking(true);
    vi.advanceTimersByTime(500);
    const next = { volume: 1 };

    volume.applyTo(next);

    expect(next.volume).toBeCloseTo(quarter);
    volume.close();
    volume.setSpeaking(false);
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each(["", "much", "-1", "7"])("[CL34] begins whole when %o is what was kept", (kept) => {
    storage.set("clip-volume", kept);

    expect(clipVolumeOf(true, () => Date.now()).personal()).toBe(1);
  });
});
