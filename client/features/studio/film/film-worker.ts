import type { VideoSample } from "mediabunny";
import { assertNever, ok } from "#shared/lib/result.ts";
import type { FilmAsk, FilmTold } from "./film-messages.ts";
import { isFilmDark } from "./film-light.ts";
import { createFilmFrames } from "./film-frames.ts";
import { createPictureCache } from "./picture-cache.ts";
import type { PictureCache } from "./picture-cache.ts";
import { decodePictures } from "./decode-pictures.ts";
import { keepPicture, paintPicture } from "./kept-picture.ts";
import { readPeaks } from "./read-peaks.ts";
import { readFilm } from "./read-film.ts";
import type { ReadFilm } from "./read-film.ts";
import { readThumbnails } from "./read-thumbnails.ts";

/** The thread that reads one film: its pictures, small and large, and what is heard. */
let film: ReadFilm | null = null;
let pictures: PictureCache<VideoSample> | null = null;
const stops = new Map<number, AbortController>();

self.addEventListener("message", ({ data }: MessageEvent<FilmAsk>) => {
  if (data.kind === "stop") {
    stops.get(data.askId)?.abort();
    return;
  }
  const stop = new AbortController();
  stops.set(data.askId, stop);
  void answer(data, stop.signal).finally(() => stops.delete(data.askId));
});

function tell(told: FilmTold, transfer: Transferable[] = []): void {
  self.postMessage(told, { transfer });
}

async function answer(ask: FilmAsk, signal: AbortSignal): Promise<void> {
  const { askId } = ask;
  switch (ask.kind) {
    case "open":
      return open(askId, ask.file, signal);
    case "light": {
      const isDark = film !== null && (await isFilmDark(film).catch(() => false));
      return tell({ kind: "light", askId, isDark });
    }
    case "picture":
      return picture(askId, ask.index);
    case "thumbnails":
      return thumbnails(askId, ask.timesMs, signal);
    case "peaks": {
      const sound = film?.sound ?? null;
      const peaks = sound && (await readPeaks(sound, ask, signal).catch(() => null));
      return tell({ kind: "peaks", askId, peaks });
    }
    case "stop":
      return undefined;
    default:
      return assertNever(ask);
  }
}

async function picture(askId: number, index: number): Promise<void> {
  const kept = await pictures?.get(index).catch(() => null);
  const painted = kept ? await paintPicture(kept).catch(() => null) : null;
  tell({ kind: "picture", askId, picture: painted }, painted === null ? [] : [painted]);
}

async function open(askId: number, file: Blob, signal: AbortSignal): Promise<void> {
  const onProgress = (fraction: number) => tell({ kind: "progress", askId, fraction });
  const read = await readFilm(file, { onProgress, signal });
  if (!read.ok) {
    tell({ kind: "opened", askId, opened: read });
    return;
  }
  film = read.value;
  const { details, table, picture: track } = film;
  const frames = createFilmFrames(table);
  pictures = createPictureCache({
    count: frames.count,
    decode: (run) => decodePictures(track, frames, run, keepPicture),
    discard: (sample) => sample.close(),
  });
  tell({ kind: "opened", askId, opened: ok({ details, table }) });
}

async function thumbnails(
  askId: number,
  timesMs: readonly number[],
  signal: AbortSignal,
): Promise<void> {
  const all = film === null ? [] : readThumbnails(film.picture, timesMs, signal);
  try {
    for await (const { picture, ...about } of all) {
      tell({ kind: "thumbnail", askId, picture, ...about }, [picture]);
    }
  } catch {
    // A picture that cannot be decoded: the lane keeps its place empty.
  }
  tell({ kind: "done", askId });
}
