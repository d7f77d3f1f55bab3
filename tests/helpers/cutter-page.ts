import { openCut, removeCut } from "#client/features/studio/cut/cut-store.ts";
import { createCutter } from "#client/features/studio/cut/cutter.ts";
import type { CutPlan } from "#shared/studio/cut-plan.ts";

// Runs in a page of its own: cuts in the worker of the studio, as it is built.

/** What the page can do for a test. */
export interface CutterWindow {
  cutInWorker?: (
    filmUrl: string,
    plan: CutPlan,
    stopAt: number,
  ) => Promise<{
    readonly ended: string;
    readonly told: readonly number[];
    readonly bytes: number;
  }>;
  keptBytes?: (fileName: string) => Promise<number | null>;
  removeKept?: (fileName: string) => Promise<void>;
  previewSize?: (filmUrl: string, plan: CutPlan, atMs: number) => Promise<readonly number[] | null>;
}

const page = globalThis as CutterWindow;
const cutter = createCutter();
const filmOf = async (url: string) => new File([await (await fetch(url)).blob()], url);

page.cutInWorker = async (filmUrl, plan, stopAt) => {
  const stop = new AbortController();
  const told: number[] = [];
  const onProgress = (fraction: number) => {
    told.push(fraction);
    if (fraction >= stopAt) stop.abort();
  };
  const options = { onProgress, signal: stop.signal };
  const outcome = await cutter.cut(await filmOf(filmUrl), plan, "clip.mp4", options);
  if (!outcome.ok) return { ended: outcome.reason, told, bytes: 0 };
  return { ended: "cut", told, bytes: outcome.value.byteCount };
};
page.keptBytes = async (fileName) => (await openCut(fileName))?.size ?? null;
page.removeKept = removeCut;
page.previewSize = async (filmUrl, plan, atMs) => {
  const picture = await cutter.previewFrame(await filmOf(filmUrl), plan, atMs);
  return picture && [picture.width, picture.height];
};
