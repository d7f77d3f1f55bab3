import { z } from "zod";
import type { NotePlace, PrivateNoteStore } from "#server/storage/private-note-store.ts";
import { observationIdSchema, participantIdSchema, reviewIdSchema } from "#shared/domain/ids.ts";
import type { Queries } from "./queries.ts";

const noteRowSchema = z.object({
  reviewId: reviewIdSchema,
  participantId: participantIdSchema,
  observationId: z
    .union([z.literal(""), observationIdSchema])
    .transform((observationId) => (observationId === "" ? null : observationId)),
  sealed: z.instanceof(Uint8Array).transform((bytes) => new Uint8Array(bytes)),
});

/** Private notes; the one on the review as a whole has an empty observation id. */
export function createPrivateNoteStore(queries: Queries): PrivateNoteStore {
  return {
    async keep({ sealed, ...place }, changedAtMs) {
      await queries
        .insertInto("privateNotes")
        .values({ ...rowOf(place), sealed, changedAtMs })
        .onConflict((conflict) =>
          conflict
            .columns(["reviewId", "participantId", "observationId"])
            .doUpdateSet({ sealed, changedAtMs }),
        )
        .execute();
    },

    async remove(place) {
      const { reviewId, participantId, observationId } = rowOf(place);
      await queries
        .deleteFrom("privateNotes")
        .where("reviewId", "=", reviewId)
        .where("participantId", "=", participantId)
        .where("observationId", "=", observationId)
        .execute();
    },

    async listOf(reviewId, participantId) {
      const rows = await queries
        .selectFrom("privateNotes")
        .select(["reviewId", "participantId", "observationId", "sealed"])
        .where("reviewId", "=", reviewId)
        .where("participantId", "=", participantId)
        .orderBy("observationId")
        .execute();
      return rows.map((row) => noteRowSchema.parse(row));
    },
  };
}

const rowOf = ({ reviewId, participantId, observationId }: NotePlace) => ({
  reviewId,
  participantId,
  observationId: observationId ?? "",
});
