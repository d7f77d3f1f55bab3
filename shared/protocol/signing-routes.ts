import { z } from "zod";
import { boardContentSchema } from "#shared/board/board-content.ts";
import { goalIdSchema, participantIdSchema } from "#shared/domain/ids.ts";
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

/** Where a moment of a signed board lies in its clip, which is not signed with it. */
export const signedPlaceSchema = z.strictObject({
  observationId: z.string(),
  clipTitle: z.string(),
  positionMs: z.int().nonnegative(),
});
export type SignedPlace = z.infer<typeof signedPlaceSchema>;

/** The routes of signed boards. */
export const signingRoutes = {
  /** The newest signed copy; null while there is none. */
  readSignedBoard: route({
    method: "GET",
    path: "/api/reviews/:reviewId/signed-board",
    action: "board:read-signed",
    params: pathIds.review,
    body: null,
    answer: z.strictObject({
      signed: signedBoardSchema.nullable(),
      /** The journey's goals in their order: on the board they stand by their ids. */
      goalIds: z.array(goalIdSchema),
      places: z.array(signedPlaceSchema),
    }),
  }),
} as const;
