/** A file of the browser's own store, open to be written in place. For workers only. */
export interface FileInPlace {
  /** Writes at the end and onto the disk. False when the device has no room for all of it. */
  append(bytes: Uint8Array): boolean;
  write(bytes: Uint8Array, at: number): void;
  close(): void;
}

/** What a worker may do with such a file; the compiler's page types do not have it. */
interface WritableInPlace {
  createSyncAccessHandle(): Promise<{
    truncate(bytes: number): void;
    write(bytes: Uint8Array, options: { at: number }): number;
    flush(): void;
    close(): void;
  }>;
}

/** Opens a file anew: what was in it is gone. */
export async function openInPlace(
  folder: FileSystemDirectoryHandle,
  name: string,
): Promise<FileInPlace> {
  const handle = await folder.getFileHandle(name, { create: true });
  // In a worker each file of this store has it.
  const file = await (handle as unknown as WritableInPlace).createSyncAccessHandle();
  file.truncate(0);
  let end = 0;
  return {
    append(bytes) {
      try {
        const count = file.write(bytes, { at: end });
        file.flush();
        end += count;
        return count === bytes.length;
      } catch (error) {
        if (error instanceof DOMException && error.name === "QuotaExceededError") return false;
        throw error;
      }
    },
    write(bytes, at) {
      if (file.write(bytes, { at }) < bytes.length) throw new Error("no room on the device");
    },
    close() {
      file.flush();
      file.close();
    },
  };
}
