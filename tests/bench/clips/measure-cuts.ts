import { launchBrowser } from "#tests/helpers/browser.ts";
import { atTheEnd } from "#tests/bench/sync/closers.ts";
import { note } from "#tests/bench/sync/progress.ts";
import { seededRandom } from "#tests/helpers/simulator/seeded-random.ts";
import { openBuiltPage, openCuttingPage } from "#tests/trials/cut-page-host.ts";
import { drawCut, filmsInTurn, runCut } from "#tests/trials/cut-rounds.ts";
import type { CutFinding } from "#tests/trials/cut-rounds.ts";
import { cutByFfmpeg, picturesInCopy } from "./bench-films.ts";
import type { CutBenchWindow, MeasuredCut } from "./cut-bench-page.ts";

/** How long the measured cuts are. */
export const cutSeconds = 20;

/** A cut made here, and what ffmpeg did with the same stretch. */
export interface ComparedCut extends MeasuredCut {
  readonly ffmpegMs: number;
  /** Pictures in the file when the same stretch is cut by copying. */
  readonly copied: number;
}

/** The same stretches by the page and by ffmpeg in turn, at places spread over the film's first seconds. */
export async function measureCuts(
  film: string,
  count: number,
  overSeconds: number,
): Promise<ComparedCut[]> {
  const browser = await launchBrowser();
  const close = atTheEnd(() => browser.close());
  const page = await browser.newPage();
  await openBuiltPage(page, "tests/bench/clips/cut-bench-page.ts");
  await page.waitForFunction(() => "benchCut" in globalThis);
  await page.locator("input[type=file]").setInputFiles(film);
  const cuts: ComparedCut[] = [];
  for (let n = 0; n < count; n += 1) {
    const startSeconds = 1.03 + (n * overSeconds) / count;
    const stretch = { startMs: startSeconds * 1000, endMs: (startSeconds + cutSeconds) * 1000 };
    const cut = await page.evaluate((plan) => (globalThis as CutBenchWindow).benchCut?.(plan), {
      stretch,
      covers: [],
      silences: [],
    });
    if (cut === undefined || !cut.ok) throw new Error(`the cut was refused: ${cut?.words}`);
    const ffmpegMs = await cutByFfmpeg(film, startSeconds, cutSeconds);
    cuts.push({ ...cut, ffmpegMs, copied: await picturesInCopy(film, startSeconds, cutSeconds) });
    note(`cut ${n + 1}: ${Math.round(cut.tookMs)} ms, ffmpeg ${Math.round(ffmpegMs)} ms`);
  }
  await close();
  return cuts;
}

/** Cuts by chance over all kinds of films, looked through for what should not be in them. */
export async function tryCuts(count: number): Promise<CutFinding[]> {
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
