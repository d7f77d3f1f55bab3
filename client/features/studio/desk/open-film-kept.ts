const nameOf = (cycleId: string) => `studio-film:${cycleId}`;

/** Remembers on this device which film of a cycle lies on the desk, so that a reload opens it again. */
export function rememberOpenFilm(cycleId: string, filmId: string): void {
  localStorage.setItem(nameOf(cycleId), filmId);
}

/** The film that lay on the desk; null: none. */
export function openFilmOf(cycleId: string): string | null {
  return localStorage.getItem(nameOf(cycleId));
}

/** The film was put away. */
export function forgetOpenFilm(cycleId: string): void {
  localStorage.removeItem(nameOf(cycleId));
}
