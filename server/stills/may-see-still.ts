import type { Identity, IsPlayable, Visitor } from "#server/context.ts";
import { everybodyPermits } from "#server/media/clip-playable.ts";
import type { StillAddress } from "#server/media/still-files.ts";
import type { StoredStill, Stores } from "#server/storage/stores.ts";
import { can } from "#shared/domain/permissions.ts";
import { fail, ok } from "#shared/lib/result.ts";
import type { Result } from "#shared/lib/result.ts";
import type { Refusal } from "#shared/protocol/refusals.ts";

/** What the decision needs of the server. */
export interface MaySeeParts {
  readonly identity: Identity;
  readonly stores: Stores;
  readonly isPlayable: IsPlayable;
}

/**
 * Whether this visitor may see the kept picture of a moment now, by the rules of the clip it was drawn
 * from: everybody in shot permits it at this moment, for a supervisor too. Null where none is kept.
 */
export async function maySeeStill(
  { identity, stores, isPlayable }: MaySeeParts,
  { principal }: Visitor,
  { reviewId, observationId }: StillAddress,
): Promise<Result<StoredStill | null, Refusal>> {
  const thing = await identity.reviewThing(reviewId);
  if (thing === null) return fail("not-found");
  if (!can(principal, "still:read", thing)) return fail("forbidden");
  const still = await stores.stills.find(reviewId, observationId);
  if (still === null) return ok(null);
  const clip = await stores.clips.find(still.clipId);
  if (clip === null) return fail("not-found");
  const isSupervisor = principal.kind === "guest" && principal.role === "supervisor";
  const mayPlay =
    (await isPlayable(clip)) &&
    (!isSupervisor || (await everybodyPermits(stores, clip.clipId, ["supervisorSeesClips"])));
  return mayPlay ? ok(still) : fail("permissions-missing");
}
