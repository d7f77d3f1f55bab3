import { z } from "zod";
import { participantIdSchema } from "#shared/domain/ids.ts";
import { instantSchema } from "#shared/domain/journey.ts";
import { ask } from "./events.ts";

/** The SHA-256 of a board's content, in hex. */
export const contentHashSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** How far a review has come in its ending: both look at the board once more, and each may agree to it. */
export const endingSchema = z.strictObject({
  /** Both see the ending. */
  isOpen: z.boolean(),
  /** Who agrees to the board as it is now. Any change of the board takes every agreement back. */
  agreedBy: z.array(participantIdSchema),
  /** A change of the board took agreements back, and nobody has agreed since. */
  isChanged: z.boolean(),
  /** The signed copy by which the board rests; null while it can be written. */
  signed: z.strictObject({ version: z.int().positive(), signedAtMs: instantSchema }).nullable(),
});
export type Ending = z.infer<typeof endingSchema>;

const nothing = z.strictObject({});

/** What may be asked about the ending in a room. */
export const endingAsks = {
  /** Both see "Before you go". */
  "ending:open": ask({ action: "ending:open", schema: nothing, answer: null }),
  /** "Stay": back to the room, for both. */
  "ending:close": ask({ action: "ending:close", schema: nothing, answer: null }),
  /** For oneself: to exactly the content of this hash, or not any more. When both agree the board is signed. */
  "board:agree": ask({
    action: "board:agree",
    schema: z.strictObject({ isAgreed: z.boolean(), contentHash: contentHashSchema }),
    answer: null,
  }),
  /** The signed copy stays, and the board can be written again. */
  "board:reopen": ask({ action: "board:agree", schema: nothing, answer: null }),
} as const;

/** What the room is told of its ending: on entering, and at each change. */
export const endingTells = { "ending:changed": endingSchema } as const;
