import { makeWorker } from "#client/lib/make-worker.ts";
import { ok } from "#shared/lib/result.ts";
import type { Result } from "#shared/lib/result.ts";
import type { Stretch } from "#shared/studio/cut-plan.ts";
import { createFilmFrames } from "./film-frames.ts";
import type { FilmFrames } from "./film-frames.ts";
import type { FilmAsk, FilmTold, OpenedFilm } from "./film-messages.ts";
import type { FilmRefusal } from "./film-refusals.ts";
// oxlint-disable-next-line import/default -- Vite makes the address of the built worker
import filmWorkerAddress from "./film-worker.ts?worker&url";
import type { FilmDetails } from "./read-film.ts";
import type { ReadThumbnail } from "./read-thumbnails.ts";

/** A film on this device, open to be looked through. A thread of its own reads what is asked for, no more. */
export interface Film {
  readonly file: File;
  readonly details: FilmDetails;
  readonly frames: FilmFrames;
  /** Whether it is too dark to see much. */
  isDark(): Promise<boolean>;
  /** A picture by its number, upright; the caller closes it. Null when another is asked for meanwhile. */
  picture(frameIndex: number): Promise<ImageBitmap | null>;
  /** Small pictures at these film times, one by one, each first near and then exact; the listener closes them. */
  thumbnails(
    timesMs: readonly number[],
    onPicture: (thumbnail: ReadThumbnail) => void,
    signal: AbortSignal,
  ): Promise<void>;
  /** How loud each 10 ms of a stretch is, 0-255. Null without sound, or when stopped. */
  peaks(stretch: Stretch, signal: AbortSignal): Promise<Uint8Array | null>;
  close(): void;
}

/** How a film is opened: its progress, 0-1, and a way to give up. */
export interface OpenOptions {
  readonly onProgress: (fraction: number) => void;
  readonly signal: AbortSignal;
}

/** Opens a film, or says why it cannot be worked with. Nothing of it leaves the device. */
export async function openFilm(
  file: File,
  { onProgress, signal }: OpenOptions,
  worker: Worker = makeWorker(filmWorkerAddress),
): Promise<Result<Film, FilmRefusal>> {
  const thread = talkTo(worker);
  const opened = await new Promise<Result<OpenedFilm, FilmRefusal>>((resolve) => {
    thread.ask({ kind: "open", file }, signal, (told) => {
      if (told.kind === "progress") onProgress(told.fraction);
      if (told.kind === "opened") resolve(told.opened);
    });
  });
  if (!opened.ok) {
    worker.terminate();
    return opened;
  }
  const { details, table } = opened.value;
  const never = new AbortController().signal;
  return ok({
    file,
    details,
    frames: createFilmFrames(table),
    isDark: () =>
      new Promise((resolve) => {
        thread.ask({ kind: "light" }, never, (told) => {
          if (told.kind === "light") resolve(told.isDark);
        });
      }),
    picture: (index) =>
      new Promise((resolve) => {
        thread.ask({ kind: "picture", index }, never, (told) => {
          if (told.kind === "picture") resolve(told.picture);
        });
      }),
    thumbnails: (timesMs, onPicture, stopped) =>
      new Promise((resolve) => {
        thread.ask({ kind: "thumbnails", timesMs }, stopped, (told) => {
          if (told.kind === "thumbnail") onPicture(told);
          if (told.kind === "done") resolve();
        });
      }),
    peaks: (stretch, stopped) =>
      new Promise((resolve) => {
        thread.ask({ kind: "peaks", ...stretch }, stopped, (told) => {
          if (told.kind === "peaks") resolve(told.peaks);
        });
      }),
    close: () => worker.terminate(),
  });
}

type WithoutId<Message> = Message extends unknown ? Omit<Message, "askId"> : never;

/** Asks a film's thread; what it tells goes to whoever asked, until that ask has ended. */
function talkTo(worker: Worker) {
  const awaited = new Map<number, (told: FilmTold) => void>();
  let lastAskId = 0;
  worker.addEventListener("message", ({ data }: MessageEvent<FilmTold>) => {
    awaited.get(data.askId)?.(data);
    if (data.kind !== "progress" && data.kind !== "thumbnail") awaited.delete(data.askId);
  });
  const post = (ask: FilmAsk) => worker.postMessage(ask);
  return {
    ask(
      message: WithoutId<Exclude<FilmAsk, { kind: "stop" }>>,
      signal: AbortSignal,
      onTold: (told: FilmTold) => void,
    ): void {
      lastAskId += 1;
      const askId = lastAskId;
      awaited.set(askId, onTold);
      post({ ...message, askId });
      signal.addEventListener("abort", () => post({ kind: "stop", askId }), { once: true });
      if (signal.aborted) post({ kind: "stop", askId });
    },
  };
}
