import { z } from "zod";
import { clipIdSchema } from "#shared/domain/ids.ts";
import type { ClipId } from "#shared/domain/ids.ts";

/** What of "the practitioner first" outlives a restart. */
export const firstRecordSchema = z.strictObject({
  /** Null while the prepared notes wait. What has been seen stays open. */
  openedBy: z.enum(["written", "passed", "revealed"]).nullable(),
  watchedClipIds: z.array(clipIdSchema),
  /** Epoch UTC: when a picture was first paused or held. */
  restedAtMs: z.int().nullable(),
  /** How long it was from there to the practitioner's first words; null before them. */
  waitMs: z.int().nonnegative().nullable(),
});
export type FirstRecord = z.infer<typeof firstRecordSchema>;

/** A review in which nothing has been watched or written. */
export const newFirst: FirstRecord = {
  openedBy: null,
  watchedClipIds: [],
  restedAtMs: null,
  waitMs: null,
};

/** The prepared notes are open; why they first were is kept. */
export function withOpening(
  record: FirstRecord,
  openedBy: NonNullable<FirstRecord["openedBy"]>,
): FirstRecord {
  return record.openedBy === null ? { ...record, openedBy } : record;
}

/** The clip has been watched once. */
export function withWatched(record: FirstRecord, clipId: ClipId): FirstRecord {
  const { watchedClipIds } = record;
  if (watchedClipIds.includes(clipId)) return record;
  return { ...record, watchedClipIds: [...watchedClipIds, clipId] };
}

/** A picture has been paused or held; the first time counts. */
export function withRest(record: FirstRecord, atMs: number): FirstRecord {
  return record.restedAtMs === null ? { ...record, restedAtMs: Math.floor(atMs) } : record;
}

/** The practitioner has written: that opens the notes, and the first time ends the wait. */
export function withWords(record: FirstRecord, atMs: number): FirstRecord {
  const opened = withOpening(record, "written");
  if (opened.waitMs !== null) return opened;
  const restedAtMs = record.restedAtMs ?? atMs;
  return { ...opened, waitMs: Math.max(0, Math.floor(atMs - restedAtMs)) };
}
