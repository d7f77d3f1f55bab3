import { removeCut } from "#client/features/studio/cut/cut-store.ts";
import { createFilmKeeper } from "./film-keeper.ts";
import type { FilmKeeper } from "./film-keeper.ts";
import { freeBytes, openStoredFilm, removeStoredFilm, storeFilm } from "./film-store.ts";
import { piecesName } from "./record-messages.ts";
import { createRecordingWriter } from "./recorder.ts";
import { openStudioDatabase } from "./studio-database.ts";
import { createStudioStore } from "./studio-store.ts";
import type { StudioStore } from "./studio-store.ts";

/** Everything of the studio that lies on this device. */
export interface FilmParts {
  readonly store: StudioStore;
  readonly keeper: FilmKeeper;
}

let parts: Promise<FilmParts> | null = null;

/** Opens it, once for the page, and asks the browser not to clear it when room gets short. */
export function openFilmParts(): Promise<FilmParts> {
  parts ??= open();
  return parts;
}

async function open(): Promise<FilmParts> {
  const { films, files } = await openStudioDatabase();
  void navigator.storage.persist().catch(() => false); // the browser may say no: then it clears as it likes
  const stored = {
    open: openRecorded,
    store: storeFilm,
    remove: removeRecorded,
    removeCut,
    freeBytes,
  };
  return { store: createStudioStore(films), keeper: createFilmKeeper(files, stored) };
}

/** A recording that a crash broke off is made whole first; where there is no room for that, it is its pieces. */
async function openRecorded(name: string): Promise<File | null> {
  if ((await openStoredFilm(piecesName(name))) !== null) {
    const writer = createRecordingWriter();
    await writer.file(name).finish();
    writer.close();
  }
  return (await openStoredFilm(name)) ?? openStoredFilm(piecesName(name));
}

async function removeRecorded(name: string): Promise<void> {
  await removeStoredFilm(piecesName(name));
  await removeStoredFilm(name);
}
