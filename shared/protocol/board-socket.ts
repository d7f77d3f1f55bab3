import { z } from "zod";

/**
 * The board's socket speaks y-websocket's protocol (0 sync, 1 awareness, 3 query awareness) at
 * `/yjs/<reviewId>?tab=<uuid>&epoch=<uuid>`. A browser that names another epoch than the board's is
 * closed with `boardCloseCodes.epochChanged` before anything is exchanged.
 */
export const boardSocketPath = "/yjs";

/** What the address of a board socket may carry. Outside clients may leave `epoch` out. */
export const boardSocketQuerySchema = z.object({ tab: z.uuid(), epoch: z.uuid().optional() });

/** Our own message: a varuint counter, answered with the same counter once all before it is committed. */
export const fenceMessageType = 101;

/** Where somebody's caret is: the field's path and two Yjs relative positions as JSON. */
export const boardFocusSchema = z.object({
  path: z.string().max(120),
  anchor: z.unknown(),
  head: z.unknown(),
});

/** What a browser reads of another's awareness; `user` is written by the server from the seat. */
export const boardPresenceSchema = z.object({
  user: z.object({ participantId: z.uuid(), name: z.string(), role: z.string() }),
  focus: boardFocusSchema.nullish(),
});
export type BoardPresence = z.infer<typeof boardPresenceSchema>;
