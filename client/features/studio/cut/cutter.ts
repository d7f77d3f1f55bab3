import { makeWorker } from "#client/lib/make-worker.ts";
import type { CutPlan } from "#shared/studio/cut-plan.ts";
import type { CutAsk, CutTold, KeptCut } from "./cut-messages.ts";
import { refuseCut } from "./cut-outcome.ts";
import type { CutOptions, CutOutcome } from "./cut-outcome.ts";
// oxlint-disable-next-line import/default -- Vite makes the address of the built worker
import cutWorkerAddress from "./cut-worker.ts?worker&url";

/** Cuts clips in a thread of its own. Nothing of the film leaves the device. */
export interface Cutter {
  /** Cuts a clip and keeps it in the store under this name (`openCut`). */
  cut(
    film: Blob,
    plan: CutPlan,
    fileName: string,
    options: CutOptions,
  ): Promise<CutOutcome<KeptCut>>;
  /** The picture the film shows at this film time, upright and covered; null when it shows none. */
  previewFrame(film: Blob, plan: CutPlan, atMs: number): Promise<ImageBitmap | null>;
  close(): void;
}

/** Starts the thread. */
export function createCutter(worker: Worker = makeWorker(cutWorkerAddress)): Cutter {
  const awaited = new Map<number, (told: CutTold) => void>();
  let lastAskId = 0;
  worker.addEventListener("message", ({ data }: MessageEvent<CutTold>) => {
    awaited.get(data.askId)?.(data);
  });
  const ask = (message: CutAsk) => worker.postMessage(message);
  const nextAskId = () => (lastAskId += 1);

  return {
    cut(film, plan, fileName, { onProgress, signal }) {
      const askId = nextAskId();
      const stop = () => ask({ kind: "stop", askId });
      return new Promise((resolve) => {
        if (signal.aborted) {
          resolve(refuseCut("stopped"));
          return;
        }
        signal.addEventListener("abort", stop, { once: true });
        awaited.set(askId, (told) => {
          if (told.kind === "progress") onProgress(told.fraction);
          if (told.kind !== "cut") return;
          awaited.delete(askId);
          signal.removeEventListener("abort", stop);
          resolve(told.outcome);
        });
        ask({ kind: "cut", askId, film, plan, fileName });
      });
    },
    previewFrame(film, plan, atMs) {
      const askId = nextAskId();
      return new Promise((resolve) => {
        awaited.set(askId, (told) => {
          if (told.kind !== "preview") return;
          awaited.delete(askId);
          resolve(told.picture);
        });
        ask({ kind: "preview", askId, film, plan, atMs });
      });
    },
    close: () => worker.terminate(),
  };
}
