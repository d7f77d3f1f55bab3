import type { OpenedStudioFilm } from "#client/features/studio/film/use-films.ts";
import type { Film } from "#client/features/studio/film/open-film.ts";
import { createFilmPicture } from "#client/features/studio/film/film-picture.ts";
import type { StudioStore } from "#client/features/studio/film/studio-store.ts";
import { createWaveform } from "#client/features/studio/film/waveform.ts";
import type { Waveform } from "#client/features/studio/film/waveform.ts";
import { createStudioDocument } from "#client/features/studio/studio-document.ts";
import type { PlayheadControl, StudioDocument } from "#client/features/studio/studio.ts";
import { createPlayhead } from "./playhead.ts";

/** An opened film on the desk: its picture's two elements, its sound, and what moves and keeps it. */
export interface Desk {
  readonly film: Film;
  readonly canvas: HTMLCanvasElement;
  readonly video: HTMLVideoElement;
  readonly document: StudioDocument;
  readonly playhead: PlayheadControl;
  readonly waveform: Waveform;
  /** Closes the film too. */
  close(): void;
}

const savePlaceEachMs = 1_000;

/** Puts a film on the desk, at the place where it was left. */
export function openDesk({ film, record }: OpenedStudioFilm, store: StudioStore): Desk {
  const canvas = document.createElement("canvas");
  const video = document.createElement("video");
  const picture = createFilmPicture(film, canvas, video);
  const playhead = createPlayhead(film.frames, picture, record.positionMs);
  const waveform = createWaveform(film, film.frames.durationMs);
  const made = createStudioDocument(record, store);
  let timer: ReturnType<typeof setTimeout> | undefined;

  function savePlace(): void {
    clearTimeout(timer);
    timer = undefined;
    const positionMs = playhead.placeMs();
    made.edit((now) => (now.positionMs === positionMs ? now : { ...now, positionMs }));
  }
  playhead.subscribe(() => (timer ??= setTimeout(savePlace, savePlaceEachMs)));

  return {
    film,
    canvas,
    video,
    document: made,
    playhead,
    waveform,
    close() {
      savePlace();
      playhead.close();
      picture.close();
      waveform.close();
      film.close();
    },
  };
}
