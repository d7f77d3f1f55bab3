import type { CutPlan } from "#shared/studio/cut-plan.ts";
import type { CutState, DraftClip } from "#shared/studio/studio-film.ts";
import type { RefusedCut } from "./cut-outcome.ts";
import type { Cutter } from "./cutter.ts";

/** What a queue needs: who cuts, and who keeps what has become of a draft. */
export interface CutQueuePorts {
  readonly cutter: Pick<Cutter, "cut">;
  /** Called with each step; saved, it lets an unfinished cut begin again after a reload. */
  readonly onCut: (draftId: string, cut: CutState) => void;
  readonly onRefused: (draftId: string, refused: RefusedCut) => void;
}

/** Cuts one clip after another. */
export interface CutQueue {
  /** Puts a draft at the end; one that is there already is left as it is. */
  add(film: Blob, draft: Pick<DraftClip, "draftId" | "plan">): void;
  /** Adds all drafts that were being cut when the page went away. */
  resume(film: Blob, drafts: readonly DraftClip[]): void;
  /** Takes a draft out again, also while it is being cut. */
  cancel(draftId: string): void;
  /** Stops; drafts that wait keep their state, so that `resume` finds them. */
  close(): void;
}

/** The name a draft's finished clip is kept under. */
export const cutFileName = (draftId: string): string => `${draftId}.mp4`;

interface Job {
  readonly draftId: string;
  readonly film: Blob;
  readonly plan: CutPlan;
  readonly stop: AbortController;
}

const leastStep = 0.01;

/** Makes an empty queue. */
export function createCutQueue({ cutter, onCut, onRefused }: CutQueuePorts): CutQueue {
  let waiting: Job[] = [];
  let present: Job | null = null;
  let isClosed = false;

  function next(): void {
    if (isClosed || present !== null) return;
    const [job, ...others] = waiting;
    if (job === undefined) return;
    waiting = others;
    present = job;
    void run(job).finally(() => {
      present = null;
      next();
    });
  }

  async function run({ draftId, film, plan, stop }: Job): Promise<void> {
    let told = 0;
    const onProgress = (fraction: number) => {
      if (isClosed || stop.signal.aborted || fraction < told + leastStep) return;
      told = fraction;
      onCut(draftId, { state: "cutting", fraction: Math.min(1, fraction) });
    };
    const options = { onProgress, signal: stop.signal };
    const outcome = await cutter.cut(film, plan, cutFileName(draftId), options);
    if (isClosed || stop.signal.aborted) return;
    if (outcome.ok) {
      const { fileName, byteCount } = outcome.value;
      onCut(draftId, { state: "cut", fileName, bytes: byteCount });
      return;
    }
    onCut(draftId, { state: "uncut" });
    onRefused(draftId, outcome);
  }

  function add(film: Blob, { draftId, plan }: Pick<DraftClip, "draftId" | "plan">): void {
    if ([present, ...waiting].some((job) => job?.draftId === draftId && !job.stop.signal.aborted)) {
      return;
    }
    waiting.push({ draftId, film, plan, stop: new AbortController() });
    onCut(draftId, { state: "cutting", fraction: 0 });
    next();
  }

  return {
    add,
    resume(film, drafts) {
      for (const draft of drafts) if (draft.cut.state === "cutting") add(film, draft);
    },
    cancel(draftId) {
      const isAsked = (job: Job | null) => job?.draftId === draftId && !job.stop.signal.aborted;
      if (![present, ...waiting].some(isAsked)) return;
      if (isAsked(present)) present?.stop.abort();
      waiting = waiting.filter((job) => !isAsked(job));
      onCut(draftId, { state: "uncut" });
    },
    close() {
      isClosed = true;
      waiting = [];
      present?.stop.abort();
    },
  };
}
