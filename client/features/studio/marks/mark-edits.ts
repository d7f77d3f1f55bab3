import { familyIds } from "#shared/board/framework.ts";
import { modalities } from "#shared/studio/film-mark.ts";
import type { FilmMark } from "#shared/studio/film-mark.ts";
import type { StudioFilm } from "#shared/studio/studio-film.ts";

/** The most marks a film may have. */
export const mostMarks = 2_000;

/** A mark at this place with nothing said of it yet. */
export function newMark(markId: string, lane: FilmMark["lane"], atMs: number): FilmMark {
  return lane === "child"
    ? { lane, markId, atMs, modality: null, seen: "" }
    : { lane, markId, atMs, principleId: null, seen: "" };
}

/** The film with this mark; as it is when it is full of marks. */
export function withMark(film: StudioFilm, mark: FilmMark): StudioFilm {
  if (film.marks.length >= mostMarks) return film;
  return { ...film, marks: [...film.marks, mark] };
}

/** The film with one mark changed. */
export function withChangedMark(
  film: StudioFilm,
  markId: string,
  change: (mark: FilmMark) => FilmMark,
): StudioFilm {
  const marks = film.marks.map((mark) => (mark.markId === markId ? change(mark) : mark));
  return { ...film, marks };
}

/** The film without this mark. */
export function withoutMark(film: StudioFilm, markId: string): StudioFilm {
  return { ...film, marks: film.marks.filter((mark) => mark.markId !== markId) };
}

/** Names a mark by a number key: the form in which the child starts, or the family of the adult's answer. */
export function namedByNumber(mark: FilmMark, number: number): FilmMark {
  if (mark.lane === "child") return { ...mark, modality: modalities[number - 1] ?? mark.modality };
  return { ...mark, principleId: familyIds[number - 1] ?? mark.principleId };
}
