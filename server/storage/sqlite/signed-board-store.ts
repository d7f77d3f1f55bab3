import { z } from "zod";
import type { SignedBoardStore } from "#server/storage/signed-board-store.ts";
import { reviewIdSchema } from "#shared/domain/ids.ts";
import type { Queries } from "./queries.ts";

const rowSchema = z.object({
  reviewId: reviewIdSchema,
  version: z.int(),
  sealed: z.instanceof(Uint8Array),
  sha256: z.string(),
  signedAtMs: z.int(),
  writtenOnAtMs: z.int().nullable(),
});

/** Signed copies of boards, by review and version. */
export function createSignedBoardStore(queries: Queries): SignedBoardStore {
  return {
    async add(board) {
      await queries
        .insertInto("signedBoards")
        .values({ ...board, writtenOnAtMs: null })
        .execute();
    },

    async latest(reviewId) {
      const row = await queries
        .selectFrom("signedBoards")
        .selectAll()
        .where("reviewId", "=", reviewId)
        .orderBy("version", "desc")
        .limit(1)
        .executeTakeFirst();
      return row === undefined ? null : rowSchema.parse(row);
    },

    async writeOn(reviewId, version, atMs) {
      await queries
        .updateTable("signedBoards")
        .set({ writtenOnAtMs: atMs })
        .where("reviewId", "=", reviewId)
        .where("version", "=", version)
        .execute();
    },
  };
}
