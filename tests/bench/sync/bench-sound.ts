import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { projectRoot } from "#tests/helpers/project-root.ts";
import { benchClip } from "./bench-clips.ts";
import { openOurs } from "./contenders.ts";
import { runCycles } from "./cycles.ts";
import type { LinkName } from "./links.ts";
import { CalmLog, readOptions, runBench } from "./run-bench.ts";
import { figures, percent, printTable } from "./statistics.ts";
import { summarise } from "./summary.ts";

// `npm run bench:sound`: ours with a clip that has AAC sound, which costs each write of a rate some place.

const playMs = { from: 5_500, to: 6_500 };

/** Runs it with the words of the command line; answers the exit code. */
export const run = (args: readonly string[]): Promise<number> =>
  runBench(async () => {
    const options = readOptions(args);
    const cycles = options.cycles ?? (options.quick ? 2 : 12);
    const calm = new CalmLog();
    const rows: string[][] = [];
    await calm.check("before");
    const clips = [await clipWithSound(), await benchClip("variable")];
    for (const link of options.conditions as LinkName[]) {
      const ours = await openOurs(clips, link);
      const endAtMs = performance.now() + 10 * 60_000;
      const found = summarise(
        await runCycles(ours, { cycles, playMs, random: Math.random, endAtMs }),
      );
      await ours.close();
      const { p50, p95, max } = found.difference;
      const pauses = `${found.pausesSame}/${found.cycles}`;
      rows.push([link, figures(p50, p95, max), percent(found.sameShare), pauses]);
    }
    await calm.check("after");
    const heads = ["link", "difference p50 / p95 / max ms", "same frame", "pauses same"];
    process.stdout.write(`${calm.lines.join("\n\n")}\n\n${printTable(heads, rows)}\n`);
  });

/** No browser here encodes AAC, so ffmpeg lays a tone under the silent clip. */
async function clipWithSound(): Promise<string> {
  const path = join(projectRoot, "test-results", "bench", "clips", "aac.mp4");
  const tone = ["-f", "lavfi", "-i", "sine=frequency=330:sample_rate=48000"];
  const how = ["-c:v", "copy", "-c:a", "aac", "-b:a", "96k", "-shortest", "-map_metadata", "-1"];
  const silent = await benchClip("silent");
  const { status } = spawnSync("ffmpeg", [
    "-v",
    "error",
    "-y",
    "-i",
    silent,
    ...tone,
    ...how,
    path,
  ]);
  if (status !== 0) throw new Error("this benchmark needs ffmpeg");
  return path;
}
