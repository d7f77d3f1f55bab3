import type { Identity, IsPlayable, Visitor } from "#server/context.ts";
import { everybodyPermits } from "#server/media/clip-playable.ts";
import type { StillAddress } from "#server/media/still-files.ts";
import type { StoredStill, Stores } from "#server/storage/stores.ts";
import type { Purpose } from "#shared/domain/people.ts";
import { can, roleTowards } from "#shared/domain/permissions.ts";
import type { Role } from "#shared/domain/permissions.ts";
import { fail, ok } from "#shared/lib/result.ts";
import type { Result } from "#shared/lib/result.ts";
import type { Refusal } from "#shared/protocol/refusals.ts";

/** What the decision needs of the server. */
export interface MaySeeParts {
  readonly identity: Identity;
  readonly stores: Stores;
  readonly isPlayable: IsPlayable;
}

/** What everybody in shot permits beside the review, for these to see the picture. */
const purposesOf: Partial<Record<Role, readonly Purpose[]>> = {
  supervisor: ["supervisorSeesClips"],
  practitionerAtHome: ["practitionerKeepsStills"],
};

/**
 * Whether this visitor may see the kept picture of a moment now, by the rules of the clip it was drawn
 * from: everybody in shot permits it at this moment, for a supervisor and for the practitioner at home too. Null
 * where none is kept.
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
  const role = roleTowards(principal, thing);
  // Whoever was asked out of a live room has its pictures no more than the room.
  const isAfterwards = thing.kind === "owned" && thing.review?.state === "ended";
  if (role === "practitionerAtHome" && !isAfterwards) return fail("forbidden");
  const mayPlay =
    (await isPlayable(clip)) &&
    (await everybodyPermits(stores, clip.clipId, purposesOf[role] ?? []));
  return mayPlay ? ok(still) : fail("permissions-missing");
}
