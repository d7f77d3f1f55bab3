import { studioFilmSchema } from "#shared/studio/studio-film.ts";
import type { StudioFilm } from "#shared/studio/studio-film.ts";
import type { RecordShelf } from "./studio-database.ts";

/** Whether what was made lies on the device: `unsaved` means that the browser would not take it. */
export type SavingState = "saved" | "saving" | "unsaved";

/** What the studio keeps of each film on this device, saved as it is made. */
export interface StudioStore {
  /** The films of a cycle that this version can read; others are left as they are. */
  list(cycleId: string): Promise<StudioFilm[]>;
  read(filmId: string): Promise<StudioFilm | null>;
  /** Saves at once; while one save is under way the latest of the next ones waits. */
  save(film: StudioFilm): void;
  /** Settles when nothing waits to be saved any more. */
  whenSaved(): Promise<SavingState>;
  remove(filmId: string): Promise<void>;
  /** Told as saving begins and ends. Answers a way to stop. */
  onSaving(listener: (state: SavingState) => void): () => void;
}

/** Makes the store over the browser's records. */
export function createStudioStore(films: RecordShelf): StudioStore {
  const waiting = new Map<string, StudioFilm>();
  const listeners = new Set<(state: SavingState) => void>();
  const removed = new Set<string>();
  let work: Promise<SavingState> | null = null;
  let state: SavingState = "saved";

  function tell(next: SavingState): void {
    state = next;
    for (const listener of listeners) listener(next);
  }

  async function saveAll(): Promise<SavingState> {
    tell("saving");
    let isSaved = true;
    for (let next = first(waiting); next !== null; next = first(waiting)) {
      waiting.delete(next.filmId);
      isSaved = await films.put(next.filmId, next).then(
        () => true,
        () => false, // no room, or the person closed the browser's storage: it is said on screen
      );
    }
    work = null;
    tell(isSaved ? "saved" : "unsaved");
    return state;
  }

  return {
    async list(cycleId) {
      const read = (await films.all()).map((one) => studioFilmSchema.safeParse(one));
      return read.flatMap(({ data }) => (data?.cycleId === cycleId ? [data] : []));
    },
    async read(filmId) {
      return studioFilmSchema
        .nullable()
        .catch(null)
        .parse((await films.get(filmId)) ?? null);
    },
    save(film) {
      if (removed.has(film.filmId)) return;
      waiting.set(film.filmId, film);
      work ??= saveAll();
    },
    whenSaved: () => work ?? Promise.resolve(state),
    async remove(filmId) {
      removed.add(filmId);
      waiting.delete(filmId);
      await work;
      await films.remove(filmId);
    },
    onSaving(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function first(waiting: ReadonlyMap<string, StudioFilm>): StudioFilm | null {
  const [film] = waiting.values();
  return film ?? null;
}
