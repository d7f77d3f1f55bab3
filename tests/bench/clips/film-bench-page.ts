import { openFilm } from "#client/features/studio/film/open-film.ts";
import type { Film } from "#client/features/studio/film/open-film.ts";
import { createFilmPicture } from "#client/features/studio/film/film-picture.ts";

/** What the benchmark asks of its page, in this order. Lengths in ms. */
export interface FilmBenchWindow {
  /** Opens the chosen film and learns its pictures' times. */
  benchOpen?: () => Promise<{ readonly tookMs: number; readonly pictures: number }>;
  /** Twelve thumbnails over the whole film: until the first is there, and until all are exact. */
  benchThumbnails?: () => Promise<{ readonly firstMs: number; readonly allMs: number }>;
  /** Steps on and back from places spread over the film, each until its picture is painted. */
  benchSteps?: (places: number) => Promise<{
    readonly onMs: readonly number[];
    readonly backMs: readonly number[];
  }>;
}

const page = globalThis as FilmBenchWindow;
const never = new AbortController().signal;
const stepsEach = 10;
let opened: Film | null = null;

const filmOpen = () => {
  if (opened === null) throw new Error("the film is not open");
  return opened;
};

page.benchOpen = async () => {
  const chosen = document.querySelector<HTMLInputElement>("input[type=file]")?.files?.[0];
  if (chosen === undefined) throw new Error("no film was chosen");
  const begunMs = performance.now();
  const film = await openFilm(chosen, { onProgress: () => undefined, signal: never });
  if (!film.ok) throw new Error(film.reason);
  opened = film.value;
  return { tookMs: performance.now() - begunMs, pictures: opened.frames.count };
};

page.benchThumbnails = async () => {
  const film = filmOpen();
  const { frames } = film;
  const lastMs = frames.startMs(frames.count - 1);
  const times = Array.from({ length: 12 }, (_, n) => ((n + 0.5) * lastMs) / 12);
  const begunMs = performance.now();
  let firstMs = 0;
  await film.thumbnails(
    times,
    ({ picture }) => {
      picture.close();
      firstMs ||= performance.now() - begunMs;
    },
    never,
  );
  return { firstMs, allMs: performance.now() - begunMs };
};

page.benchSteps = async (places) => {
  const film = filmOpen();
  const [canvas, video] = [document.createElement("canvas"), document.createElement("video")];
  document.body.append(canvas, video);
  const picture = createFilmPicture(film, canvas, video);
  const timed = async (frame: number) => {
    const begunMs = performance.now();
    await picture.show(frame);
    return performance.now() - begunMs;
  };
  const [onMs, backMs]: [number[], number[]] = [[], []];
  for (let place = 0; place < places; place += 1) {
    const from = Math.floor(((place + 0.37) / places) * film.frames.count);
    await picture.show(from);
    for (let n = 1; n <= stepsEach; n += 1) onMs.push(await timed(from + n));
    for (let n = stepsEach - 1; n >= -stepsEach; n -= 1) backMs.push(await timed(from + n));
  }
  picture.close();
  return { onMs, backMs };
};
