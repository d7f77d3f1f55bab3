import { z } from "zod";
import { clipIdSchema } from "#shared/domain/ids.ts";
import { ask } from "./events.ts";

/** What opened the guider's prepared notes for everybody; `off`: the review does without waiting. */
export const openedBySchema = z.enum(["written", "passed", "revealed", "off"]);

/** Whether the practitioner's words come first in this review, and which clips have been watched once. */
export const firstSchema = z.strictObject({
  isOn: z.boolean(),
  watchedClipIds: z.array(clipIdSchema),
});
export type First = z.infer<typeof firstSchema>;

/** The guider's prepared notes, as far as the one who is told may see them. */
export const preparedNotesSchema = z.strictObject({
  /** What opened them for everybody; null while they wait for the practitioner. */
  openedBy: openedBySchema.nullable(),
  notes: z.array(z.strictObject({ clipId: clipIdSchema, words: z.string() })),
});
export type PreparedNotes = z.infer<typeof preparedNotesSchema>;

/** What is asked in the room about who begins. */
export const firstAsks = {
  /** "You begin": the practitioner would like to hear the guider first. */
  "notes:pass": ask({ action: "notes:pass", schema: z.strictObject({}), answer: null }),
  /** The guider shows the prepared notes before the practitioner has written. */
  "notes:reveal": ask({ action: "notes:reveal", schema: z.strictObject({}), answer: null }),
  /** Either of the two says that this clip has been watched once. */
  "clip:watched": ask({
    action: "playback:command",
    schema: z.strictObject({ clipId: clipIdSchema }),
    answer: null,
  }),
} as const;

/** What the server tells of it: the first to everybody alike, the second to each what they may see. */
export const firstTells = {
  "first:changed": firstSchema,
  "notes:changed": preparedNotesSchema,
} as const;
