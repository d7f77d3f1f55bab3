import { launchBrowser } from "#tests/helpers/browser.ts";
import { atTheEnd, closeAll } from "#tests/bench/sync/closers.ts";
import { keepResults, note } from "#tests/bench/sync/progress.ts";
import { verdictTable, writeSection } from "#tests/bench/sync/report.ts";
import { CalmLog, readOptions, runBench } from "#tests/bench/sync/run-bench.ts";
import { figure, figures, percentile } from "#tests/bench/sync/statistics.ts";
import { atLeast, atMost, judge } from "#tests/bench/sync/verdicts.ts";
import type { Row } from "#tests/bench/sync/verdicts.ts";
import { seededRandom } from "#tests/helpers/simulator/seeded-random.ts";
import { openCuttingPage } from "#tests/trials/cut-page-host.ts";
import { drawCut, filmsInTurn, runCut } from "#tests/trials/cut-rounds.ts";
import type { CutFinding } from "#tests/trials/cut-rounds.ts";
import { cutByFfmpeg, longFilm } from "./bench-films.ts";
import type { CutBenchWindow, MeasuredCut } from "./cut-bench-page.ts";
import { openFilePage } from "./file-page.ts";

// `npm run bench:clips`: a film opened, looked through and cut in a browser, beside ffmpeg doing the same
// cut in the same run. Needs ffmpeg.

const cutSeconds = 20;

/** Runs it with the words of the command line; answers the exit code. */
export const run = (args: readonly string[]): Promise<number> =>
  runBench(async () => {
    const options = readOptions(args);
    const tenMinutes = await longFilm(options.quick ? 1 : 10, 8);
    note("the films are there");
    const calm = new CalmLog();
    await calm.check("before");

    const cuts = await measureCuts(tenMinutes, options.quick ? 1 : 5, options.quick ? 30 : 500);
    note("the long cuts are done");
    const findings = await tryCuts(options.quick ? 5 : 200);
    await calm.check("after");

    keepResults("clips", { cuts, findings, calm: calm.lines });
    const rows = [...cutRows(cuts, calm.wasCalm), ...leakRows(findings, calm.wasCalm)];
    const report = `${calm.lines.join("\n\n")}\n\n${verdictTable(rows)}`;
    process.stdout.write(`${report}\n`);
    if (options.write) writeSection("npm run bench:clips", report);
    await closeAll();
  });

interface ComparedCut extends MeasuredCut {
  readonly ffmpegMs: number;
}

/** The same 20 s, by the page and by ffmpeg in turn, at places spread over the film. */
async function measureCuts(film: string, count: number, lastStart: number): Promise<ComparedCut[]> {
  const browser = await launchBrowser();
  const close = atTheEnd(() => browser.close());
  const page = await openFilePage(browser, "tests/bench/clips/cut-bench-page.ts", film);
  const cuts: ComparedCut[] = [];
  for (let n = 0; n < count; n += 1) {
    const startSeconds = 1.03 + (n * lastStart) / count;
    const startMs = startSeconds * 1000;
    const stretch = { startMs, endMs: startMs + cutSeconds * 1000 };
    const cut = await page.evaluate((plan) => (globalThis as CutBenchWindow).benchCut?.(plan), {
      stretch,
      covers: [],
      silences: [],
    });
    if (cut === undefined || !cut.ok) throw new Error(`the cut was refused: ${cut?.words}`);
    cuts.push({ ...cut, ffmpegMs: await cutByFfmpeg(film, startSeconds, cutSeconds) });
    note(
      `cut ${n + 1}: ${Math.round(cut.tookMs)} ms, ffmpeg ${Math.round(cuts[n]?.ffmpegMs ?? 0)} ms`,
    );
  }
  await close();
  return cuts;
}

async function tryCuts(count: number): Promise<CutFinding[]> {
  const browser = await launchBrowser();
  const close = atTheEnd(() => browser.close());
  const page = await openCuttingPage(await browser.newPage());
  const random = seededRandom(11);
  const findings: CutFinding[] = [];
  for (let n = 0; n < count; n += 1) {
    const film = filmsInTurn[n % filmsInTurn.length] ?? "bFrames";
    findings.push(await runCut(page, drawCut(film, random)));
  }
  await page.close();
  await close();
  return findings;
}

function cutRows(cuts: readonly ComparedCut[], wasCalm: boolean): Row[] {
  const median = (of: (cut: ComparedCut) => number) => percentile(cuts.map(of), 0.5);
  const ours = median((cut) => cut.tookMs);
  const made = median((cut) => cut.madeMs);
  const theirs = median((cut) => cut.ffmpegMs);
  const megabits = median((cut) => (cut.bytes * 8) / cutSeconds / 1_000_000);
  return [
    {
      quantity: `${cutSeconds} s of 1080p cut: file made / made and checked`,
      found: `${figures(made, ours)} ms`,
      target: "-",
      verdict: "met",
    },
    {
      quantity: "the same by ffmpeg, x264 veryfast",
      found: `${figure(theirs)} ms`,
      target: "-",
      verdict: "met",
    },
    {
      quantity: "speed against ffmpeg, file made / made and checked",
      found: `${figure(theirs / made, 2)} / ${figure(theirs / ours, 2)} x`,
      target: ">= 0.5 x made",
      verdict: judge([atLeast(theirs / made, 0.5)], wasCalm),
    },
    {
      quantity: "weight of those clips",
      found: `${figure(megabits, 2)} Mbit/s`,
      target: "<= 2.63 Mbit/s with sound",
      verdict: judge([atMost(megabits, 2.63)], true),
    },
  ];
}

function leakRows(findings: readonly CutFinding[], wasCalm: boolean): Row[] {
  const faulty = findings.filter(({ faults }) => faults.length > 0).length;
  const pictures = findings.reduce((total, one) => total + one.pictures, 0);
  const soundOffMs = Math.max(...findings.map((one) => one.soundOffMs));
  return [
    {
      quantity: `${findings.length} cuts by chance (${pictures} pictures): with anything from outside, under a cover, or of the film's words`,
      found: String(faulty),
      target: "0",
      verdict: judge([atMost(faulty, 0)], true),
    },
    {
      quantity: "sound against picture, at most",
      found: `${figure(soundOffMs)} ms`,
      target: "<= 33.3 ms (a frame)",
      verdict: judge([atMost(soundOffMs, 1000 / 30)], wasCalm),
    },
  ];
}
