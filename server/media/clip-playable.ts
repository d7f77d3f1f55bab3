import type { IsPlayable } from "#server/context.ts";
import type { Stores } from "#server/storage/stores.ts";
import { missingPermissions, purposesToReview } from "#shared/domain/people.ts";
import type { Purpose } from "#shared/domain/people.ts";
import type { ClipId } from "#shared/domain/ids.ts";

/** Decides from the permissions as they are recorded at this moment; a clip with nobody in shot is not playable. */
export function createIsPlayable(stores: Pick<Stores, "clips">): IsPlayable {
  return async (clip) =>
    clip.media !== null &&
    clip.file !== null &&
    (await everybodyPermits(stores, clip.clipId, purposesToReview));
}

/** Whether everybody in shot has given permission for all of these purposes. */
export async function everybodyPermits(
  stores: Pick<Stores, "clips">,
  clipId: ClipId,
  purposes: readonly Purpose[],
): Promise<boolean> {
  const inShot = await stores.clips.peopleInShot(clipId);
  return inShot.length > 0 && missingPermissions(inShot, purposes).length === 0;
}
