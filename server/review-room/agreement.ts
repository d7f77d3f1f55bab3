import type { ParticipantId } from "#shared/domain/ids.ts";
import type { Timeline } from "#shared/playback/timeline.ts";
import type { Agreement } from "#shared/protocol/room-events.ts";

/** A frame somebody's screen really shows, for one revision of the timeline. */
export interface ShownFrame {
  readonly epoch: string;
  readonly revision: number;
  readonly clipId: string;
  readonly frame: number;
}

/**
 * Whether everybody who follows shows the frame the timeline is paused on. Null while it plays or one
 * is alone: then there is nothing to agree on. `together` is said only when all have reported it.
 */
export function agree(
  timeline: Timeline | null,
  followers: readonly ParticipantId[],
  shown: ReadonlyMap<ParticipantId, ShownFrame>,
): Agreement | null {
  if (timeline === null || timeline.motion.kind !== "paused" || followers.length < 2) return null;
  const { epoch, revision, clipId } = timeline;
  const { frame } = timeline.motion;
  const reports = followers.map((who) => ({ who, report: shown.get(who) }));
  const current = reports.filter(
    ({ report }) => report?.epoch === epoch && report.revision === revision,
  );
  const differing = current
    .filter(({ report }) => report?.frame !== frame || report.clipId !== clipId)
    .map(({ who }) => who);
  if (differing.length > 0) return { epoch, revision, frame, state: "differs", differing };
  const state = current.length === followers.length ? "together" : "waiting";
  return { epoch, revision, frame, state, differing: [] };
}
