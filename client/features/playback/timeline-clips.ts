import type { TimelineClip } from "#shared/playback/timeline.ts";
import type { RoomClip } from "#shared/protocol/http-api.ts";

/** The clips of the room as the timeline needs them, by id. */
export function tableOfClips(clips: readonly RoomClip[]): ReadonlyMap<string, TimelineClip> {
  return new Map(
    clips.map(({ clipId, media }) => {
      const { clipRev, framesMs, durationMs } = media;
      return [clipId, { clipId, clipRev, framesMs, durationMs }];
    }),
  );
}
