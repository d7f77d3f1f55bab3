import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { projectRoot } from "#tests/helpers/project-root.ts";

const run = promisify(execFile);

/** Where the films and cuts of this benchmark lie; nothing of it is kept in the repository. */
export const filmsFolder = join(projectRoot, "test-results", "bench", "films");

/** Runs ffmpeg; answers how long it took, in ms. Throws with its words where it stumbles. */
export async function runFfmpeg(...args: readonly string[]): Promise<number> {
  const begunMs = performance.now();
  await run("ffmpeg", ["-v", "error", "-y", ...args], { maxBuffer: 1024 * 1024 });
  return performance.now() - begunMs;
}

/** Makes a file unless it lies there already; what was broken off is never taken for whole. */
async function makeOnce(name: string, make: (path: string) => Promise<unknown>): Promise<string> {
  const path = join(filmsFolder, name);
  if (existsSync(path)) return path;
  await mkdir(filmsFolder, { recursive: true });
  const draft = join(filmsFolder, `draft-${name}`);
  await make(draft);
  await rename(draft, path);
  return path;
}

const words = (line: string) => line.split(" ");

/** A minute of 1080p H.264 with pictures out of their order, as a phone films it: moving, grainy, heard. */
const minute = (megabits: number) =>
  makeOnce(`minute-${megabits}.mp4`, (path) =>
    runFfmpeg(
      ...words("-f lavfi -i testsrc2=size=1920x1080:rate=30:duration=60"),
      ...words("-f lavfi -i sine=frequency=330:sample_rate=48000:duration=60"),
      ...words("-vf noise=alls=8:allf=t"),
      ...words(`-c:v libx264 -preset veryfast -pix_fmt yuv420p -g 60 -bf 2 -b:v ${megabits}M`),
      ...words(`-maxrate ${megabits}M -bufsize ${2 * megabits}M -c:a aac -b:a 128k -shortest`),
      path,
    ),
  );

/** A film of so many minutes; the same minute again and again, so that making it takes no hours. */
export function longFilm(minutes: number, megabits: number): Promise<string> {
  return makeOnce(`film-${minutes}-${megabits}.mp4`, async (path) => {
    const loop = ["-stream_loop", String(minutes - 1), "-i", await minute(megabits)];
    await runFfmpeg(...loop, ...words("-c copy -movflags +faststart"), path);
  });
}

/** How long ffmpeg takes for the cut that SameFrame makes of this stretch: same measure, same weight. */
export function cutByFfmpeg(film: string, startSeconds: number, seconds: number): Promise<number> {
  return runFfmpeg(
    "-ss",
    String(startSeconds),
    "-i",
    film,
    "-t",
    String(seconds),
    ...words("-vf scale=1280:720 -r 30 -c:v libx264 -preset veryfast -pix_fmt yuv420p"),
    ...words("-b:v 2250k -maxrate 2500k -bufsize 2500k -g 15 -bf 0 -c:a libopus -b:a 128k"),
    ...words("-map_metadata -1 -movflags +faststart"),
    join(filmsFolder, "cut-by-ffmpeg.mp4"),
  );
}

/** How many pictures lie in the file when ffmpeg cuts the same stretch by copying, as trimming tools do. */
export async function picturesInCopy(
  film: string,
  startSeconds: number,
  seconds: number,
): Promise<number> {
  const copy = join(filmsFolder, "cut-by-copying.mp4");
  const stretch = ["-ss", String(startSeconds), "-i", film, "-t", String(seconds)];
  await runFfmpeg(...stretch, ...words("-c copy"), copy);
  const count = "-v error -count_packets -select_streams v:0 -show_entries stream=nb_read_packets";
  const { stdout } = await run("ffprobe", [...words(count), "-of", "csv=p=0", copy]);
  return Number(stdout.trim());
}
