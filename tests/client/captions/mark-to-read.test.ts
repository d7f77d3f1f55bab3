import { expect, it } from "vitest";
import { markToRead } from "#client/features/captions/mark-to-read.ts";

const marks = [1_000, 1_400, 4_000].map((atMs) => ({ atMs, text: `at ${atMs}` }));
const at = (positionMs: number, isPlaying = false, clipId = "one") => ({
  clipId,
  positionMs,
  isPlaying,
});
const read = (...way: [ReturnType<typeof at> | null, ReturnType<typeof at>]) =>
  markToRead(marks, ...way)?.atMs ?? null;

it("[CP64] [A2] reads each mark once as the clip plays past it, the last of several", () => {
  const beats = Array.from({ length: 26 }, (_, beat) => at(beat * 200, true));

  const said = beats.slice(1).map((next, beat) => read(beats[beat] ?? null, next));

  expect(said.filter((atMs) => atMs !== null)).toEqual([1_000, 1_400, 4_000]);
  expect(read(at(900, true), at(1_600, true))).toBe(1_400);
});

it("[CP64] reads a mark that is stepped over, either way", () => {
  expect(read(at(960), at(1_000))).toBe(1_000);
  expect(read(at(1_040), at(1_000))).toBe(1_000);
  expect(read(at(1_000), at(960))).toBeNull();
  expect(read(at(3_000), at(1_000))).toBe(1_000);
  expect(read(at(1_000), at(1_040))).toBeNull();
});

it("[CP64] reads nothing that a jump left out, and what is there where it ends", () => {
  expect(read(at(0), at(5_000))).toBeNull();
  expect(read(at(0), at(4_100))).toBe(4_000);
  expect(read(at(5_000, true), at(1_100, true))).toBe(1_000);
  expect(read(at(3_000, true), at(900, true))).toBeNull();
  expect(read(at(5_000), at(1_000, false, "two"))).toBe(1_000);
  expect(read(null, at(500))).toBeNull();
});

it("[CP64] says nothing again when a pause settles a little before where it was pressed", () => {
  expect(read(at(1_050, true), at(990))).toBeNull();
  expect(read(at(1_000), at(1_000))).toBeNull();
});
