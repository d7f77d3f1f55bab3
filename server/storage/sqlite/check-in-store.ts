import { z } from "zod";
import type { CheckInStore, StoredCheckInPlace } from "#server/storage/check-in-store.ts";
import { checkInMomentSchema } from "#shared/domain/check-in.ts";
import { personIdSchema, reviewIdSchema } from "#shared/domain/ids.ts";
import { flagSchema } from "./flag.ts";
import type { Queries } from "./queries.ts";

const rowSchema = z.object({
  personId: personIdSchema,
  reviewId: z
    .union([z.literal(""), reviewIdSchema])
    .transform((reviewId) => (reviewId === "" ? null : reviewId)),
  moment: checkInMomentSchema,
  sealed: z.instanceof(Uint8Array).transform((bytes) => new Uint8Array(bytes)),
  isShared: flagSchema,
  changedAtMs: z.int(),
});

/** Check-ins; a follow-up has an empty review id. */
export function createCheckInStore(queries: Queries): CheckInStore {
  return {
    async keep(place, sealed, changedAtMs) {
      await queries
        .insertInto("checkIns")
        .values({ ...rowOf(place), sealed, changedAtMs })
        .onConflict((conflict) =>
          conflict.columns(["personId", "reviewId", "moment"]).doUpdateSet({ sealed, changedAtMs }),
        )
        .execute();
    },

    async setShared(place, isShared) {
      const { personId, reviewId, moment } = rowOf(place);
      await queries
        .updateTable("checkIns")
        .set({ isShared: isShared ? 1 : 0 })
        .where("personId", "=", personId)
        .where("reviewId", "=", reviewId)
        .where("moment", "=", moment)
        .execute();
    },

    async listOf(personId) {
      const rows = await queries
        .selectFrom("checkIns")
        .selectAll()
        .where("personId", "=", personId)
        .orderBy("changedAtMs")
        .execute();
      return rows.map((row) => rowSchema.parse(row));
    },
  };
}

const rowOf = ({ personId, reviewId, moment }: StoredCheckInPlace) => ({
  personId,
  reviewId: reviewId ?? "",
  moment,
});
