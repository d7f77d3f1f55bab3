import { z } from "zod";
import { engagementAreas } from "./board-doc.ts";
import type { ObservationField } from "./board-doc.ts";

/**
 * Everything people put on a board, as plain values: what both agree to, and what is signed. Kept pictures
 * are not in it: they follow from the clip's revision and the frame, which are, and may come in later.
 */

const words = z.string();
const frame = z.int().nonnegative();
const fields = {
  initiative: words,
  meaning: words,
  response: words,
  followedBy: words,
  feeling: words,
} satisfies Record<ObservationField, z.ZodType>;

/** An observation as it is signed; moments stand in the order of the board. */
export const observationContentSchema = z.strictObject({
  observationId: z.string(),
  anchor: z.strictObject({ clipId: z.string(), clipRev: z.string(), frame }),
  endFrame: frame.nullable(),
  turnFrames: z.array(frame),
  drawing: z.array(z.strictObject({ colour: z.int(), points: z.array(z.int()) })),
  heldBy: z.string(),
  createdAtMs: z.number(),
  pinnedBy: z.array(z.string()),
  principleIds: z.array(z.string()),
  /** Left out where there is none, so that what was signed before there were any reads as it was. */
  engagement: z.array(z.enum(engagementAreas)).optional(),
  words: z.strictObject(fields),
});
export type ObservationContent = z.infer<typeof observationContentSchema>;

/** The content of a whole board. */
export const boardContentSchema = z.strictObject({
  /** The version of the board's document it was read from. */
  boardVersion: z.int().positive(),
  helpingQuestion: words,
  goals: z.array(z.strictObject({ goalId: z.string(), text: words })),
  observations: z.array(observationContentSchema),
  aims: z.array(
    z.strictObject({
      aimId: z.string(),
      fromObservationId: z.string().nullable(),
      text: words,
      whereWhen: words,
    }),
  ),
  earlierAims: z.array(
    z.strictObject({ aimId: z.string(), text: words, whereWhen: words, howDidItGo: words }),
  ),
});
export type BoardContent = z.infer<typeof boardContentSchema>;

/** The one spelling of a content that `readBoardContent` has made; its SHA-256 names it. */
export function canonicalJson(content: BoardContent): string {
  return JSON.stringify(content);
}

/** The words of a moment to know it by: those of the first question that has some, or none. */
export function firstWordsOf({ words: said }: ObservationContent): string {
  return (
    Object.values(said)
      .find((one) => one.trim() !== "")
      ?.trim() ?? ""
  );
}
