import type { BoardContent } from "#shared/board/board-content.ts";
import type { SignedPlace } from "#shared/protocol/signing-routes.ts";
import type { ReportClip } from "#shared/report/build-report.ts";

/** Where each moment of a signed board lies, of those whose clip is still kept. */
export function signedPlaces(
  { observations }: BoardContent,
  clips: readonly ReportClip[],
): SignedPlace[] {
  return observations.flatMap(({ observationId, anchor }) => {
    const clip = clips.find(({ clipId }) => clipId === anchor.clipId);
    const startMs = clip?.framesMs[anchor.frame];
    return clip === undefined || startMs === undefined
      ? []
      : [{ observationId, clipTitle: clip.title, positionMs: Math.round(startMs) }];
  });
}
