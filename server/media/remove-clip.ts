import type { AppContext, ClipFiles } from "#server/context.ts";
import type { Stills } from "#server/stills/stills.ts";
import type { StoredClip } from "#server/storage/stores.ts";
import type { JourneyId } from "#shared/domain/ids.ts";

/** What removing a clip needs of the server. */
export interface RemoveClipParts extends Pick<AppContext, "stores" | "access"> {
  readonly clipFiles: Pick<ClipFiles, "remove">;
  readonly stills: Pick<Stills, "filesOf" | "remove">;
}

/** Removes a clip, its file and the pictures kept out of it; wherever it plays, it stops. */
export async function removeClip(
  { stores, access, clipFiles, stills }: RemoveClipParts,
  { clipId, file }: Pick<StoredClip, "clipId" | "file">,
  journeyId: JourneyId,
): Promise<void> {
  const pictures = await stills.filesOf(clipId);
  await stores.clips.remove(clipId);
  access.announce({ kind: "clips-changed", journeyId });
  if (file !== null) await clipFiles.remove(file);
  await stills.remove(pictures);
}
