import { useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import type { StudioFilm } from "#shared/studio/studio-film.ts";
import type { AwayReason, FilmHandle } from "./film-keeper.ts";
import type { FilmParts } from "./film-parts.ts";
import type { FilmRefusal } from "./film-refusals.ts";
import { newFilm } from "./new-film.ts";
import { openFilm } from "./open-film.ts";
import type { Film } from "./open-film.ts";

/** What choosing a film has come to. */
export type Choosing =
  | { readonly state: "resting" }
  | { readonly state: "opening"; readonly fraction: number; readonly stop: () => void }
  | { readonly state: "refused"; readonly reason: FilmRefusal; readonly again: () => void }
  /** The film of this record is not at hand. */
  | { readonly state: "away"; readonly film: StudioFilm; readonly reason: AwayReason | "another" };

/** A film that was opened, with what was made of it. */
export interface OpenedStudioFilm {
  readonly film: Film;
  readonly record: StudioFilm;
}

/** The films of a cycle on this device, and opening, choosing and removing them. */
export function useFilms(
  cycleId: string,
  { store, keeper }: FilmParts,
  reopenId: string | null,
  onOpened: (opened: OpenedStudioFilm) => void,
) {
  const [films, setFilms] = useState<readonly StudioFilm[]>([]);
  const [choosing, setChoosing] = useState<Choosing>({ state: "resting" });
  const [isCopyRefused, setCopyRefused] = useState(false);
  const stopRef = useRef<AbortController | null>(null);

  const refresh = useCallback(
    () => store.list(cycleId).then((found) => setFilms(newestFirst(found))),
    [store, cycleId],
  );
  const reopen = useEffectEvent(async () => {
    const film = reopenId === null ? null : await store.read(reopenId);
    if (film?.cycleId === cycleId) await open(film, false);
  });
  useEffect(() => {
    void refresh();
    void reopen();
    return () => stopRef.current?.abort();
  }, [refresh]);

  /** Opens a file; the record is kept when the film can be worked with. */
  async function openFile(file: File, record: StudioFilm, keep: () => Promise<void>) {
    const stop = new AbortController();
    stopRef.current = stop;
    const show = (fraction: number) =>
      setChoosing({ state: "opening", fraction, stop: () => stop.abort() });
    show(0);
    const opened = await openFilm(file, { onProgress: show, signal: stop.signal });
    if (!opened.ok) {
      const again = () => void openFile(file, record, keep);
      setChoosing({ state: "refused", reason: opened.reason, again });
      return;
    }
    if (stop.signal.aborted) {
      opened.value.close();
      setChoosing({ state: "resting" });
      return;
    }
    await keep();
    setChoosing({ state: "resting" });
    onOpened({ film: opened.value, record });
  }

  async function choose(file: File, handle: FilmHandle | null, isCopied: boolean) {
    if (choosing.state === "away" && choosing.reason !== "gone") {
      const { film } = choosing;
      const same = await keeper.chooseAgain(film, file, handle);
      if (same.ok) await openFile(same.value, film, () => Promise.resolve());
      else setChoosing({ state: "away", film, reason: "another" });
      return;
    }
    const filmId = crypto.randomUUID();
    const place = { kind: "chosen", fileName: file.name, bytes: Math.max(1, file.size) } as const;
    const record = newFilm(filmId, cycleId, place, file.lastModified);
    await openFile(file, record, async () => {
      await keeper.keep(filmId, file, handle);
      if (isCopied) {
        const hasCopy = (await keeper.canCopy(file)) && (await keeper.copy(filmId, file));
        setCopyRefused(!hasCopy);
      }
      store.save(record);
    });
  }

  async function open(film: StudioFilm, mayAsk: boolean) {
    const found = await (mayAsk ? keeper.ask(film) : keeper.open(film));
    if (!found.ok) setChoosing({ state: "away", film, reason: found.reason });
    else await openFile(found.value, film, () => Promise.resolve());
  }

  async function remove(film: StudioFilm) {
    await keeper.remove(film);
    await store.remove(film.filmId);
    setChoosing({ state: "resting" });
    await refresh();
  }

  return { films, choosing, isCopyRefused, choose, open, remove, refresh };
}

function newestFirst(films: readonly StudioFilm[]): StudioFilm[] {
  return films.toSorted((one, other) => other.filmedOn.localeCompare(one.filmedOn));
}
