import type { Clock, RandomSource } from "#server/context.ts";
import type { Stores } from "#server/storage/stores.ts";
import { clipLimits } from "#shared/domain/clip.ts";
import type { ClipWords } from "#shared/domain/clip.ts";
import { clipIdSchema } from "#shared/domain/ids.ts";
import type { CycleId, JourneyId } from "#shared/domain/ids.ts";
import { missingPermissions, purposesToReview } from "#shared/domain/people.ts";
import { fail, ok } from "#shared/lib/result.ts";
import { clipForPage } from "./add-clip-file.ts";
import type { AddedClip } from "./add-clip-file.ts";

/** What adding a clip needs of the server. */
export interface AddClipParts {
  readonly stores: Pick<Stores, "clips" | "journeys">;
  readonly clock: Clock;
  readonly random: RandomSource;
}

/**
 * Adds a clip, without its file yet, to a cycle of the journey; the page and the command line both do it
 * here. Refused unless everybody in shot belongs to the journey and has given permission.
 */
export async function addClip(
  { stores, clock, random }: AddClipParts,
  place: { readonly journeyId: JourneyId; readonly cycleId: CycleId },
  newClip: ClipWords,
): Promise<AddedClip> {
  const journey = await stores.journeys.read(place.journeyId);
  if (journey === null) return fail("not-found");
  const inShot = journey.people.filter(({ personId }) => newClip.peopleInShot.includes(personId));
  if (inShot.length !== newClip.peopleInShot.length) return fail("invalid");
  const missing = missingPermissions(inShot, purposesToReview);
  if (missing.length > 0) {
    const names = new Set(missing.map(({ person }) => person.name));
    return { ...fail("permissions-missing"), details: [...names] };
  }
  const already = await stores.clips.listOfCycle(place.cycleId);
  if (already.length >= clipLimits.perCycle) {
    return { ...fail("journey-full"), details: [String(clipLimits.perCycle)] };
  }
  const clipId = clipIdSchema.parse(random.uuid());
  await stores.clips.add({ clipId, cycleId: place.cycleId, ...newClip }, clock.nowMs());
  const clip = await stores.clips.find(clipId);
  return clip === null ? fail("not-found") : ok(clipForPage(clip));
}
