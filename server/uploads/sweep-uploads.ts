import type { AccessChanges } from "#server/access-changes.ts";
import type { ClipFiles, Clock } from "#server/context.ts";
import type { Stores } from "#server/storage/stores.ts";
import type { Logger } from "pino";
import type { StagedUploads } from "./staged-uploads.ts";
import type { UploadLocks } from "./upload-locks.ts";

/** What sweeping needs of the server. */
export interface SweepParts {
  readonly stores: Pick<Stores, "clips">;
  readonly clipFiles: Pick<ClipFiles, "sweep">;
  readonly access: AccessChanges;
  readonly clock: Clock;
  readonly log: Logger;
  readonly staged: StagedUploads;
  readonly locks: UploadLocks;
}

const hourMs = 3_600_000;
/** How long an upload waits for its next byte, and a file for its clip. */
const keptForMs = 24 * hourMs;

/**
 * Takes away what nobody will finish: uploads that have stood still for a day, uploads of clips that have
 * gone or been filled, and files that a crash left without a clip. At the start, each hour, and whenever
 * clips changed.
 */
export function sweepUploads(parts: SweepParts): { close(): void } {
  const { access, clock, log } = parts;
  let isClosed = false;
  const run = (work: (parts: SweepParts, beforeMs: number) => Promise<void>) => {
    work(parts, clock.nowMs() - keptForMs).catch((error: unknown) => {
      // Tried again at the next turn; when the server closes, nothing is left to read.
      if (!isClosed) log.error({ error: error instanceof Error ? error.name : "" }, "sweep broke");
    });
  };
  const sweepAll = () => {
    run(sweepStaged);
    run(sweepFiles);
  };
  const timer = setInterval(sweepAll, hourMs);
  timer.unref();
  const stopListening = access.listen(({ kind }) => {
    if (kind === "clips-changed") run(sweepStaged);
  });
  sweepAll();
  return {
    close: () => {
      isClosed = true;
      clearInterval(timer);
      stopListening();
    },
  };
}

async function sweepStaged({ stores, staged, locks }: SweepParts, beforeMs: number): Promise<void> {
  for (const [clipId, changedAtMs] of await staged.list()) {
    const clip = await stores.clips.find(clipId);
    const isWaiting = clip !== null && clip.media === null && changedAtMs >= beforeMs;
    if (!isWaiting) await locks.hold(clipId, () => staged.remove(clipId));
  }
}

async function sweepFiles({ stores, clipFiles }: SweepParts, beforeMs: number): Promise<void> {
  // A file is renamed before its clip knows it, so a young one is left alone.
  await clipFiles.sweep(await stores.clips.fileNames(), beforeMs);
}
