import type { Clock, Identity, IsPlayable, MediaAddresses, Visitor } from "#server/context.ts";
import { isOpenToRewatch } from "#server/rewatch/rewatches.ts";
import type { StoredClip, StoredClipFile, Stores } from "#server/storage/stores.ts";
import type { ClipMedia } from "#shared/domain/clip.ts";
import type { JourneyId, MediaId } from "#shared/domain/ids.ts";
import { can, roleTowards } from "#shared/domain/permissions.ts";
import type { Principal, Thing } from "#shared/domain/permissions.ts";
import { fail, ok } from "#shared/lib/result.ts";
import type { Result } from "#shared/lib/result.ts";
import type { Refusal } from "#shared/protocol/refusals.ts";
import { everybodyPermits } from "./clip-playable.ts";

/** What the decision needs of the server. */
export interface MayStreamParts {
  readonly identity: Identity;
  readonly stores: Stores;
  readonly mediaAddresses: MediaAddresses;
  readonly isPlayable: IsPlayable;
  readonly clock: Clock;
}

/** A clip this visitor may have now. */
export interface StreamableClip {
  readonly clip: StoredClip;
  readonly media: ClipMedia;
  readonly file: StoredClipFile;
  readonly journeyId: JourneyId;
  /** It may be over without anybody changing anything: the practitioner watches alone until a day. */
  readonly isTimed: boolean;
}

/**
 * Whether this visitor may have the clip behind this address now. Asked for every request and every range:
 * the address must be this session's own, the clip of the visitor's journey or review, the review live for
 * a guest or the clip open for its practitioner to watch alone, and everybody in shot must permit it at this
 * moment.
 */
export async function mayStream(
  parts: MayStreamParts,
  visitor: Visitor,
  mediaId: MediaId,
): Promise<Result<StreamableClip, Refusal>> {
  const address = parts.mediaAddresses.find(mediaId);
  if (address === null || address.sessionId !== visitor.sessionId) return fail("not-found");
  const clip = await parts.stores.clips.find(address.clipId);
  if (clip === null || clip.media === null || clip.file === null) return fail("not-found");
  const thing = await thingOf(parts, visitor.principal, clip);
  if (thing.kind === "nothing") return fail("not-found");
  if (!can(visitor.principal, "clip:stream", thing)) return fail("forbidden");
  const isTimed = roleTowards(visitor.principal, thing) === "practitionerAtHome";
  if (isTimed && !(await isOpenToRewatch(parts.stores.rewatches, clip.clipId, parts.clock.nowMs())))
    return fail("not-found");
  if (!(await parts.isPlayable(clip))) return fail("permissions-missing");
  if (!(await maySupervise(parts, visitor.principal, clip))) return fail("permissions-missing");
  return ok({ clip, media: clip.media, file: clip.file, journeyId: thing.journeyId, isTimed });
}

/**
 * The clip as `can` wants it: for a guest within the guest's own review if it is a clip of it and may be
 * watched there now, else within the journey whose practitioner the guest is.
 */
async function thingOf(
  parts: MayStreamParts,
  principal: Principal,
  clip: StoredClip,
): Promise<Thing> {
  const owner = await parts.stores.journeys.ownershipOf({ kind: "clip", id: clip.clipId });
  const atHome: Thing =
    owner === null ? { kind: "nothing" } : { kind: "owned", ...owner, review: null };
  if (principal.kind !== "guest") return atHome;
  const isShown = await parts.stores.clips.isOfReview(clip.clipId, principal.reviewId);
  const room = isShown ? principal.reviewId : null;
  const inRoom: Thing = (room === null ? null : await parts.identity.reviewThing(room)) ?? {
    kind: "nothing",
  };
  const mayInRoom =
    roleTowards(principal, inRoom) === principal.role && can(principal, "clip:stream", inRoom);
  const isOwn = owner !== null && owner.journeyId === principal.ownJourneyId;
  return isOwn && !mayInRoom ? atHome : inRoom;
}

/** A supervisor sees a clip only where everybody in shot has agreed to that too. */
async function maySupervise(
  parts: MayStreamParts,
  principal: Principal,
  clip: StoredClip,
): Promise<boolean> {
  if (principal.kind !== "guest" || principal.role !== "supervisor") return true;
  return everybodyPermits(parts.stores, clip.clipId, ["supervisorSeesClips"]);
}
