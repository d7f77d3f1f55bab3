/**
 * Films that the browser itself keeps for this page (recorded ones, and copies made on the guider's say)
 * lie in a folder of its own store, where a reload leaves them and nobody but this page can read them.
 */
const folderName = "films";

/** A kept film; null when it is not there any more. */
export async function openStoredFilm(name: string): Promise<File | null> {
  try {
    return await (await (await filmsFolder()).getFileHandle(name)).getFile();
  } catch (error) {
    if (isNamed(error, "NotFoundError")) return null;
    throw error;
  }
}

/** Copies a film into the store. False when the device has no room; then nothing of it stays. */
export async function storeFilm(name: string, film: Blob): Promise<boolean> {
  const handle = await (await filmsFolder()).getFileHandle(name, { create: true });
  try {
    await film.stream().pipeTo(await handle.createWritable());
    return true;
  } catch (error) {
    await removeStoredFilm(name);
    if (isNamed(error, "QuotaExceededError")) return false;
    throw error;
  }
}

/** Removes a film from the store, if it is there. */
export async function removeStoredFilm(name: string): Promise<void> {
  try {
    await (await filmsFolder()).removeEntry(name);
  } catch (error) {
    if (!isNamed(error, "NotFoundError")) throw error;
  }
}

/** The store's folder, for the thread that writes recordings. */
export async function filmsFolder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(folderName, { create: true });
}

/** How many bytes the browser would still keep for this page; null where it does not say. */
export async function freeBytes(): Promise<number | null> {
  const { quota, usage } = await navigator.storage.estimate();
  return quota === undefined || usage === undefined ? null : quota - usage;
}

function isNamed(error: unknown, name: string): boolean {
  return error instanceof DOMException && error.name === name;
}
