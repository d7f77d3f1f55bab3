import { useRef, useState } from "react";
import type { FrameTable } from "#shared/playback/frames.ts";
import { alignAtStart, playOrPause, seekTo, stepFrames } from "./film-group.ts";
import type { FilmWithFrames } from "./film-group.ts";

/** How one film stands. */
export interface FilmState {
  readonly positionMs: number;
  readonly isPlaying: boolean;
  readonly isSlow: boolean;
}

/** What is done to one film, or to all while they are linked. */
export interface FilmDeeds {
  readonly playOrPause: () => void;
  readonly step: (by: -1 | 1) => void;
  readonly seek: (positionMs: number) => void;
  readonly slow: () => void;
}

/** Half as fast, to see how hands and faces move. */
const slowRate = 0.5;
const still: FilmState = { positionMs: 0, isPlaying: false, isSlow: false };

/** Films that are played by this browser alone, each by itself or, while linked, all as one. */
export function useFilms(tables: readonly FrameTable[]) {
  const videos = useRef<(HTMLVideoElement | null)[]>([]);
  const [states, setStates] = useState<readonly FilmState[]>(() => tables.map(() => still));
  const [isLinked, setLinked] = useState(tables.length > 1);

  const groupOf = (index: number | null): FilmWithFrames[] =>
    tables.flatMap((frames, n) => {
      const film = videos.current[n];
      return film && (isLinked || index === null || index === n) ? [{ film, frames }] : [];
    });

  function deedsOf(index: number | null): FilmDeeds {
    const isMeant = (n: number) => isLinked || index === null || index === n;
    return {
      playOrPause: () => playOrPause(groupOf(index).map(({ film }) => film)),
      step: (by) => stepFrames(groupOf(index), by),
      seek: (positionMs) => seekTo(groupOf(index), positionMs),
      slow: () => {
        const isSlow = !states.some((state, n) => isMeant(n) && state.isSlow);
        for (const { film } of groupOf(index)) film.playbackRate = isSlow ? slowRate : 1;
        setStates(states.map((state, n) => (isMeant(n) ? { ...state, isSlow } : state)));
      },
    };
  }

  return {
    states,
    isLinked,
    deedsOf,
    link: (next: boolean) => {
      setLinked(next);
      if (next) alignAtStart(groupOf(null));
    },
    setVideo: (index: number, video: HTMLVideoElement | null) => {
      videos.current[index] = video;
    },
    /** The element says how it stands; another clip in its place begins at its own start and speed. */
    read: (index: number, { currentTime, paused, ended, playbackRate }: HTMLVideoElement) =>
      setStates((known) =>
        known.map((state, n) =>
          n === index
            ? {
                positionMs: currentTime * 1_000,
                isPlaying: !paused && !ended,
                isSlow: playbackRate < 1,
              }
            : state,
        ),
      ),
  };
}
