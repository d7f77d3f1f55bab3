import type { AppContext, Visitor } from "#server/context.ts";
import type { StoredReview } from "#server/storage/review-store.ts";
import type { StoredClip } from "#server/storage/stores.ts";
import { createIsPlayable, everybodyPermits } from "#server/media/clip-playable.ts";
import type { ReviewId } from "#shared/domain/ids.ts";
import { fail, ok } from "#shared/lib/result.ts";
import type { Room, RoomClip } from "#shared/protocol/http-api.ts";
import { frameworkOf } from "./framework-of.ts";
import type { Answered, HandlerParts } from "./handlers.ts";

/** Clips from before the review's own cycle are of this one. */
const firstCycle = 1;

type GuestRole = Room["me"]["role"];

/** The clips somebody of this role may see in a room now. */
export async function visibleClips(
  { stores }: Pick<AppContext, "stores">,
  reviewId: ReviewId,
  role: GuestRole,
): Promise<StoredClip[]> {
  const isPlayable = createIsPlayable(stores);
  const all = await stores.clips.listOfReview(reviewId);
  const may = await Promise.all(
    all.map(
      async (clip) =>
        (await isPlayable(clip)) &&
        (role !== "supervisor" ||
          (await everybodyPermits(stores, clip.clipId, ["supervisorSeesClips"]))),
    ),
  );
  return all.filter((_, place) => may[place] === true);
}

/** Reads everything a browser needs to take its seat; a guider who does so opens the room. */
export function createRoomReader(parts: HandlerParts) {
  const { context, boards, mediaAddresses } = parts;
  const { stores, clock } = context;

  return async (reviewId: ReviewId, visitor: Visitor): Promise<Answered<"readRoom">> => {
    const review = await stores.reviews.find(reviewId);
    const journey = review === null ? null : await stores.journeys.read(review.journeyId);
    const me = meOf(visitor);
    const { sessionId } = visitor;
    if (review === null || journey === null || me === null || sessionId === null) {
      return fail("not-found");
    }
    if (me.role === "guider" && review.state === "planned") {
      await stores.reviews.setState(reviewId, "live", clock.nowMs());
    }
    const clips = await visibleClips(context, reviewId, me.role);
    return ok({
      reviewId,
      journeyId: me.role === "guider" ? review.journeyId : null,
      cycleNumber: review.cycleNumber,
      kind: review.kind,
      childName: journey.childName,
      practitionerName: journey.practitionerName,
      helpingQuestion: journey.helpingQuestion,
      usesOutcomes: journey.usesOutcomes,
      me,
      clips: clips.flatMap((clip) => roomClip(clip, review, sessionId)),
      framework: await frameworkOf(stores, review.guiderId),
      safeguardingContact: await stores.people.contactOf(review.journeyId),
      boardEpoch: await boards.epochOf(reviewId),
    });
  };

  function roomClip(
    { clipId, cycleId, title, initiative, description, captions, marks, media }: StoredClip,
    review: StoredReview,
    sessionId: string,
  ): RoomClip[] {
    if (media === null) return [];
    const mediaId = mediaAddresses.issue(sessionId, clipId);
    const cycleNumber = cycleId === review.cycleId ? review.cycleNumber : firstCycle;
    const words = { title, initiative, description, captions, marks };
    return [{ clipId, cycleNumber, ...words, mediaId, media }];
  }
}

function meOf({ principal, participantId, name }: Visitor): Room["me"] | null {
  if (participantId === null || name === null || principal.kind === "none") return null;
  return { participantId, name, role: principal.kind === "guest" ? principal.role : "guider" };
}
