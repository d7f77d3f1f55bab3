import { dayWords } from "#client/lib/dates.ts";
import { text } from "#client/lib/text.ts";
import type { StudioFilm } from "#shared/studio/studio-film.ts";

/** A length as people say it: `3:07`. */
export function lengthWords(lengthMs: number): string {
  const seconds = Math.floor(lengthMs / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** What a film is called on screen. */
export function filmName(film: Pick<StudioFilm, "place" | "filmedOn">): string {
  if (film.place.kind === "chosen") return film.place.fileName;
  return text("film.recordedName", { day: filmedOnWords(film) });
}

/** The day a film was filmed, as 22 November 2026. */
export function filmedOnWords({ filmedOn }: Pick<StudioFilm, "filmedOn">): string {
  return dayWords(Date.parse(`${filmedOn}T12:00`));
}
