import { DataStore, Upload } from "@tus/server";
import { offsetOf } from "./staged-uploads.ts";
import type { StagedUpload, StagedUploads } from "./staged-uploads.ts";
import { tusError } from "./upload-errors.ts";
import { readUploadId } from "./upload-id.ts";

/** The staged uploads as tus asks for them. Its lock has been taken before any of these is called. */
export function createUploadStore(staged: StagedUploads): DataStore {
  async function find(id: string): Promise<StagedUpload> {
    const upload = await staged.find(readUploadId(id));
    if (upload === null) throw tusError("FILE_NOT_FOUND");
    return upload;
  }

  const store = new DataStore();
  store.extensions = ["creation", "termination"];
  return Object.assign(store, {
    create: async (upload: Upload) => {
      if (upload.size === undefined) throw tusError("INVALID_LENGTH");
      await staged.create(readUploadId(upload.id), upload.size);
      return upload;
    },
    getUpload: async (id: string) => {
      const found = await find(id);
      return new Upload({ id, size: found.totalBytes, offset: offsetOf(found) });
    },
    write: async (bytes: AsyncIterable<unknown>, id: string, offset: number) => {
      const found = await find(id);
      if (offsetOf(found) !== offset) throw tusError("INVALID_OFFSET");
      return await staged.append(found, bytes);
    },
    remove: async (id: string) => {
      await staged.remove((await find(id)).clipId);
    },
  });
}
