import { readFile } from "node:fs/promises";
import type { Browser } from "@playwright/test";
import { z } from "zod";
import { launchBrowser } from "#tests/helpers/browser.ts";
import { atTheEnd } from "#tests/bench/sync/closers.ts";
import { openBuiltPage } from "#tests/trials/cut-page-host.ts";
import type { FilmBenchWindow, StepFigures } from "./film-bench-page.ts";

/** What looking through a film takes. */
export interface FilmFigures extends StepFigures {
  readonly openMs: number;
  readonly pictures: number;
  /** The most that the page's processes have held while it opened the film, above what they held before. */
  readonly openMegabytes: number;
  /** The same over everything that is measured of the film. */
  readonly allMegabytes: number;
  readonly firstThumbnailMs: number;
  readonly allThumbnailsMs: number;
}

/** Opens a film in a browser of its own and looks through it at so many places. */
export async function measureFilm(film: string, places: number): Promise<FilmFigures> {
  const browser = await launchBrowser();
  const close = atTheEnd(() => browser.close());
  const page = await browser.newPage();
  const built = await openBuiltPage(page, "tests/bench/clips/film-bench-page.ts");
  await page.waitForFunction(() => "benchSteps" in globalThis);
  await page.locator("input[type=file]").setInputFiles(film);
  const ids = await pageProcesses(browser);
  const before = await kilobytes(ids, "VmRSS");
  const heldAbove = async () => ((await kilobytes(ids, "VmHWM")) - before) / 1024;

  const opened = await page.evaluate(() => (globalThis as FilmBenchWindow).benchOpen?.());
  const openMegabytes = await heldAbove();
  const thumbnails = await page.evaluate(() => (globalThis as FilmBenchWindow).benchThumbnails?.());
  const steps = await page.evaluate(
    (count) => (globalThis as FilmBenchWindow).benchSteps?.(count),
    places,
  );
  const allMegabytes = await heldAbove();
  await built.close();
  await close();
  if (opened === undefined || thumbnails === undefined || steps === undefined) {
    throw new Error("the page cannot be measured");
  }
  return {
    openMs: opened.tookMs,
    pictures: opened.pictures,
    openMegabytes,
    allMegabytes,
    firstThumbnailMs: thumbnails.firstMs,
    allThumbnailsMs: thumbnails.allMs,
    ...steps,
  };
}

const processInfoSchema = z.object({
  processInfo: z.array(z.object({ type: z.string(), id: z.number() })),
});

/** The processes that work for a page: its own with all its threads, and the one that paints. */
async function pageProcesses(browser: Browser): Promise<number[]> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = processInfoSchema.parse(await session.send("SystemInfo.getProcessInfo"));
  await session.detach();
  return processInfo.filter(({ type }) => ["renderer", "GPU"].includes(type)).map(({ id }) => id);
}

/** What processes hold together now, or each held at most; `NaN` where the system does not say. */
async function kilobytes(ids: readonly number[], line: "VmRSS" | "VmHWM"): Promise<number> {
  const sizes = await Promise.all(
    ids.map(async (id) => {
      const status = await readFile(`/proc/${id}/status`, "utf8").catch(() => "");
      return Number(new RegExp(`${line}:\\s+(\\d+)`).exec(status)?.[1] ?? Number.NaN);
    }),
  );
  return sizes.reduce((total, size) => total + size, 0);
}
