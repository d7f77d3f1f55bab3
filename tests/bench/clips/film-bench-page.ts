import { openFilm } from "#client/features/studio/film/open-film.ts";
import type { Film } from "#client/features/studio/film/open-film.ts";
import { createFilmPicture } from "#client/features/studio/film/film-picture.ts";

/** How long each picture took to be seen, in ms. */
export interface StepFigures {
  /** The next one, asked for as by a key held down. */
  readonly onMs: readonly number[];
  /** The one before. */
  readonly backMs: readonly number[];
  /** One far from where the film stood. */
  readonly farMs: readonly number[];
}

/** What the benchmark asks of its page, in this order. Lengths in ms. */
export interface FilmBenchWindow {
  /** Opens the chosen film and learns its pictures' times. */
  benchOpen?: () => Promise<{ readonly tookMs: number; readonly pictures: number }>;
  /** Twelve thumbnails over the whole film: until the first is there, and until all are exact. */
  benchThumbnails?: () => Promise<{ readonly firstMs: number; readonly allMs: number }>;
  /** Goes to places all over the film, and from each some steps on and back; each until its picture is painted. */
  benchSteps?: (places: number) => Promise<StepFigures>;
}

const page = globalThis as FilmBenchWindow;
const never = new AbortController().signal;
const stepsEach = 10;
/** Places that are this part of the film apart lie all over it, in no order. */
const goldenPart = 0.618_034;
/** A key that is held down steps so often. */
const keyRepeatMs = 33;
let opened: Film | null = null;

const passTime = (lengthMs: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, lengthMs);
  });

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
  let askedMs = performance.now();
  const timed = async (frame: number) => {
    await passTime(askedMs + keyRepeatMs - performance.now());
    askedMs = performance.now();
    await picture.show(frame);
    return performance.now() - askedMs;
  };
  const [onMs, backMs, farMs]: [number[], number[], number[]] = [[], [], []];
  for (let place = 1; place <= places; place += 1) {
    const from = Math.floor(((place * goldenPart) % 1) * (film.frames.count - stepsEach));
    farMs.push(await timed(from));
    for (let n = 1; n <= stepsEach; n += 1) onMs.push(await timed(from + n));
    for (let n = stepsEach - 1; n >= -stepsEach; n -= 1) backMs.push(await timed(from + n));
  }
  picture.close();
  return { onMs, backMs, farMs };
};
