import { figure, figures, percentile } from "#tests/bench/sync/statistics.ts";
import { spreadOf } from "#tests/bench/sync/summary.ts";
import { atLeast, atMost, judge } from "#tests/bench/sync/verdicts.ts";
import type { Row } from "#tests/bench/sync/verdicts.ts";
import type { CutFinding } from "#tests/trials/cut-rounds.ts";
import type { ComparedCut } from "./measure-cuts.ts";
import { cutSeconds } from "./measure-cuts.ts";
import type { FilmFigures } from "./measure-film.ts";

/** Opening and looking through the film of `minutes`, and opening the one of `longMinutes`. */
export function filmRows(
  film: FilmFigures & { readonly minutes: number },
  long: FilmFigures & { readonly minutes: number },
  wasCalm: boolean,
): Row[] {
  const most = (quantity: string, value: number, limit: number, unit: string): Row => ({
    quantity,
    found: `${figure(value)} ${unit}`,
    target: `<= ${limit} ${unit}`,
    verdict: judge([atMost(value, limit)], wasCalm),
  });
  const steps = (way: string, tookMs: readonly number[]): Row => {
    const { p50, p95, max } = spreadOf(tookMs);
    return {
      quantity: `a step ${way}, p50 / p95 / max`,
      found: `${figures(p50, p95, max)} ms`,
      target: "p95 <= 60 ms",
      verdict: judge([atMost(p95, 60)], wasCalm),
    };
  };
  const name = `${film.minutes} min of 1080p (${film.pictures} pictures)`;
  return [
    most(`open and index ${name}`, film.openMs, 1_000, "ms"),
    most("memory that takes, at most", film.openMegabytes, 300, "MB"),
    most(
      `open and index ${long.minutes} min (${long.pictures} pictures)`,
      long.openMs,
      5_000,
      "ms",
    ),
    most("first of 12 thumbnails", film.firstThumbnailMs, 1_000, "ms"),
    { ...most("all 12, exact", film.allThumbnailsMs, 0, "ms"), target: "-", verdict: "met" },
    steps("on", film.stepsOnMs),
    steps("back", film.stepsBackMs),
  ];
}

/** The same cuts here and by ffmpeg. */
export function cutRows(cuts: readonly ComparedCut[], wasCalm: boolean): Row[] {
  const median = (of: (cut: ComparedCut) => number) => percentile(cuts.map(of), 0.5);
  const ours = median((cut) => cut.tookMs);
  const made = median((cut) => cut.madeMs);
  const theirs = median((cut) => cut.ffmpegMs);
  const megabits = median((cut) => (cut.bytes * 8) / cutSeconds / 1_000_000);
  return [
    {
      quantity: `${cutSeconds} s of it cut to 720p: file made / made and checked`,
      found: `${figures(made, ours)} ms`,
      target: "-",
      verdict: "met",
    },
    {
      quantity: "the same by ffmpeg, x264 veryfast, not checked",
      found: `${figure(theirs)} ms`,
      target: "-",
      verdict: "met",
    },
    {
      quantity: "speed against ffmpeg: file made / made and checked",
      found: `${figure(theirs / made, 2)} / ${figure(theirs / ours, 2)} x`,
      target: ">= 0.5 x, checked",
      verdict: judge([atLeast(theirs / ours, 0.5)], wasCalm),
    },
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
  const faulty = findings.filter(({ faults }) => faults.length > 0).length;
  const pictures = findings.reduce((total, one) => total + one.pictures, 0);
  const soundOffMs = Math.max(...findings.map((one) => one.soundOffMs));
  return [
    {
      quantity: `of ${findings.length} cuts by chance (${pictures} pictures), those with a picture or sound from outside, anybody under a cover, or a word of the film's`,
      found: String(faulty),
      target: "0",
      verdict: judge([atMost(faulty, 0)], true),
    },
    {
      quantity: "sound against picture, at most",
      found: `${figure(soundOffMs)} ms`,
      target: "<= 33.3 ms (a frame)",
      verdict: judge([atMost(soundOffMs, 1000 / 30)], true),
    },
  ];
}
