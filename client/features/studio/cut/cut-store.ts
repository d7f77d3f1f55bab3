/**
 * The finished clips that wait to be sent lie in the browser's own store for this page, where a reload
 * leaves them. Nobody but this page can read them there.
 */
const folderName = "cuts";

/** What a worker may do with a file of that store; the compiler's page types do not have it. */
interface WritableInPlace {
  createSyncAccessHandle(): Promise<{
    truncate(bytes: number): void;
    write(bytes: Uint8Array): number;
    flush(): void;
    close(): void;
  }>;
}

/** Keeps a finished clip under this name. For workers only. False when the device has no room left. */
export async function keepCut(fileName: string, bytes: Uint8Array): Promise<boolean> {
  try {
    const folder = await cutsFolder();
    const handle = await folder.getFileHandle(fileName, { create: true });
    // In a worker each file of this store has it.
    const file = await (handle as unknown as WritableInPlace).createSyncAccessHandle();
    try {
      file.truncate(0);
      if (file.write(bytes) < bytes.length) return false;
      file.flush();
    } finally {
      file.close();
    }
    return true;
  } catch (error) {
    if (isNamed(error, "QuotaExceededError")) return false;
    throw error;
  }
}

/** A finished clip; null when it is not there any more. */
export async function openCut(fileName: string): Promise<File | null> {
  try {
    const handle = await (await cutsFolder()).getFileHandle(fileName);
    return await handle.getFile();
  } catch (error) {
    if (isNamed(error, "NotFoundError")) return null;
    throw error;
  }
}

/** Removes a finished clip, if it is there. */
export async function removeCut(fileName: string): Promise<void> {
  try {
    await (await cutsFolder()).removeEntry(fileName);
  } catch (error) {
    if (!isNamed(error, "NotFoundError")) throw error;
  }
}

async function cutsFolder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(folderName, { create: true });
}

function isNamed(error: unknown, name: string): boolean {
  return error instanceof DOMException && error.name === name;
}
