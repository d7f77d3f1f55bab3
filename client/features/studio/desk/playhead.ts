import type { FilmFrames } from "#client/features/studio/film/film-frames.ts";
import type { FilmPicture } from "#client/features/studio/film/film-picture.ts";
import type { Playhead, PlayheadControl } from "#client/features/studio/studio.ts";
import { pictureOfEnd } from "#shared/studio/drafts-ends.ts";

/** A playhead with an end to its life: then it tells nobody any more. */
export interface OwnedPlayhead extends PlayheadControl {
  close(): void;
}

/** Moves the picture of one film, at rest at this place to begin with. */
export function createPlayhead(
  frames: FilmFrames,
  picture: Pick<FilmPicture, "show" | "play" | "onFrame" | "onPlaying">,
  placeMs: number,
): OwnedPlayhead {
  let now: Playhead = { frameIndex: frames.indexAt(placeMs), isPlaying: false, rate: 1 };
  /** The last picture of the stretch that is played. */
  let lastIndex: number | null = null;
  const listeners = new Set<() => void>();

  function tell(change: Partial<Playhead>): void {
    now = { ...now, ...change };
    for (const listener of listeners) listener();
  }

  function show(frameIndex: number): void {
    lastIndex = null;
    void picture.show(frameIndex);
  }

  const stops = [
    picture.onFrame((frameIndex) => {
      if (lastIndex !== null && frameIndex >= lastIndex) show(lastIndex);
      else tell({ frameIndex });
    }),
    picture.onPlaying((isPlaying) => tell({ isPlaying })),
  ];
  show(now.frameIndex);

  return {
    current: () => now,
    placeMs: () => frames.startMs(now.frameIndex),
    show,
    seek: (toMs) => show(frames.indexAt(toMs)),
    step: (pictures) => show(now.frameIndex + pictures),
    play() {
      lastIndex = null;
      picture.play(now.rate);
    },
    playStretch(stretch) {
      show(frames.indexAt(stretch.startMs));
      lastIndex = pictureOfEnd(stretch, "end", frames);
      picture.play(now.rate);
    },
    pause: () => show(now.frameIndex),
    setRate(rate) {
      tell({ rate });
      if (now.isPlaying) picture.play(rate);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      for (const stop of stops) stop();
      listeners.clear();
    },
  };
}
