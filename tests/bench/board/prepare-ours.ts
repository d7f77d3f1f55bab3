import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { bundledScript } from "./server-process.ts";
import { atTheEnd } from "#tests/bench/sync/closers.ts";

const roomsSchema = z.array(
  z.object({ reviewId: z.uuid(), cookies: z.tuple([z.string(), z.string()]) }),
);
/** A review that is live: its id, and the cookies of the guider and the practitioner. */
export type PreparedRoom = z.infer<typeof roomsSchema>[number];

const outputBytes = 16 * 2 ** 20;

/** A data folder with so many live reviews, each with a board; removed when the run ends. */
export async function prepareOurs(
  rooms: number,
): Promise<{ readonly dataDir: string; readonly rooms: readonly PreparedRoom[] }> {
  const folder = await mkdtemp(join(tmpdir(), "sameframe-bench-"));
  atTheEnd(() => rm(folder, { recursive: true, force: true }));
  const dataDir = join(folder, "data");
  const script = await bundledScript("tests/bench/board/prepare-data.ts");
  const args = [script, dataDir, String(rooms)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: outputBytes });
  return { dataDir, rooms: roomsSchema.parse(JSON.parse(stdout)) };
}
