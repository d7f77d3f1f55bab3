import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createLevels } from "#client/features/call/levels.ts";
import type { Levels } from "#client/features/call/levels.ts";

const loudDb = -20;
const quietDb = -70;

/** How loud each voice is now, and how many are being listened to. */
let loudness: Map<unknown, number>;
let open: Set<unknown>;
let levels: Levels;

beforeEach(() => {
  vi.useFakeTimers();
  loudness = new Map();
  open = new Set();
  levels = createLevels({
    nowMs: () => Date.now(),
    listen: (voice) => {
      open.add(voice);
      return { levelDb: () => loudness.get(voice) ?? quietDb, close: () => open.delete(voice) };
    },
  });
});
afterEach(() => {
  levels.close();
  vi.useRealTimers();
});

/** A stream of one voice, or of none. */
function streamOf(echoCancellation: boolean | null = true) {
  const voice = { getSettings: () => ({ echoCancellation }) };
  const tracks = echoCancellation === null ? [] : [voice];
  return { voice, stream: { getAudioTracks: () => tracks } as unknown as MediaStream };
}

describe("who is listened to", () => {
  it("[CL32] is said to speak within a tenth of a second, and told once", () => {
    const { voice, stream } = streamOf();
    const told = vi.fn<() => void>();
    levels.onChange(told);
    levels.watch("callum", stream);
    vi.advanceTimersByTime(1_000);

    loudness.set(voice, loudDb);
    vi.advanceTimersByTime(100);

    expect(levels.isSpeaking("callum")).toBe(true);
    expect(told).toHaveBeenCalledTimes(1);
    loudness.set(voice, quietDb);
    vi.advanceTimersByTime(500);
    expect(levels.isSpeaking("callum")).toBe(false);
    expect(told).toHaveBeenCalledTimes(2);
  });

  it("[CL32] is silent for everybody once they are gone, and costs nothing more", () => {
    const { voice, stream } = streamOf();
    levels.watch("callum", stream);
    loudness.set(voice, loudDb);
    vi.advanceTimersByTime(200);

    levels.unwatch("callum");

    expect(levels.isSpeaking("callum")).toBe(false);
    expect(open.size).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("[CL32] is followed to a new track, and listened to once while it stays", () => {
    const [before, after] = [streamOf(), streamOf()];
    levels.watch("callum", before.stream);
    levels.watch("callum", before.stream);
    levels.watch("nadia", streamOf(null).stream);

    levels.watch("callum", after.stream);

    expect([...open]).toEqual([after.voice]);
  });

  it("[CL32][A12] counts as oneself only where the echo of the clip is taken out", () => {
    const [plain, cancelled] = [streamOf(false), streamOf(true)];
    levels.watch("me", plain.stream, "own");
    for (const { voice } of [plain, cancelled]) loudness.set(voice, loudDb);
    vi.advanceTimersByTime(200);
    expect(levels.isSpeaking("me")).toBe(false);

    levels.watch("me", cancelled.stream, "own");
    vi.advanceTimersByTime(200);

    expect(levels.isSpeaking("me")).toBe(true);
  });
});
