import { open } from "node:fs/promises";
import { parentPort, workerData } from "node:worker_threads";
import { z } from "zod";
import { clipIdSchema } from "#shared/domain/ids.ts";
import { inspectClip } from "./clip-inspection.ts";
import { collectRange } from "./sealed-reader.ts";

/** The thread in which one sealed clip is demuxed. It ends with its answer. */
const job = z
  .strictObject({
    path: z.string(),
    clipId: clipIdSchema,
    key: z.instanceof(Uint8Array),
    totalBytes: z.int().nonnegative(),
  })
  .parse(workerData);

const port = parentPort;
if (port === null) throw new Error("this module runs as a worker thread only");

const { path, clipId, totalBytes } = job;
const key = Buffer.from(job.key);
const file = await open(path, "r");
try {
  const clip = { file, clipId, key, totalBytes };
  port.postMessage(
    await inspectClip({ totalBytes, read: (start, end) => collectRange(clip, start, end) }),
  );
} finally {
  key.fill(0);
  await file.close();
}
