import { z } from "zod";
import { agendaPlaceSchema, noPlace } from "#shared/domain/agenda.ts";
import { participantIdSchema } from "#shared/domain/ids.ts";
import { companySchema } from "#shared/protocol/company.ts";
import { wholeView } from "#shared/playback/view.ts";
import { viewUpdateSchema } from "#shared/protocol/room-events.ts";
import { clampFrame } from "#shared/playback/frames.ts";
import { timelineSchema } from "#shared/playback/timeline.ts";
import { firstRecordSchema, newFirst } from "./first-state.ts";
import type { PlaybackRate, Timeline, TimelineClip } from "#shared/playback/timeline.ts";

/** What of a room outlives a restart of the server. */
export const roomRecordSchema = z.strictObject({
  timeline: timelineSchema.nullable(),
  coveredBy: z.array(participantIdSchema),
  companies: z.record(z.string(), companySchema),
  view: viewUpdateSchema.default({ view: wholeView, by: null }),
  first: firstRecordSchema.default(newFirst),
  agenda: agendaPlaceSchema.default(noPlace),
});
export type RoomRecord = z.infer<typeof roomRecordSchema>;

/** Reads a stored record; one that cannot be read (of another version) counts as none. */
export function parseRoomRecord(text: string): RoomRecord | null {
  try {
    const parsed = roomRecordSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null; // not JSON: nothing of ours
  }
}

/**
 * The timeline a room opens with: paused, under a new epoch, where it was stored (while playing: at the
 * last heartbeat), or at the start of the first clip. Footage never goes on by itself after a restart.
 */
export function openingTimeline(
  clips: readonly TimelineClip[],
  stored: { readonly timeline: Timeline | null; readonly heartbeatFrame: number | null },
  epoch: string,
): Timeline | null {
  const before = stored.timeline;
  const same = clips.find(
    (clip) => clip.clipId === before?.clipId && clip.clipRev === before.clipRev,
  );
  const clip = same ?? clips[0];
  if (clip === undefined) return null;
  const frame = same === undefined ? 0 : frameLeftAt(before, stored.heartbeatFrame);
  return {
    epoch,
    revision: 0,
    clipId: clip.clipId,
    clipRev: clip.clipRev,
    motion: { kind: "paused", frame: clampFrame(clip, frame) },
    rate: rateLeftAt(before, same !== undefined),
    repeat: before?.repeat ?? false,
    loop: same === undefined ? null : (before?.loop ?? null),
    cause: { kind: before === null ? "opened" : "restarted", by: null },
  };
}

/** With its loop gone, so is the speed that belonged to it. */
function rateLeftAt(before: Timeline | null, keepsLoop: boolean): PlaybackRate {
  if (before === null) return 1;
  return keepsLoop ? before.rate : (before.loop?.rateAfter ?? before.rate);
}

function frameLeftAt(before: Timeline | null, heartbeatFrame: number | null): number {
  if (before === null) return 0;
  const { motion } = before;
  return motion.kind === "paused" ? motion.frame : (heartbeatFrame ?? motion.fromFrame);
}
