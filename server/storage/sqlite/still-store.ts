import { z } from "zod";
import type { StillStore } from "#server/storage/stores.ts";
import { clipIdSchema, observationIdSchema, reviewIdSchema } from "#shared/domain/ids.ts";
import { writeTogether } from "./queries.ts";
import type { Queries } from "./queries.ts";

const stillRowSchema = z
  .object({
    reviewId: reviewIdSchema,
    observationId: observationIdSchema,
    clipId: clipIdSchema,
    frame: z.int(),
    width: z.int(),
    height: z.int(),
    bytes: z.int(),
    sha256: z.string(),
    fileName: z.string(),
    wrappedKey: z.instanceof(Uint8Array),
  })
  .transform(({ fileName, wrappedKey, ...still }) => ({
    ...still,
    file: { fileName, wrappedKey: new Uint8Array(wrappedKey) },
  }));

/** Which held moment has which kept picture. */
export function createStillStore(queries: Queries): StillStore {
  return {
    add: ({ file, ...still }, atMs) =>
      writeTogether(queries, async (write) => {
        const clip = await write
          .selectFrom("clips")
          .select("clipId")
          .where("clipId", "=", still.clipId)
          .executeTakeFirst();
        if (clip === undefined) return false; // removed while its picture came in
        const inserted = await write
          .insertInto("stills")
          .values({ ...still, ...file, createdAtMs: atMs })
          .onConflict((conflict) => conflict.columns(["reviewId", "observationId"]).doNothing())
          .executeTakeFirst();
        return inserted.numInsertedOrUpdatedRows === 1n;
      }),

    async find(reviewId, observationId) {
      const row = await queries
        .selectFrom("stills")
        .selectAll()
        .where("reviewId", "=", reviewId)
        .where("observationId", "=", observationId)
        .executeTakeFirst();
      return row === undefined ? null : stillRowSchema.parse(row);
    },

    async fileNames(clipId) {
      const all = queries.selectFrom("stills").select("fileName");
      const rows = await (clipId === undefined ? all : all.where("clipId", "=", clipId)).execute();
      return rows.map(({ fileName }) => fileName);
    },
  };
}
