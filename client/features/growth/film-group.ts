import { clampFrame, frameAt, frameMiddleMs } from "#shared/playback/frames.ts";
import type { FrameTable } from "#shared/playback/frames.ts";

/** What playing needs of a `<video>`; its times are in seconds. */
export type Film = Pick<
  HTMLVideoElement,
  "currentTime" | "playbackRate" | "paused" | "ended" | "play" | "pause"
>;

/** A film and when each of its frames starts. */
export interface FilmWithFrames {
  readonly film: Film;
  readonly frames: FrameTable;
}

const isRunning = ({ paused, ended }: Film) => !paused && !ended;

/**
 * Pauses all if one runs, those that ran at one place. Else plays them on: one that has ended waits, and
 * once all have, all begin anew.
 */
export function playOrPause(films: readonly Film[]): void {
  if (films.some(isRunning)) return pauseTogether(films);
  const waiting = films.filter(({ ended }) => !ended);
  if (waiting.length === 0) films.forEach((film) => (film.currentTime = 0));
  for (const film of waiting.length === 0 ? films : waiting) {
    film.play().catch(() => film.pause()); // the browser wants another press first
  }
}

/** Two elements never run to the same millisecond; those that ran stop where the one behind is. */
function pauseTogether(films: readonly Film[]): void {
  const ran = films.filter(isRunning);
  films.forEach((film) => film.pause());
  const place = Math.min(...ran.map(({ currentTime }) => currentTime));
  if (ran.length > 1) ran.forEach((film) => (film.currentTime = place));
}

/** Pauses all and shows the frame before (-1) or after (1) in each. */
export function stepFrames(group: readonly FilmWithFrames[], by: -1 | 1): void {
  pauseTogether(group.map(({ film }) => film));
  for (const { film, frames } of group) {
    const frame = frameAt(frames, film.currentTime * 1_000) + by;
    film.currentTime = frameMiddleMs(frames, clampFrame(frames, frame)) / 1_000;
  }
}

/** Shows the same place in each, counted from its start; a shorter one its end. */
export function seekTo(group: readonly FilmWithFrames[], positionMs: number): void {
  for (const { film, frames } of group) {
    film.currentTime = Math.min(positionMs, frames.durationMs) / 1_000;
  }
}

/** Pauses all at their starts, so that what is played together begins together. */
export function alignAtStart(group: readonly FilmWithFrames[]): void {
  group.forEach(({ film }) => film.pause());
  seekTo(group, 0);
}
