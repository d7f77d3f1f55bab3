import type { StudioFilm } from "#shared/studio/studio-film.ts";
import type { StudioStore } from "#client/features/studio/film/studio-store.ts";
import type { StudioDocument } from "./studio.ts";

/** Opens what was made of a film so far. */
export function createStudioDocument(
  record: StudioFilm,
  store: Pick<StudioStore, "save">,
): StudioDocument {
  let film = record;
  const listeners = new Set<() => void>();
  return {
    current: () => film,
    edit(change) {
      const changed = change(film);
      if (changed === film) return;
      film = changed;
      store.save(film);
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
