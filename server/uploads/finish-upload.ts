import type { AddClipFileParts, AddedClip } from "#server/media/add-clip-file.ts";
import { takeClipFile } from "#server/media/add-clip-file.ts";
import { fail } from "#shared/lib/result.ts";
import type { StagedUploads } from "./staged-uploads.ts";
import type { UploadId } from "./upload-id.ts";
import type { UploadLocks } from "./upload-locks.ts";

/** What finishing needs of the server. */
export interface FinishParts extends AddClipFileParts {
  readonly staged: StagedUploads;
  readonly locks: UploadLocks;
}

/**
 * Gives a clip the file that has come in whole, by the one way there is. Whatever was said of it, nothing
 * stays staged; only when the server itself broke it stays, to be tried again.
 */
export function finishUpload(
  { staged, locks, ...parts }: FinishParts,
  id: UploadId,
): Promise<AddedClip> {
  return locks.hold(id.clipId, async () => {
    const upload = await staged.find(id);
    if (upload === null) return fail("not-found");
    const added = await takeClipFile(parts, id.clipId, () => parts.clipFiles.acceptStaged(upload));
    await staged.remove(id.clipId);
    return added;
  });
}
