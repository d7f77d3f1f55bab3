import { inspectClip } from "#server/media/clip-inspection.ts";
import type { CutPlan, Stretch } from "#shared/studio/cut-plan.ts";
import { percentile } from "#tests/bench/sync/statistics.ts";
import { frameNumberOf } from "#tests/helpers/clips.ts";
import type { FoundClip } from "#tests/helpers/cut-page.ts";
import { findSound, loudness } from "#tests/helpers/film-leaks.ts";
import type { FoundSound } from "#tests/helpers/film-leaks.ts";
import { bystander, filmFrames } from "#tests/helpers/film-picture.mjs";
import { tellingWords } from "#tests/helpers/films.ts";
import type { NumberedFilm } from "#tests/helpers/films.ts";

/** One cut to make: a stretch of a film, with or without the bystander covered and a silence. */
export interface CutRound {
  readonly film: NumberedFilm;
  readonly plan: CutPlan;
}

/** What a judge found amiss, and how far off its time something was at most. */
interface Judged {
  readonly faults: readonly string[];
  readonly offMs: number;
}

/** Of the stretch to the sample, as near as a lossy sound can be told; further off, it is from outside. */
const mostSoundOffMs = 3;
const mostPictureOffMs = 0.2;

/** When each picture of a film begins, in ms, as the script that renders it says. */
export const filmTimesMs: Readonly<Record<NumberedFilm, readonly number[]>> = {
  bFrames: times(filmFrames, (n) => n * 40),
  vp9: times(filmFrames, (n) => n * 40 + 7), // what its sound needs for a run-up comes first
  phone: times(filmFrames, (n) => n * 40),
  sixty: times(filmFrames, (n) => (n * 1000) / 60),
  variable: times(filmFrames, (n) => n * 36 + 12 * Math.sin(n * 1.7) + (n > 70 ? 400 : 0)),
};

function times(count: number, startOf: (n: number) => number): number[] {
  return Array.from({ length: count }, (_, n) => startOf(n));
}

/** Judges the pictures by their numbers and times. */
export function judgePictures({ pictures, expected }: FoundClip, { film, plan }: CutRound): Judged {
  const startsMs = filmTimesMs[film];
  const { startMs, endMs } = plan.stretch;
  const first = startsMs.findLastIndex((at) => at <= startMs + 0.5);
  const last = startsMs.findLastIndex((at) => at < endMs - 0.5);
  const numbers = pictures.map(({ blocks }) => frameNumberOf(blocks));
  const faults: string[] = [];
  const isWithin = (n: number | null) => n !== null && n >= first && n <= last;
  const outside = numbers.filter((n) => !isWithin(n));
  if (outside.length > 0) faults.push(`pictures from outside ${first}-${last}: ${outside.join()}`);
  if (numbers[0] !== first) faults.push(`begins with ${numbers[0]}, not ${first}`);
  // Where they come faster than a clip may, some are left out; the plan says which.
  const wanted =
    film === "sixty" || film === "variable" ? expected.frames.length : last - first + 1;
  if (numbers.length !== wanted) faults.push(`${numbers.length} pictures, not ${wanted}`);
  if (numbers.length < (last - first) * 0.45) faults.push("more left out than need be");
  if (numbers.some((n, place) => place > 0 && (n ?? 0) <= (numbers[place - 1] ?? 0))) {
    faults.push("pictures out of their order");
  }
  const offsMs = pictures.map(({ atMs }, n) =>
    n === 0 ? Math.abs(atMs) : Math.abs(atMs - ((startsMs[numbers[n] ?? 0] ?? 0) - startMs)),
  );
  const offMs = Math.max(...offsMs);
  if (offMs > mostPictureOffMs) faults.push(`a picture is off its time by ${offMs} ms`);
  return { faults, offMs };
}

/** Judges the sound: every bit of it must be the film's of its place, and none must come after the end. */
export function judgeSound(found: FoundClip, { plan }: CutRound): Judged {
  if (found.sound === null) return { faults: ["no sound"], offMs: 0 };
  const sound = { ...found.sound, values: floatsOf(found.sound.values) };
  const { startMs, endMs } = plan.stretch;
  const [quiet] = plan.silences;
  const untilMs = quiet?.startMs ?? endMs;
  const { offsetsMs, likenesses, afterEnd } = findSound(sound, startMs, untilMs - startMs);
  const faults: string[] = [];
  const least = Math.min(1, ...likenesses);
  if (least < 0.75) faults.push(`sound that is not the stretch's: likeness ${least.toFixed(2)}`);
  const offMs = offsetsMs.length === 0 ? 0 : percentile(offsetsMs.map(Math.abs), 1);
  if (offMs > mostSoundOffMs) faults.push(`the sound is off by ${offMs.toFixed(1)} ms`);
  if (quiet === undefined && afterEnd > 0.05) faults.push(`sound after the end: ${afterEnd}`);
  if (quiet !== undefined) faults.push(...judgeSilence(sound, startMs, quiet));
  const lengthMs = (sound.values.length / sound.samplesPerSecond) * 1000;
  if (lengthMs > found.expected.durationMs + 60) faults.push("more sound than the stretch has");
  return { faults, offMs };
}

function judgeSilence(sound: FoundSound, startMs: number, quiet: Stretch): string[] {
  const at = (ms: number) => Math.round(((ms - startMs) / 1000) * sound.samplesPerSecond);
  const heard = loudness(sound.values.subarray(at(quiet.startMs + 40), at(quiet.endMs - 40)));
  return heard > 0.002 ? [`heard in a silence: ${heard}`] : [];
}

function floatsOf(base64: string): Float32Array {
  const bytes = Uint8Array.from(Buffer.from(base64, "base64"));
  return new Float32Array(bytes.buffer);
}

/** How much of the bystander's pattern is in a part: about 100 when it is plain to see. */
export function patternIn(part: Uint8Array): number {
  const mean = part.reduce((sum, value) => sum + value, 0) / part.length;
  const sum = part.reduce((total, value, n) => {
    const x = bystander.x + (n % bystander.width);
    const y = bystander.y + Math.floor(n / bystander.width);
    return total + (value - mean) * (((x >> 2) + (y >> 2)) % 2 === 0 ? 1 : -1);
  }, 0);
  return Math.abs(sum / part.length);
}

/** Judges whether the bystander is to be seen exactly where nothing covers them. */
export function judgeCovers({ pictures }: FoundClip, { plan }: CutRound): string[] {
  const patterns = pictures.map(({ part }) => patternIn(Buffer.from(part, "base64")));
  const isCovered = plan.covers.length > 0;
  if (isCovered && Math.max(...patterns) > 5) return ["somebody shows through a cover"];
  // Without a cover the pattern must be there, else nothing was proved with one.
  return !isCovered && Math.min(...patterns) < 50 ? ["the bystander is not to be seen"] : [];
}

/** Judges the file itself: the server takes it, and it tells nothing of the film. */
export async function judgeBytes(bytes: Buffer): Promise<string[]> {
  const inspected = await inspectClip({
    totalBytes: bytes.length,
    read: (start, end) => Promise.resolve(bytes.subarray(start, end + 1)),
  });
  const told = tellingWords.filter((word) => bytes.includes(word));
  return [
    ...(inspected.ok ? [] : [`the server refuses it: ${inspected.reason}`]),
    ...told.map((word) => `the file tells ${word}`),
  ];
}
