import { cutClip } from "#client/features/studio/cut/cut-clip.ts";
import type { CutPlan } from "#shared/studio/cut-plan.ts";

/** What one measured cut was. */
export interface MeasuredCut {
  readonly ok: boolean;
  readonly words: string;
  readonly tookMs: number;
  /** Until the file was finished; the rest is the check. */
  readonly madeMs: number;
  readonly frames: number;
  readonly bytes: number;
}

/** What the benchmark asks of its page. */
export interface CutBenchWindow {
  benchCut?: (plan: CutPlan) => Promise<MeasuredCut>;
}

/** Of the work, as `cutClip` tells it, the file is finished here. */
const madeAt = 0.8;

(globalThis as CutBenchWindow).benchCut = async (plan) => {
  const chosen = document.querySelector<HTMLInputElement>("input[type=file]")?.files?.[0];
  if (chosen === undefined) throw new Error("no film was chosen");
  const begunMs = performance.now();
  let madeMs = 0;
  const cut = await cutClip(chosen, plan, {
    onProgress: (fraction) => {
      if (fraction <= madeAt) madeMs = performance.now() - begunMs;
    },
    signal: new AbortController().signal,
  });
  const tookMs = performance.now() - begunMs;
  if (!cut.ok) {
    const words = `${cut.reason} ${cut.faults.join(" ")}`;
    return { ok: false, words, tookMs, madeMs, frames: 0, bytes: 0 };
  }
  const { frames, bytes } = cut.value;
  return { ok: true, words: "", tookMs, madeMs, frames: frames.length, bytes: bytes.length };
};
