import { z } from "zod";
import { boardContentSchema } from "#shared/board/board-content.ts";
import { participantIdSchema } from "#shared/domain/ids.ts";
import { instantSchema } from "#shared/domain/journey.ts";
import { nameSchema } from "#shared/domain/people.ts";
import { contentHashSchema } from "./ending-events.ts";
import { pathIds, route } from "./http-route.ts";

/** Somebody who agreed to a board, and when. */
export const signerSchema = z.strictObject({
  participantId: participantIdSchema,
  name: nameSchema,
  role: z.enum(["guider", "practitioner"]),
  agreedAtMs: instantSchema,
});
export type Signer = z.infer<typeof signerSchema>;

/** A board as both agreed to it. */
export const signedBoardSchema = z.strictObject({
  version: z.int().positive(),
  signedAtMs: instantSchema,
  /** SHA-256 of the content's canonical JSON, in hex. */
  sha256: contentHashSchema,
  signedBy: z.array(signerSchema),
  content: boardContentSchema,
  /** When somebody wrote on; null while the board rests as it was signed. */
  writtenOnAtMs: instantSchema.nullable(),
});
export type SignedBoard = z.infer<typeof signedBoardSchema>;

/** The routes of signed boards. */
export const signingRoutes = {
  /** The newest signed copy; null while there is none. */
  readSignedBoard: route({
    method: "GET",
    path: "/api/reviews/:reviewId/signed-board",
    action: "board:read-signed",
    params: pathIds.review,
    body: null,
    answer: z.strictObject({ signed: signedBoardSchema.nullable() }),
  }),
} as const;
