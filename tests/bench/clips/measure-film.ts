import { readFile } from "node:fs/promises";
import type { Browser } from "@playwright/test";
import { z } from "zod";
import { launchBrowser } from "#tests/helpers/browser.ts";
import { atTheEnd } from "#tests/bench/sync/closers.ts";
import { openBuiltPage } from "#tests/trials/cut-page-host.ts";
import type { FilmBenchWindow } from "./film-bench-page.ts";

/** What looking through a film takes. */
export interface FilmFigures {
  readonly openMs: number;
  readonly pictures: number;
  /** The most that the page's process has held while it opened the film, above what it held before. */
  readonly openMegabytes: number;
  readonly firstThumbnailMs: number;
  readonly allThumbnailsMs: number;
  readonly stepsOnMs: readonly number[];
  readonly stepsBackMs: readonly number[];
}

/** Opens a film in a browser of its own and steps through it at so many places. */
export async function measureFilm(film: string, places: number): Promise<FilmFigures> {
  const browser = await launchBrowser();
  const close = atTheEnd(() => browser.close());
  const page = await browser.newPage();
  await openBuiltPage(page, "tests/bench/clips/film-bench-page.ts");
  await page.waitForFunction(() => "benchSteps" in globalThis);
  await page.locator("input[type=file]").setInputFiles(film);
  const before = await rendererKilobytes(browser, "VmRSS");
  const opened = await page.evaluate(() => (globalThis as FilmBenchWindow).benchOpen?.());
  const most = await rendererKilobytes(browser, "VmHWM");
  const thumbnails = await page.evaluate(() => (globalThis as FilmBenchWindow).benchThumbnails?.());
  const steps = await page.evaluate(
    (count) => (globalThis as FilmBenchWindow).benchSteps?.(count),
    places,
  );
  await close();
  return {
    openMs: opened?.tookMs ?? Number.NaN,
    pictures: opened?.pictures ?? 0,
    openMegabytes: (most - before) / 1024,
    firstThumbnailMs: thumbnails?.firstMs ?? Number.NaN,
    allThumbnailsMs: thumbnails?.allMs ?? Number.NaN,
    stepsOnMs: steps?.onMs ?? [],
    stepsBackMs: steps?.backMs ?? [],
  };
}

const processInfoSchema = z.object({
  processInfo: z.array(z.object({ type: z.string(), id: z.number() })),
});

/** What the processes of pages hold together, or held at most; `NaN` where the system does not say. */
async function rendererKilobytes(browser: Browser, line: "VmRSS" | "VmHWM"): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = processInfoSchema.parse(await session.send("SystemInfo.getProcessInfo"));
  await session.detach();
  const renderers = processInfo.filter(({ type }) => type === "renderer");
  const sizes = await Promise.all(
    renderers.map(async ({ id }) => {
      const status = await readFile(`/proc/${id}/status`, "utf8").catch(() => "");
      return Number(new RegExp(`${line}:\\s+(\\d+)`).exec(status)?.[1] ?? Number.NaN);
    }),
  );
  return sizes.reduce((total, size) => total + size, 0);
}
