import { z } from "zod";
import { cutFileName } from "#client/features/studio/cut/cut-queue.ts";
import { fail, ok } from "#shared/lib/result.ts";
import type { Result } from "#shared/lib/result.ts";
import type { StudioFilm } from "#shared/studio/studio-film.ts";
import { isSameFilm, printOf } from "./film-print.ts";
import type { RecordShelf } from "./studio-database.ts";

/** A file on disk that the browser may read again; not every browser has it, nor do the compiler's types. */
export interface FilmHandle {
  getFile(): Promise<File>;
  queryPermission(asked: { mode: "read" }): Promise<PermissionState>;
  requestPermission(asked: { mode: "read" }): Promise<PermissionState>;
}

/** The browser's own store for whole films. */
export interface StoredFilms {
  open(name: string): Promise<File | null>;
  store(name: string, film: Blob): Promise<boolean>;
  remove(name: string): Promise<void>;
  /** Removes a clip that was made of a film and not sent yet, if it is there. */
  removeCut(fileName: string): Promise<void>;
  freeBytes(): Promise<number | null>;
}

/**
 * Why a film is not at hand: `ask` needs one press (`FilmKeeper.ask`); `choose` needs the same file chosen
 * again (`FilmKeeper.chooseAgain`); `gone` was recorded here and is not here any more.
 */
export type AwayReason = "ask" | "choose" | "gone";

/** Keeps the way back to each film until the guider removes it. */
export interface FilmKeeper {
  /** Keeps a chosen film's print, and its handle where the browser gives one. */
  keep(filmId: string, file: File, handle: FilmHandle | null): Promise<void>;
  /** The film's file, if it can be had without asking anybody. */
  open(film: StudioFilm): Promise<Result<File, AwayReason>>;
  /** Asks the browser's own question; call it from a press. */
  ask(film: StudioFilm): Promise<Result<File, AwayReason>>;
  /** Takes a file chosen again when it is the same film; refuses any other. */
  chooseAgain(
    film: StudioFilm,
    file: File,
    handle: FilmHandle | null,
  ): Promise<Result<File, "another-film">>;
  /** Whether a copy would fit well into the browser's own store. */
  canCopy(file: File): Promise<boolean>;
  /** Copies the film there, so that it need not be chosen again. False when there was no room. */
  copy(filmId: string, file: File): Promise<boolean>;
  /** Forgets the way to the film and removes what the browser itself keeps of it and its clips; a file on disk stays. */
  remove(film: StudioFilm): Promise<void>;
}

const keptSchema = z.object({
  print: z.object({ bytes: z.number(), ends: z.string() }),
  handle: z.custom<FilmHandle>((value) => typeof value === "object").nullable(),
});

/** A copy takes at most this part of what is free: the recordings and cuts need room too. */
const copyShare = 0.5;

/** Makes the keeper over the browser's records and its store for films. */
export function createFilmKeeper(files: RecordShelf, stored: StoredFilms): FilmKeeper {
  const kept = async (filmId: string) =>
    keptSchema
      .nullable()
      .catch(null)
      .parse((await files.get(filmId)) ?? null);

  async function keep(filmId: string, file: File, handle: FilmHandle | null): Promise<void> {
    await files.put(filmId, { print: await printOf(file), handle });
  }

  async function openBy(film: StudioFilm, mayAsk: boolean): Promise<Result<File, AwayReason>> {
    const file = await stored.open(storedName(film));
    if (file !== null) return ok(file);
    if (film.place.kind === "recorded") return fail("gone");
    const record = await kept(film.filmId);
    if (record === null || record.handle === null) return fail("choose");
    const { handle, print } = record;
    const asked = { mode: "read" } as const;
    const permission = mayAsk
      ? await handle.requestPermission(asked)
      : await handle.queryPermission(asked);
    if (permission === "prompt") return fail("ask");
    if (permission === "denied") return fail("choose");
    // Moved, renamed or changed on disk: then it is chosen again and known by its print.
    const found = await handle.getFile().catch(() => null);
    return found !== null && (await isSameFilm(found, print)) ? ok(found) : fail("choose");
  }

  return {
    keep,
    open: (film) => openBy(film, false),
    ask: (film) => openBy(film, true),
    async chooseAgain(film, file, handle) {
      const record = await kept(film.filmId);
      const isSame =
        record === null ? file.size === film.place.bytes : await isSameFilm(file, record.print);
      if (!isSame) return fail("another-film");
      await keep(film.filmId, file, handle);
      return ok(file);
    },
    async canCopy(file) {
      const free = await stored.freeBytes();
      return free !== null && file.size <= free * copyShare;
    },
    copy: (filmId, file) => stored.store(filmId, file),
    async remove(film) {
      await stored.remove(storedName(film));
      await Promise.all(film.drafts.map(({ draftId }) => stored.removeCut(cutFileName(draftId))));
      await files.remove(film.filmId);
    },
  };
}

/** Under which name the browser's own store has a film, if it has it. */
function storedName({ filmId, place }: StudioFilm): string {
  return place.kind === "recorded" ? place.fileName : filmId;
}
