import type { ClipRecordStore, StoredClip } from "#server/storage/stores.ts";
import type { IsPlayable } from "#server/context.ts";
import type { ReviewId } from "#shared/domain/ids.ts";
import type { TimelineClip } from "#shared/playback/timeline.ts";

/** The clips of a review that may be played now, in their order. */
export async function playableClips(
  clips: ClipRecordStore,
  reviewId: ReviewId,
  isPlayable: IsPlayable,
): Promise<StoredClip[]> {
  const all = await clips.listOfReview(reviewId);
  const playable = await Promise.all(all.map(isPlayable));
  return all.filter((_, n) => playable[n] === true);
}

/** What the timeline needs of the clips whose files are there. */
export function timelineClips(clips: readonly StoredClip[]): TimelineClip[] {
  return clips.flatMap(({ clipId, media }) =>
    media === null
      ? []
      : [
          {
            clipId,
            clipRev: media.clipRev,
            framesMs: media.framesMs,
            durationMs: media.durationMs,
          },
        ],
  );
}
