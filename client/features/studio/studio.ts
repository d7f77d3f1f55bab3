import type { Journey } from "#shared/domain/journey.ts";
import type { Stretch } from "#shared/studio/cut-plan.ts";
import type { DraftClip, StudioFilm } from "#shared/studio/studio-film.ts";
import type { FilmRate } from "#client/features/studio/film/film-picture.ts";
import type { Film } from "#client/features/studio/film/open-film.ts";

/** What is made of one film; the single place it is changed. Each change is saved on this device at once. */
export interface StudioDocument {
  readonly current: () => StudioFilm;
  edit(change: (film: StudioFilm) => StudioFilm): void;
  /** Told after each change. Answers a way to stop. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** Where the guider looks in the film. Places are film time in ms; pictures are counted from 0. */
export interface Playhead {
  readonly frameIndex: number;
  readonly isPlaying: boolean;
  readonly rate: FilmRate;
}

/** Moves the playhead. What lies outside the film is brought to its ends. */
export interface PlayheadControl {
  readonly current: () => Playhead;
  /** When the picture that is shown begins. */
  placeMs(): number;
  show(frameIndex: number): void;
  seek(placeMs: number): void;
  /** So many pictures on, or back when negative; comes to rest. */
  step(pictures: number): void;
  play(): void;
  /** Plays this stretch and rests on its last picture. */
  playStretch(stretch: Stretch): void;
  pause(): void;
  setRate(rate: FilmRate): void;
  /** Told after each picture and each change of play. Answers a way to stop. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** What one opened film offers to every part of the studio's screen. */
export interface Studio {
  readonly film: Film;
  readonly journey: Journey;
  readonly cycleId: string;
  readonly document: StudioDocument;
  readonly playhead: PlayheadControl;
  /** The draft whose details stand at the side; null: none. */
  readonly chosen: DraftClip | null;
  readonly choose: (draftId: string | null) => void;
}

/** Changes one draft of a film; a film without it is answered as it is. */
export function withDraft(
  film: StudioFilm,
  draftId: string,
  change: (draft: DraftClip) => DraftClip,
): StudioFilm {
  const drafts = film.drafts.map((draft) => (draft.draftId === draftId ? change(draft) : draft));
  return { ...film, drafts };
}
