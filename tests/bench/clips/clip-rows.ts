import { figure, figures, percentile } from "#tests/bench/sync/statistics.ts";
import { spreadOf } from "#tests/bench/sync/summary.ts";
import { atLeast, atMost, judge } from "#tests/bench/sync/verdicts.ts";
import type { Row } from "#tests/bench/sync/verdicts.ts";
import type { CutFinding } from "#tests/trials/cut-rounds.ts";
import type { ComparedCut } from "./measure-cuts.ts";
import { cutSeconds } from "./measure-cuts.ts";
import type { FilmFigures } from "./measure-film.ts";

const most = (
  quantity: string,
  value: number,
  limit: number,
  unit: string,
  wasCalm: boolean,
): Row => ({
  quantity,
  found: `${figure(value)} ${unit}`,
  target: `<= ${limit} ${unit}`,
  verdict: judge([atMost(value, limit)], wasCalm),
});

/** Something to read beside the rest; nothing is asked of it. */
const told = (quantity: string, found: string): Row => ({
  quantity,
  found,
  target: "-",
  verdict: "-",
});

/** A film of so many minutes, opened and looked through. */
export function filmRows(film: FilmFigures, minutes: number, wasCalm: boolean): Row[] {
  const steps = (way: string, tookMs: readonly number[]): Row => {
    const { p50, p95, max } = spreadOf(tookMs);
    return {
      quantity: `${way}, ${tookMs.length} times, p50 / p95 / max`,
      found: `${figures(p50, p95, max)} ms`,
      target: "p95 <= 60 ms",
      verdict: judge([atMost(p95, 60)], wasCalm),
    };
  };
  const far = spreadOf(film.farMs);
  return [
    most(openWords(film, minutes), film.openMs, 1_000, "ms", wasCalm),
    most("memory of the page for that, at most", film.openMegabytes, 300, "MB", true),
    told(
      "memory with pictures around the present one kept, at most",
      `${figure(film.allMegabytes)} MB`,
    ),
    most("first of 12 thumbnails", film.firstThumbnailMs, 1_000, "ms", wasCalm),
    told("all 12, exact", `${figure(film.allThumbnailsMs)} ms`),
    steps("a step on", film.onMs),
    steps("a step back", film.backMs),
    told(
      `a jump across the film, ${film.farMs.length} times, p50 / p95 / max`,
      `${figures(far.p50, far.p95, far.max)} ms`,
    ),
  ];
}

/** A film hours long, only opened. */
export function longFilmRows(film: FilmFigures, minutes: number, wasCalm: boolean): Row[] {
  return [
    most(openWords(film, minutes), film.openMs, 5_000, "ms", wasCalm),
    told("memory of the page for that, at most", `${figure(film.openMegabytes)} MB`),
    told("first of 12 thumbnails of it", `${figure(film.firstThumbnailMs)} ms`),
  ];
}

const openWords = ({ pictures }: FilmFigures, minutes: number) =>
  `open and index ${minutes} min of 1080p (${pictures} pictures)`;

/** The same cuts here and by ffmpeg. */
export function cutRows(cuts: readonly ComparedCut[], wasCalm: boolean): Row[] {
  const median = (of: (cut: ComparedCut) => number) => percentile(cuts.map(of), 0.5);
  const ours = median((cut) => cut.tookMs);
  const made = median((cut) => cut.madeMs);
  const theirs = median((cut) => cut.ffmpegMs);
  const megabits = median((cut) => (cut.bytes * 8) / cutSeconds / 1_000_000);
  return [
    told(
      `${cutSeconds} s of it cut to 720p: file made / made and checked`,
      `${figures(made, ours)} ms`,
    ),
    told("the same by ffmpeg, x264 veryfast, not checked", `${figure(theirs)} ms`),
    {
      quantity: "speed against ffmpeg: file made / made and checked",
      found: `${figure(theirs / made, 2)} / ${figure(theirs / ours, 2)} x`,
      target: ">= 0.5 x, checked",
      verdict: judge([atLeast(theirs / ours, 0.5)], wasCalm),
    },
    told(
      "pictures in the file: ours / ffmpeg, the stretch copied as trimming tools do",
      `${median((cut) => cut.frames)} / ${median((cut) => cut.copied)}`,
    ),
    {
      quantity: "weight of those clips",
      found: `${figure(megabits, 2)} Mbit/s`,
      target: "<= 2.63 Mbit/s with sound",
      verdict: judge([atMost(megabits, 2.63)], true),
    },
  ];
}

/** The cuts by chance over all kinds of films. */
export function leakRows(findings: readonly CutFinding[]): Row[] {
  const pictures = findings.reduce((total, one) => total + one.pictures, 0);
  const soundOffMs = Math.max(...findings.map((one) => one.soundOffMs));
  const none = (quantity: string, isAmiss: (faults: readonly string[]) => boolean): Row => {
    const found = findings.filter(({ faults }) => isAmiss(faults)).length;
    return {
      quantity,
      found: String(found),
      target: "0",
      verdict: judge([atMost(found, 0)], true),
    };
  };
  return [
    none(
      `of ${findings.length} cuts by chance (${pictures} pictures), those with a picture or sound from outside, or anything else amiss`,
      (faults) => faults.length > 0,
    ),
    none("those that tell the film's place, device or day", (faults) =>
      faults.some((words) => words.startsWith("the file tells")),
    ),
    {
      quantity: "sound against picture, at most",
      found: `${figure(soundOffMs)} ms`,
      target: "<= 33.3 ms (a frame)",
      verdict: judge([atMost(soundOffMs, 1000 / 30)], true),
    },
  ];
}
