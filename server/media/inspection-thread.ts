import { existsSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { z } from "zod";
import { clipMediaSchema } from "#shared/domain/clip.ts";
import type { ClipId } from "#shared/domain/ids.ts";
import { fail, ok } from "#shared/lib/result.ts";
import type { Result } from "#shared/lib/result.ts";
import { refusals } from "#shared/protocol/refusals.ts";
import type { Refusal } from "#shared/protocol/refusals.ts";
import type { InspectedMedia } from "./clip-inspection.ts";

/** A sealed clip to be looked at. */
export interface InspectionJob {
  readonly path: string;
  readonly clipId: ClipId;
  readonly key: Buffer;
  readonly totalBytes: number;
}

/** How the thread is started. */
export interface InspectionOptions {
  /** The built worker; by default the one that lies beside the built server. */
  readonly workerUrl?: URL;
  /** How long a file may take; a real clip takes well under a second. */
  readonly deadlineMs?: number;
}

const defaultDeadlineMs = 15_000;
const mostMemoryMb = 384;

const answerSchema = z.union([
  z.strictObject({
    ok: z.literal(true),
    value: clipMediaSchema.omit({ bytes: true, clipRev: true }),
  }),
  z.strictObject({ ok: z.literal(false), reason: z.string() }),
]);

/**
 * Inspects in a thread of its own, with a deadline and bounded memory: a file made to keep a demuxer busy
 * for ever must not delay a pause in any room. What takes too long or too much is refused as unreadable.
 */
export async function inspectInThread(
  job: InspectionJob,
  options: InspectionOptions = {},
): Promise<Result<InspectedMedia, Refusal>> {
  const worker = new Worker(options.workerUrl ?? findBuiltWorker(import.meta.url), {
    workerData: { ...job, key: new Uint8Array(job.key) },
    resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb },
    stderr: true,
    stdout: true,
  });
  const answered = new Promise<unknown>((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", (error) => {
      if (isOutOfMemory(error)) resolve(fail("clip-incomplete"));
      else reject(error);
    });
    worker.once("exit", () => reject(new Error("The thread that inspects clips stopped.")));
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<unknown>((resolve) => {
    timer = setTimeout(
      () => resolve(fail("clip-incomplete")),
      options.deadlineMs ?? defaultDeadlineMs,
    );
  });
  try {
    const answer = answerSchema.parse(await Promise.race([answered, late]));
    return answer.ok
      ? ok(answer.value)
      : fail(isRefusal(answer.reason) ? answer.reason : "invalid");
  } finally {
    clearTimeout(timer);
    answered.catch(() => undefined);
    await worker.terminate();
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
}

function isRefusal(reason: string): reason is Refusal {
  return Object.hasOwn(refusals, reason);
}

/** The worker lies in the folder of the built server; the code that looks for it may be a chunk in a folder below. */
function findBuiltWorker(fromUrl: string): URL {
  const places = ["./inspection-worker.js", "../inspection-worker.js"];
  const found = places.map((place) => new URL(place, fromUrl)).find((url) => existsSync(url));
  if (found === undefined) {
    throw new Error(
      "The inspector of clips (inspection-worker.js) is missing beside the built server. Run npm run build.",
    );
  }
  return found;
}
